import type { BorderView } from "../border-view.ts";
import { categories, causes } from "../parameters/vocabulary.ts";
import type { PeopleOf } from "./groups.ts";
import { type Measure, measuresAt, quantile, share } from "./measure.ts";
import { underWay } from "./under-way.ts";

/** Measures of a sector, of people by sector of arrival, of custody by place. `limitHours` is the custody limit, if it never changes. */
export function sectorMeasures(
  people: PeopleOf,
  id: string,
  sector: number,
  limitHours: number | undefined,
): Measure[] {
  const measure = measuresAt(`sector.${id}`, ({ custody, whereabouts }) => ({
    level: whereabouts.levels[whereabouts.custody(sector)]!,
    nights: custody.nights[sector]!,
    stays: whereabouts.stays[sector]!,
    overLimit: whereabouts.staysOverLimit[sector]!,
  }));
  const ended =
    "of stays that ended in the period, nights after a hearing left out; those still held are in `custody.end`";
  const limit =
    limitHours === undefined ? "longer than the custody limit when it ended" : `more than ${limitHours} hours`;
  return [
    ...people({ sector }, "arrivals"),
    ...categories.flatMap((_, category) => people({ sector, category }, "arrivals")),
    ...people({ sector }, "arrivals.again", "displaced.in", "displaced.out", "eligible", "enrolled.share", "enrolled"),
    ...people({ sector }, "interviewed", "at-risk", "claimed.never-interviewed"),
    ...people({ sector }, "returned.first", "returned.after-hearing", "court-cases.filed", "court-cases.filed.cases"),
    ...people({ sector }, "released", ...causes.map((cause) => `released.cause.${cause}`), "released.no-seat.any"),
    ...people({ sector }, "exits.detention", "exits.removal", "exits.transfer"),
    measure("custody.hours.median", "hours", `Median hours in this sector's custody, persons, ${ended}`, ({ stays }) =>
      quantile(stays, 0.5),
    ),
    measure(
      "custody.hours.p95",
      "hours",
      `95th percentile of hours in this sector's custody, persons, ${ended}`,
      ({ stays }) => quantile(stays, 0.95),
    ),
    measure(
      "custody.over-limit.share",
      "share",
      `Share of persons held here ${limit}, ${ended}`,
      ({ overLimit, stays }) => share(overLimit, stays.count),
    ),
    ...people({ sector }, "journey.hours.median", "journey.hours.p95", "journey.over-limit.share"),
    measure(
      "custody.occupancy.mean",
      "persons",
      "Mean number in this sector's custody over the run",
      ({ level }) => level.mean,
    ),
    measure("custody.occupancy.max", "persons", "Largest number in this sector's custody", ({ level }) => level.max),
    measure(
      "custody.fullness.mean",
      "times",
      "Persons in this sector's custody over its capacity of that moment, at local midnight, on average: 1 is full",
      ({ nights }) => share(nights.fullness, nights.counted),
    ),
    measure(
      "custody.fullness.max",
      "times",
      "Persons in this sector's custody over its capacity of that moment, on the fullest local midnight",
      ({ nights }) => (nights.counted === 0 ? Number.NaN : nights.fullest),
    ),
    measure(
      "custody.over-capacity.nights",
      "nights",
      "Nights, at local midnight, with more persons in this sector's custody than it is made for",
      ({ nights }) => nights.over,
    ),
    measure(
      "custody.over-capacity.person-nights",
      "person-nights",
      "Persons beyond the capacity of this sector's custody at local midnight, summed over nights",
      ({ nights }) => nights.personsOver,
    ),
    measure(
      "custody.end",
      "persons",
      "In this sector's custody at the end, whoever they are: also brought by bus, or held after a hearing",
      ({ level }) => level.level,
    ),
    ...people({ sector }, "initial.custody"),
    ...people({ sector }, "under-way.end").map((one) => ({
      ...one,
      read: (model: BorderView) => underWay(model, sector),
    })),
  ];
}
