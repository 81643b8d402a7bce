import type { TimeWeighted } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { HearingCounts } from "../ledger/hearing-counts.ts";
import { WaitTimes } from "../ledger/wait-times.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { CityParameters, CourtParameters } from "../parameters/place-parameters.ts";
import { departures } from "../parameters/vocabulary.ts";
import { hearingMeasures } from "./hearing-measures.ts";
import { type AddMeasure, type Measure, measuresAt, share, sum } from "./measure.ts";
import { filedMeasures } from "./return-measures.ts";
import { openWaits } from "./under-way.ts";

/** How long people wait: of one city, or of all. */
function waitMeasures<T extends { readonly waits: WaitTimes }>(
  measure: AddMeasure<T>,
  where: string,
  city?: number,
): Measure[] {
  return [
    measure(
      "wait.days.median",
      "days",
      `Median days from the return to the end of the wait ${where}, persons; those still waiting count as waiting longer, people of the census from their apprehension on`,
      ({ waits }, model) => waits.median(openWaits(model, city)),
    ),
    measure(
      "wait.open.days.mean",
      "days",
      `Mean days waited so far by those who wait ${where} at the end, persons`,
      (_, model) => {
        const still = [...openWaits(model, city)];
        const personHours = sum(still, ([hours, persons]) => hours * persons);
        return (
          share(
            personHours,
            sum(still, ([, persons]) => persons),
          ) / 24
        );
      },
    ),
  ];
}

/** The wait in Mexico in all cities together. */
export function allCitiesMeasures(): Measure[] {
  const measure = measuresAt("system", ({ cities }) => {
    const waits = new WaitTimes();
    for (const other of cities.waits) waits.merge(other);
    const days = (levels: readonly TimeWeighted[]): number => sum(levels, ({ integral }) => integral) / 24;
    return { waits, declined: days(cities.declined), full: days(cities.full) };
  });
  return [
    measure(
      "outside-shelter.person-days",
      "person-days",
      "Days spent in cities in Mexico outside a shelter, by choice or for want of a bed; those of people still waiting count",
      ({ declined, full }) => declined + full,
    ),
    measure(
      "outside-shelter.declined.person-days",
      "person-days",
      "Days spent in cities in Mexico outside a shelter by people who declined a bed",
      "declined",
    ),
    measure(
      "outside-shelter.full.person-days",
      "person-days",
      "Days spent in cities in Mexico outside a shelter by people who wanted a bed and found it full",
      "full",
    ),
    ...waitMeasures(measure, "in Mexico"),
  ];
}

/** Measures of the wait in Mexico: cities and courts. */
export function cityMeasures(id: string, city: number, { onward }: CityParameters): Measure[] {
  const measure = measuresAt(`city.${id}`, ({ cities, counts, whereabouts }) => ({
    waiting: whereabouts.levels[whereabouts.city(city)]!,
    sheltered: cities.sheltered[city]!,
    declined: cities.declined[city]!,
    full: cities.full[city]!,
    waits: cities.waits[city]!,
    left: counts.left[city]!,
    onward: counts.takenOnward[city]!,
  }));
  const left = "Left the city before their case ended";
  return [
    measure(
      "waiting.mean",
      "persons",
      "Mean number waiting here for a hearing, over the run",
      ({ waiting }) => waiting.mean,
    ),
    measure("waiting.end", "persons", "Waiting here for a hearing at the end", ({ waiting }) => waiting.level),
    measure(
      "sheltered.mean",
      "persons",
      "Mean number in a shelter here, over the run",
      ({ sheltered }) => sheltered.mean,
    ),
    measure("sheltered.end", "persons", "In a shelter here at the end", ({ sheltered }) => sheltered.level),
    measure(
      "outside-shelter.person-days",
      "person-days",
      "Days spent here outside a shelter, by choice or for want of a bed; those of people still waiting count",
      ({ sheltered, waiting }) => (waiting.integral - sheltered.integral) / 24,
    ),
    measure(
      "outside-shelter.declined.person-days",
      "person-days",
      "Days spent here outside a shelter by people who declined a bed",
      ({ declined }) => declined.integral / 24,
    ),
    measure(
      "outside-shelter.full.person-days",
      "person-days",
      "Days spent here outside a shelter by people who wanted a bed and found it full",
      ({ full }) => full.integral / 24,
    ),
    measure(
      "outside-shelter.declined.end",
      "persons",
      "Outside a shelter by choice at the end",
      ({ declined }) => declined.level,
    ),
    measure(
      "outside-shelter.full.end",
      "persons",
      "Outside a shelter for want of a bed at the end",
      ({ full }) => full.level,
    ),
    ...waitMeasures(measure, "here", city),
    measure("left", "persons", `${left}, when they leave`, (of) => sum(of.left, (persons) => persons) + of.onward),
    ...(onward === undefined
      ? []
      : [
          measure("left.onward", "persons", `${left}, taken onward into Mexico when they were returned here`, "onward"),
        ]),
    ...departures.map((departure, index) =>
      measure(`left.${departure}`, "persons", `${left}, when they leave, to: ${departure}`, (of) => of.left[index]!),
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
