import type { TimeWeighted } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { HearingCounts } from "../ledger/hearing-counts.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { InteriorCourtParameters } from "../parameters/release-parameters.ts";
import type { UsShelters } from "../parts/releases/us-shelters.ts";
import { hearingMeasures } from "./hearing-measures.ts";
import { type AddMeasure, type Measure, measuresAt, sum } from "./measure.ts";

/** What becomes of people released in the United States: their hearings by sector of arrival, their nights by shelter, and both in all. */
export function releaseMeasures({ interior, sectors, usShelters }: BorderParameters): Measure[] {
  return [
    ...(interior === undefined
      ? []
      : interiorMeasures(
          sectors.map(({ id }) => id),
          interior,
        )),
    ...(usShelters === undefined ? [] : shelterMeasures(usShelters.map(({ id }) => id))),
  ];
}

function interiorMeasures(sectors: readonly string[], { removed }: InteriorCourtParameters): Measure[] {
  const kind = { since: "release", removals: removed !== undefined } as const;
  const court = (model: BorderView) => model.interior!;
  const summoned = (measure: AddMeasure, read: Measure["read"]): Measure =>
    measure(
      "summoned",
      "persons",
      "Persons released with a date in the interior court: heard for the last time, absent for good, or waiting at the end",
      read,
    );
  const everywhere = measuresAt("system.interior");
  return [
    ...sectors.flatMap((id, sector) => {
      const measure = measuresAt(`interior.${id}`);
      return [
        summoned(measure, (m) => court(m).summoned[sector]!),
        ...hearingMeasures(measure, (m) => court(m).counts[sector]!, kind),
      ];
    }),
    summoned(everywhere, (m) => sum(court(m).summoned, (persons) => persons)),
    ...hearingMeasures(everywhere, (m) => HearingCounts.together(court(m).counts), kind),
  ];
}

function shelterMeasures(ids: readonly string[]): Measure[] {
  const of = (model: BorderView) => model.usShelters!;
  const shelters = [...ids.keys()];
  const nights = (
    measure: AddMeasure,
    which: readonly number[],
    level: (shelters: UsShelters) => TimeWeighted,
  ): Measure[] => {
    const total = (what: keyof UsShelters["figures"][number]) => (m: BorderView) =>
      sum(which, (shelter) => of(m).figures[shelter]![what]);
    return [
      measure("taken-in", "persons", "Persons who came here when they were released from custody", total("takenIn")),
      measure("occupancy.mean", "persons", "Mean number here over the run", (m) => level(of(m)).mean),
      measure("occupancy.max", "persons", "Largest number here", (m) => level(of(m)).max),
      measure("occupancy.end", "persons", "Here at the end", (m) => level(of(m)).level),
      measure(
        "over-capacity.nights",
        "nights",
        "Nights, at local midnight, with more persons than beds; of several shelters each counts its own",
        total("nightsOver"),
      ),
      measure(
        "over-capacity.person-nights",
        "person-nights",
        "Persons above the beds, summed over those nights",
        total("personNightsOver"),
      ),
    ];
  };
  return [
    ...ids.flatMap((id, shelter) => nights(measuresAt(`shelter.${id}`), [shelter], ({ levels }) => levels[shelter]!)),
    ...nights(measuresAt("system.shelter.us"), shelters, ({ all }) => all),
  ];
}
