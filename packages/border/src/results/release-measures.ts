import { HearingCounts } from "../ledger/hearing-counts.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { hearingMeasures } from "./hearing-measures.ts";
import { type Measure, measuresAt, sum } from "./measure.ts";

/** What becomes of people released in the United States: their hearings by sector of arrival, their nights by shelter, and both in all. */
export function releaseMeasures({ interior, sectors, usShelters }: BorderParameters): Measure[] {
  const removals = interior?.removed !== undefined;
  const hearings = (place: string, of: readonly number[]): Measure[] => interiorMeasures(place, of, removals);
  return [
    ...(interior === undefined ? [] : sectors.flatMap(({ id }, sector) => hearings(`interior.${id}`, [sector]))),
    ...(interior === undefined ? [] : hearings("system.interior", [...sectors.keys()])),
    ...(usShelters ?? []).flatMap(({ id }, shelter) => shelterMeasures(`shelter.${id}`, shelter)),
    ...(usShelters === undefined ? [] : shelterMeasures("system.shelter.us")),
  ];
}

function interiorMeasures(place: string, sectors: readonly number[], removals: boolean): Measure[] {
  const ofHearings = measuresAt(place, ({ interior }) =>
    HearingCounts.together(sectors.map((sector) => interior!.counts[sector]!)),
  );
  return [
    ...measuresAt(
      place,
      ({ interior }) => interior!.summoned,
    )({
      "summoned [persons]: Persons released with a date in the interior court: heard for the last time, absent for good, or waiting at the end":
        (summoned) => sum(sectors, (sector) => summoned[sector]!),
    }),
    ...hearingMeasures(ofHearings, { since: "release", removals }),
  ];
}

/** Of one shelter, or of all. */
function shelterMeasures(place: string, shelter?: number): Measure[] {
  const ofPeople = measuresAt(place, ({ usShelters }) =>
    shelter === undefined ? usShelters!.figures : [usShelters!.figures[shelter]!],
  );
  const ofLevel = measuresAt(place, ({ usShelters }) =>
    shelter === undefined ? usShelters!.all : usShelters!.levels[shelter]!,
  );
  return [
    ...ofPeople({
      "taken-in [persons]: Persons who came here when they were released from custody; those there at the start are left out":
        (figures) => sum(figures, ({ takenIn }) => takenIn),
    }),
    ...ofLevel({
      "occupancy.mean [persons]: Mean number here over the run": "mean",
      "occupancy.max [persons]: Largest number here": "max",
      "occupancy.end [persons]: Here at the end": "level",
    }),
    ...ofPeople({
      "over-capacity.nights [nights]: Nights, at local midnight, with more persons than beds; of several shelters each counts its own":
        (figures) => sum(figures, ({ nightsOver }) => nightsOver),
      "over-capacity.person-nights [person-nights]: Persons above the beds at local midnight, summed over nights": (
        figures,
      ) => sum(figures, ({ personNightsOver }) => personNightsOver),
    }),
  ];
}
