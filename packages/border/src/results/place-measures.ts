import type { BorderView } from "../border-view.ts";
import type { PlaceDefinition } from "../extension/place.ts";
import { type Measure, measuresAt } from "./measure.ts";

/** Measures of a place of a new kind: what the model knows of it, and what it reports itself. */
export function placeMeasures({ id, measures = [] }: PlaceDefinition, index: number): Measure[] {
  const measure = measuresAt(`place.${id}`);
  const level = ({ whereabouts }: BorderView) => whereabouts.levels[whereabouts.outsidePlace(index)]!;
  return [
    measure("entered", "persons", "Persons who came", (m) => m.places.entered[index]!),
    measure("person-hours", "person-hours", "Hours that people spent there in the period", (m) => level(m).integral),
    measure("present.max", "persons", "Most persons there at once", (m) => level(m).max),
    measure("present.end", "persons", "Persons there at the end", (m) => level(m).level),
    ...measures.map(({ name, unit, description }) =>
      measure(name, unit, description, (m) => m.places.all[index]!.place.measure?.(name) ?? Number.NaN),
    ),
  ];
}
