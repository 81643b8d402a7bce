import { categories, causes } from "../parameters/vocabulary.ts";
import type { PeopleOf } from "./groups.ts";
import type { Measure } from "./measure.ts";

const ways = ["enrolled", "returned.first", "released"];
const hours = ["journey.hours.median", "journey.hours.p95", "journey.over-limit.share", "waited"];

/** The figures by category and nationality that results began with, in their order. All the others come behind every other measure. */
export function sectorKindMeasures(people: PeopleOf, sector: number, nationalities: readonly string[]): Measure[] {
  return [
    ...categories.flatMap((_, category) => people({ sector, category }, ...ways, ...hours)),
    ...nationalities.flatMap((_, nationality) => people({ sector, nationality }, "returned.first", "released")),
  ];
}

/** The same of the border as a whole. */
export function systemKindMeasures(people: PeopleOf, nationalities: readonly string[]): Measure[] {
  const reasons = causes.map((cause) => `released.cause.${cause}`);
  return [
    ...categories.flatMap((_, category) => people({ category }, "arrivals", ...ways, ...hours, ...reasons)),
    ...nationalities.flatMap((_, nationality) => people({ nationality }, "arrivals", ...ways, ...hours)),
  ];
}
