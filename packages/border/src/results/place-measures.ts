import type { PlaceDefinition } from "../extension/place.ts";
import { type Measure, measuresAt } from "./measure.ts";

/** Measures of a place of a new kind: those that the model counts, and its own. */
export function placeMeasures({ id, measures = [] }: PlaceDefinition, index: number): Measure[] {
  const measure = measuresAt(`place.${id}`, ({ places, whereabouts }) => ({
    entered: places.entered[index]!,
    level: whereabouts.levels[whereabouts.outsidePlace(index)]!,
    place: places.all[index]!.place,
  }));
  return [
    measure("entered", "persons", "Persons who came, when they come", "entered"),
    measure(
      "person-hours",
      "person-hours",
      "Hours that people spent there in the period",
      ({ level }) => level.integral,
    ),
    measure("present.max", "persons", "Most persons there at once", ({ level }) => level.max),
    measure("present.end", "persons", "Persons there at the end", ({ level }) => level.level),
    ...measures.map(({ name, unit, description }) =>
      measure(name, unit, description, ({ place }) => place.measure?.(name) ?? Number.NaN),
    ),
  ];
}
