import type { PlaceDefinition } from "../extension/place.ts";
import { type Measure, measuresAt } from "./measure.ts";

/** Measures of a place of a new kind: those that the model counts, and its own. */
export function placeMeasures({ id, measures = [] }: PlaceDefinition, index: number): Measure[] {
  const name = `place.${id}`;
  return [
    ...measuresAt(
      name,
      ({ whereabouts }) => whereabouts.levels[whereabouts.outsidePlace(index)]!,
    )({
      "entered [persons]: Persons who came, when they come": (_, { places }) => places.entered[index]!,
      "person-hours [person-hours]: Hours that people spent there in the period": "integral",
      "present.max [persons]: Most persons there at once": "max",
      "present.end [persons]: Persons there at the end": "level",
    }),
    ...measures.map(
      (own): Measure => ({
        ...own,
        name: `${name}.${own.name}`,
        read: ({ places }) => places.all[index]!.place.measure?.(own.name) ?? Number.NaN,
      }),
    ),
  ];
}
