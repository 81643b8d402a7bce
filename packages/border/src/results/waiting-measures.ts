import type { TimeWeighted } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { HearingCounts } from "../ledger/hearing-counts.ts";
import { WaitTimes } from "../ledger/wait-times.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { CityParameters, CourtParameters } from "../parameters/place-parameters.ts";
import { departures } from "../parameters/vocabulary.ts";
import type { Present } from "./finished-run.ts";
import { hearingMeasures } from "./hearing-measures.ts";
import { type Measure, type MeasuresAt, measuresAt, share, sum } from "./measure.ts";
import { filedMeasures } from "./return-measures.ts";

/** Days outside a shelter, in one place or several. */
interface Outside {
  /** Person-days, of anybody. */
  readonly outside: number;
  readonly declined: readonly TimeWeighted[];
  readonly full: readonly TimeWeighted[];
}

const days = (levels: readonly TimeWeighted[]): number => sum(levels, ({ integral }) => integral) / 24;

function outsideMeasures<T extends Outside>(measures: MeasuresAt<T>, where: string): Measure[] {
  return measures({
    [`outside-shelter.person-days [person-days]: Days spent ${where} outside a shelter, by choice or for want of a bed; those of people still waiting count`]:
      ({ outside }) => outside,
    [`outside-shelter.declined.person-days [person-days]: Days spent ${where} outside a shelter by people who declined a bed`]:
      ({ declined }) => days(declined),
    [`outside-shelter.full.person-days [person-days]: Days spent ${where} outside a shelter by people who wanted a bed and found it full`]:
      ({ full }) => days(full),
  });
}

/** How long people wait, in one place or several. */
interface Waits {
  readonly waits: WaitTimes;
  /** Hours and persons of waits that have not ended. */
  readonly still: Present["inMexico"];
}

function waitMeasures<T extends Waits>(measures: MeasuresAt<T>, where: string): Measure[] {
  return measures({
    [`wait.days.median [days]: Median days from the return to the end of the wait ${where}, persons; those still waiting count as waiting longer, people of the census from their apprehension on`]:
      ({ waits, still }) => waits.median(still),
    [`wait.open.days.mean [days]: Mean days waited so far by those who wait ${where} at the end, persons`]: ({
      still,
    }) => {
      const personHours = sum(still, ([hours, persons]) => hours * persons);
      const waiting = sum(still, ([, persons]) => persons);
      return share(personHours, waiting) / 24;
    },
  });
}

/** The wait in Mexico in all cities together. */
export function allCitiesMeasures(): Measure[] {
  const measures = measuresAt("system", ({ cities: { declined, full, waits: each }, present }) => {
    const waits = new WaitTimes();
    for (const other of each) waits.merge(other);
    return { waits, still: present.inMexico, outside: days(declined) + days(full), declined, full };
  });
  return [...outsideMeasures(measures, "in cities in Mexico"), ...waitMeasures(measures, "in Mexico")];
}

/** Measures of the wait in Mexico: cities and courts. */
export function cityMeasures(id: string, city: number, { onward }: CityParameters): Measure[] {
  const measures = measuresAt(`city.${id}`, ({ cities, counts, present, whereabouts }) => {
    const waiting = whereabouts.levels[whereabouts.city(city)]!;
    const sheltered = cities.sheltered[city]!;
    return {
      waiting,
      sheltered,
      outside: (waiting.integral - sheltered.integral) / 24,
      declined: [cities.declined[city]!],
      full: [cities.full[city]!],
      waits: cities.waits[city]!,
      still: present.inCity[city]!,
      left: counts.left[city]!,
      onward: counts.takenOnward[city]!,
    };
  });
  const left = "Left the city before their case ended";
  return [
    ...measures({
      "waiting.mean [persons]: Mean number waiting here for a hearing, over the run": ({ waiting }) => waiting.mean,
      "waiting.end [persons]: Waiting here for a hearing at the end": ({ waiting }) => waiting.level,
      "sheltered.mean [persons]: Mean number in a shelter here, over the run": ({ sheltered }) => sheltered.mean,
      "sheltered.end [persons]: In a shelter here at the end": ({ sheltered }) => sheltered.level,
    }),
    ...outsideMeasures(measures, "here"),
    ...measures({
      "outside-shelter.declined.end [persons]: Outside a shelter by choice at the end": (of) => of.declined[0]!.level,
      "outside-shelter.full.end [persons]: Outside a shelter for want of a bed at the end": (of) => of.full[0]!.level,
    }),
    ...waitMeasures(measures, "here"),
    ...measures({
      [`left [persons]: ${left}, when they leave`]: (of) => sum(of.left, (persons) => persons) + of.onward,
    }),
    ...(onward === undefined
      ? []
      : measures({
          [`left.onward [persons]: ${left}, taken onward into Mexico when they were returned here`]: "onward",
        })),
    ...departures.flatMap((departure, index) =>
      measures({
        [`left.${departure} [persons]: ${left}, when they leave, to: ${departure}`]: (of) => of.left[index]!,
      }),
    ),
  ];
}

export function courtMeasures(id: string, court: number, { removed }: CourtParameters): Measure[] {
  const filed = ({ courtCases }: BorderView) => ({ filed: courtCases.courts[court]! });
  const counts = measuresAt(`court.${id}`, ({ counts }) => counts.courts[court]!);
  return [
    ...filedMeasures(measuresAt(`court.${id}`, filed), "with this court"),
    ...hearingMeasures(counts, { since: "return", removals: removed !== undefined }),
  ];
}

/** Hearings under the programme in all courts together. */
export function allCourtsMeasures({ courts }: BorderParameters): Measure[] {
  const together = measuresAt("system.court", ({ counts }) => HearingCounts.together(counts.courts));
  return hearingMeasures(together, { since: "return", removals: courts.some(({ removed }) => removed) });
}
