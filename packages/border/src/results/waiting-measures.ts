import type { TimeWeighted } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { HearingCounts } from "../ledger/hearing-counts.ts";
import { WaitTimes } from "../ledger/wait-times.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { CityParameters, CourtParameters } from "../parameters/place-parameters.ts";
import { departures } from "../parameters/vocabulary.ts";
import type { Cities } from "../parts/cities.ts";
import { filedMeasures } from "./filed-measures.ts";
import { hearingMeasures } from "./hearing-measures.ts";
import { type AddMeasure, type Measure, measuresAt, share, sum } from "./measure.ts";
import { openWaits } from "./under-way.ts";

/** How long people wait: of one city, or of all. */
function waitMeasures(
  measure: AddMeasure,
  where: string,
  waits: (model: BorderView) => WaitTimes,
  open: (model: BorderView) => Iterable<readonly [hours: number, persons: number]>,
): Measure[] {
  return [
    measure(
      "wait.days.median",
      "days",
      `Median days from the return to the end of the wait ${where}, persons; those still waiting count as waiting longer, people of the census from their apprehension on`,
      (m) => waits(m).median(open(m)),
    ),
    measure(
      "wait.open.days.mean",
      "days",
      `Mean days waited so far by those who wait ${where} at the end, persons`,
      (m) => {
        const still = [...open(m)];
        return (
          share(
            sum(still, ([hours, persons]) => hours * persons),
            sum(still, ([, persons]) => persons),
          ) / 24
        );
      },
    ),
  ];
}

/** The wait in Mexico in all cities together. */
export function allCitiesMeasures(): Measure[] {
  const measure = measuresAt("system");
  const outside = (levels: (cities: Cities) => readonly TimeWeighted[]) => (model: BorderView) =>
    sum(levels(model.cities), ({ integral }) => integral) / 24;
  const declined = outside((cities) => cities.declined);
  const full = outside((cities) => cities.full);
  return [
    measure(
      "outside-shelter.person-days",
      "person-days",
      "Days spent in cities in Mexico outside a shelter, by choice or for want of a bed; those of people still waiting count",
      (m) => declined(m) + full(m),
    ),
    measure(
      "outside-shelter.declined.person-days",
      "person-days",
      "Of those, days of people who declined a bed",
      declined,
    ),
    measure(
      "outside-shelter.full.person-days",
      "person-days",
      "Of those, days of people who wanted a bed and found it full",
      full,
    ),
    ...waitMeasures(
      measure,
      "in Mexico",
      ({ cities }) => {
        const all = new WaitTimes();
        for (const waits of cities.waits) all.merge(waits);
        return all;
      },
      (m) => openWaits(m),
    ),
  ];
}

/** Measures of the wait in Mexico: cities and courts. */
export function cityMeasures(id: string, city: number, { onward }: CityParameters): Measure[] {
  const measure = measuresAt(`city.${id}`);
  const waiting = (model: BorderView) => model.whereabouts.levels[model.whereabouts.city(city)]!;
  const sheltered = (model: BorderView) => model.cities.sheltered[city]!;
  const declined = (model: BorderView) => model.cities.declined[city]!;
  const full = (model: BorderView) => model.cities.full[city]!;
  return [
    measure("waiting.mean", "persons", "Mean number waiting here for a hearing", (m) => waiting(m).mean),
    measure("waiting.end", "persons", "Waiting here at the end", (m) => waiting(m).level),
    measure("sheltered.mean", "persons", "Mean number of them in a shelter", (m) => sheltered(m).mean),
    measure("sheltered.end", "persons", "In a shelter at the end", (m) => sheltered(m).level),
    measure(
      "outside-shelter.person-days",
      "person-days",
      "Days spent here outside a shelter, by choice or for want of a bed",
      (m) => (waiting(m).integral - sheltered(m).integral) / 24,
    ),
    measure(
      "outside-shelter.declined.person-days",
      "person-days",
      "Of those, days of people who declined a bed",
      (m) => declined(m).integral / 24,
    ),
    measure(
      "outside-shelter.full.person-days",
      "person-days",
      "Of those, days of people who wanted a bed and found it full",
      (m) => full(m).integral / 24,
    ),
    measure(
      "outside-shelter.declined.end",
      "persons",
      "Outside a shelter by choice at the end",
      (m) => declined(m).level,
    ),
    measure(
      "outside-shelter.full.end",
      "persons",
      "Outside a shelter for want of a bed at the end",
      (m) => full(m).level,
    ),
    ...waitMeasures(
      measure,
      "here",
      (m) => m.cities.waits[city]!,
      (m) => openWaits(m, city),
    ),
    measure(
      "left",
      "persons",
      "Left the city before their case ended",
      (m) => sum(m.counts.left[city]!, (left) => left) + m.counts.takenOnward[city]!,
    ),
    ...(onward === undefined
      ? []
      : [
          measure(
            "left.onward",
            "persons",
            "Of those, taken onward into Mexico when they were returned here",
            (m) => m.counts.takenOnward[city]!,
          ),
        ]),
    ...departures.map((departure, index) =>
      measure(
        `left.${departure}`,
        "persons",
        `Left the city before their case ended, to: ${departure}`,
        (m) => m.counts.left[city]![index]!,
      ),
    ),
  ];
}

export function courtMeasures(id: string, court: number, { removed }: CourtParameters): Measure[] {
  const measure = measuresAt(`court.${id}`);
  return [
    ...filedMeasures(measure, "with this court", (m) => m.courtCases.courts[court]!),
    ...hearingMeasures(measure, (m) => m.counts.courts[court]!, { since: "return", removals: removed !== undefined }),
  ];
}

/** Hearings under the programme in all courts together. */
export function allCourtsMeasures({ courts }: BorderParameters): Measure[] {
  const removals = courts.some(({ removed }) => removed);
  return hearingMeasures(measuresAt("system.court"), (m) => HearingCounts.together(m.counts.courts), {
    since: "return",
    removals,
  });
}
