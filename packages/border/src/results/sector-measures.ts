import { categories, causes } from "../parameters/vocabulary.ts";
import type { FinishedRun } from "./finished-run.ts";
import type { PeopleOf } from "./groups.ts";
import { type Measure, measuresAt, quantile, share } from "./measure.ts";

const ended =
  "of stays that ended in the period, nights after a hearing left out; those still held are in `custody.end`";

/** Measures of a sector, of people by sector of arrival, of custody by place. `limitHours` is the custody limit, if it never changes. */
export function sectorMeasures(
  people: PeopleOf,
  id: string,
  sector: number,
  limitHours: number | undefined,
): Measure[] {
  const here = "this sector's custody";
  const limit =
    limitHours === undefined ? "longer than the custody limit when it ended" : `more than ${limitHours} hours`;
  const ofStays = measuresAt(`sector.${id}.custody`, ({ whereabouts }) => ({
    stays: whereabouts.stays[sector]!,
    overLimit: whereabouts.staysOverLimit[sector]!,
  }));
  const ofLevel = measuresAt(
    `sector.${id}.custody`,
    ({ whereabouts }) => whereabouts.levels[whereabouts.custody(sector)]!,
  );
  const ofNights = measuresAt(`sector.${id}.custody`, ({ custody }) => custody.nights[sector]!);
  return [
    ...people({ sector }, "arrivals"),
    ...categories.flatMap((_, category) => people({ sector, category }, "arrivals")),
    ...people({ sector }, "arrivals.again", "displaced.in", "displaced.out", "eligible", "enrolled.share", "enrolled"),
    ...people({ sector }, "interviewed", "at-risk", "claimed.never-interviewed"),
    ...people({ sector }, "returned.first", "returned.after-hearing", "court-cases.filed", "court-cases.filed.cases"),
    ...people({ sector }, "released", ...causes.map((cause) => `released.cause.${cause}`), "released.no-seat.any"),
    ...people({ sector }, "exits.detention", "exits.removal", "exits.transfer"),
    ...ofStays({
      [`hours.median [hours]: Median hours in ${here}, persons, ${ended}`]: ({ stays }) => quantile(stays, 0.5),
      [`hours.p95 [hours]: 95th percentile of hours in ${here}, persons, ${ended}`]: ({ stays }) =>
        quantile(stays, 0.95),
      [`over-limit.share [share]: Share of persons held here ${limit}, ${ended}`]: ({ overLimit, stays }) =>
        share(overLimit, stays.count),
    }),
    ...people({ sector }, "journey.hours.median", "journey.hours.p95", "journey.over-limit.share"),
    ...ofLevel({
      [`occupancy.mean [persons]: Mean number in ${here} over the run`]: "mean",
      [`occupancy.max [persons]: Largest number in ${here}`]: "max",
    }),
    ...ofNights({
      [`fullness.mean [times]: Persons in ${here} over its capacity of that moment, at local midnight, on average: 1 is full`]:
        ({ fullness, counted }) => share(fullness, counted),
      [`fullness.max [times]: Persons in ${here} over its capacity of that moment, on the fullest local midnight`]: ({
        counted,
        fullest,
      }) => (counted === 0 ? Number.NaN : fullest),
      [`over-capacity.nights [nights]: Nights, at local midnight, with more persons in ${here} than it is made for`]:
        "over",
      [`over-capacity.person-nights [person-nights]: Persons beyond the capacity of ${here} at local midnight, summed over nights`]:
        "personsOver",
    }),
    ...ofLevel({
      [`end [persons]: In ${here} at the end, whoever they are: also brought by bus, or held after a hearing`]: "level",
    }),
    ...people({ sector }, "initial.custody"),
    ...people({ sector }, "under-way.end").map(({ name, unit, description }) => ({
      name,
      unit,
      description,
      read: ({ present }: FinishedRun) => present.underWay[sector]!,
    })),
  ];
}
