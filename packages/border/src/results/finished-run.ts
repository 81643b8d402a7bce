import type { BorderView } from "../border-view.ts";
import { stage } from "../ground/stage.ts";

const wayOut: readonly number[] = [stage.leaving, stage.held];

/** A wait that has not ended. */
type OpenWait = readonly [hours: number, persons: number];

/** Who is present at the end of a run, in persons, and how long they have waited. */
export interface Present {
  /** Neither returned nor out otherwise, in custody anywhere or on a bus: by sector of arrival. */
  readonly underWay: number[];
  /** Returned, with their case open; of these, in custody, back from a hearing, until they cross again. */
  returned: number;
  held: number;
  /** Waits in Mexico by city, and in all; waits on the list of a port, by its sector. */
  readonly inCity: OpenWait[][];
  readonly inMexico: OpenWait[];
  readonly onList: OpenWait[][];
}

/** A run that has ended. */
export type FinishedRun = BorderView & { readonly present: Present };

/** In one pass over the table of cases. */
export function presentIn({ cases, parameters, simulation }: BorderView): Present {
  const present: Present = {
    underWay: parameters.sectors.map(() => 0),
    returned: 0,
    held: 0,
    inCity: parameters.cities.map(() => []),
    inMexico: [],
    onList: parameters.sectors.map(() => []),
  };
  for (const row of cases.rows()) {
    const at = cases.stage[row]!;
    const [persons, sector] = [cases.size[row]!, cases.sector[row]!];
    const isBack = cases.isBack(row);
    if (at === stage.onList) present.onList[sector]!.push([simulation.now - cases.placeSince[row]!, persons]);
    else if (isBack || at === stage.city || at === stage.atHearing) {
      present.returned += persons;
      if (isBack) present.held += persons;
      if (wayOut.includes(at)) continue;
      const wait: OpenWait = [simulation.now - cases.waitingSince[row]!, persons];
      present.inMexico.push(wait);
      present.inCity[parameters.returnPoints[cases.point[row]!]!.city]!.push(wait);
    } else if (at !== stage.betweenAttempts) present.underWay[sector] = present.underWay[sector]! + persons;
  }
  return present;
}
