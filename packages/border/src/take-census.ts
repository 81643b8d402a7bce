import type { RunLimits } from "@mpp-sim/engine";
import { BorderModel } from "./border-model.ts";
import type { Extensions } from "./extension/extensions.ts";
import { byArrival } from "./ground/arrival-order.ts";
import type { CaseRow } from "./ground/case-row.ts";
import { flag } from "./ground/case-table.ts";
import { stage } from "./ground/stage.ts";
import { knownTraits } from "./ground/traits.ts";
import type { Ground } from "./ground.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";
import type { CensusCase } from "./parameters/start-parameters.ts";

/** When a census is taken, and in which replication. */
export interface CensusOptions {
  /** Any text, as of a run. */
  readonly seed: string;
  /** From 0. */
  readonly replication: number;
  /** Rules and places from outside. */
  readonly extensions?: Extensions;
  /** Bounds on the run. */
  readonly limits?: RunLimits;
  /** Hours of simulation time. Events at this very moment have not happened yet. */
  readonly at: number;
}

/** What each stage becomes. */
const stateOf: Readonly<Record<number, CensusCase["state"]>> = {
  [stage.outside]: "outside",
  [stage.awaitingAgent]: "processing",
  [stage.processing]: "processing",
  [stage.awaitingBus]: "pathway",
  [stage.onBus]: "pathway",
  [stage.awaitingOfficer]: "pathway",
  [stage.interview]: "pathway",
  [stage.awaitingReturn]: "pathway",
  [stage.onRoad]: "pathway",
  [stage.leaving]: "exit",
  [stage.held]: "held",
  [stage.atPlace]: "processing",
  [stage.city]: "city",
  [stage.atHearing]: "hearing",
  [stage.awaitingReEntry]: "re-entry",
  [stage.betweenAttempts]: "away",
  [stage.onList]: "list",
};

/**
 * Runs the model to a moment and writes down everybody present, so that another run can start from there: a plain table of where
 * each case is, since when, what comes next and when, and the traits drawn so far. Times are hours from that moment.
 *
 * For a processing or an interview it says since when: another run draws what is left given how long it has lasted, by a draw of its
 * own. What a table cannot hold begins anew. A case at a place of a new kind starts over. One on a bus is in the custody where it
 * arrives. One on the road to a return point is back in the hub, and its reserved place has lapsed. Lines form again by the time at
 * which people came to their place. Places used up by returns earlier on the date are forgotten, so a local midnight loses least.
 * Slots at court of people who have left are free again. A hearing kept from an earlier attempt stays only with those who have been
 * returned again, at the court of their point. Who was found at risk after a hearing leaves like anyone in custody, and who is or
 * must be interviewed again is back at the port.
 * @throws RangeError if the moment lies outside the run, or the run does not come to it
 */
export function takeCensus(parameters: BorderParameters, { at, ...options }: CensusOptions): readonly CensusCase[] {
  const model = new BorderModel(parameters, options);
  if (!(at >= 0 && at <= model.horizon)) {
    throw new RangeError(`moment of the census must lie in the run (0 to ${model.horizon} hours), got ${at}`);
  }
  const result = model.runTo(at);
  if (result.status === "truncated") throw new RangeError(`census must come to its moment, got: ${result.message}`);
  const { ground } = model;
  const { cases } = ground;
  return [...cases.rows()].sort(byArrival(cases)).map((row) => describe(ground, row, at));
}

function describe(ground: Ground, row: CaseRow, at: number): CensusCase {
  const { cases } = ground;
  const now = cases.stage[row]!;
  const waitsAgain = cases.has(row, flag.askedAgain) && (now === stage.awaitingOfficer || now === stage.interview);
  const state = waitsAgain ? "re-entry" : stateOf[now]!;
  const returned = state === "city" || state === "hearing" || state === "re-entry";
  const served = now === stage.processing || now === stage.interview;
  const leaves = state === "exit" || state === "held";
  return {
    category: cases.category[row]!,
    nationality: cases.nationality[row]!,
    size: cases.size[row]!,
    ...knownTraits(cases, row),
    sector: cases.sector[row]!,
    attempt: cases.attempt[row]!,
    state,
    hub: returned || state === "away" || state === "list" ? -1 : custodyOf(ground, row, now),
    point: returned ? cases.point[row]! : -1,
    apprehended: cases.apprehended[row]! - at,
    since: cases.placeSince[row]! - at,
    ...(served && { serviceSince: cases.serviceSince[row]! - at }),
    next: returned || state === "exit" || state === "away" ? cases.next[row]! - at : 0,
    disposition: leaves ? cases.disposition[row]! : -1,
    cause: leaves ? cases.cause[row]! : -1,
    hearings: cases.hearings[row]!,
    sheltered: cases.has(row, flag.sheltered),
    ...(state === "pathway" && { interviewed: cases.has(row, flag.interviewed) }),
    ...(waitsAgain && { interviewed: false }),
    ...(returned && { noticeFailed: cases.has(row, flag.noticeFailed) }),
  };
}

/** Sector in whose custody the case is, or will be when its bus arrives. */
function custodyOf({ cases, parameters, whereabouts }: Ground, row: CaseRow, now: number): number {
  if (now === stage.onBus) return cases.hub[row]!;
  if (now === stage.outside || now === stage.atPlace) return cases.sector[row]!;
  return parameters.sectors.findIndex((_, sector) => whereabouts.custody(sector) === cases.place[row]);
}
