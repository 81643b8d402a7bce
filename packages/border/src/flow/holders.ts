import type { CaseRow } from "../ground/case-row.ts";
import { type Stage, stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import { event } from "../ledger/tallies.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import type { BorderParts } from "./parts-of.ts";
import type { Holder, Resumes } from "./step.ts";

/** Who has the cases of each stage. */
export function holdersOf({
  buses,
  cities,
  custody,
  desks,
  exits,
  hearings,
  interviews,
  lists,
  places,
  processing,
  tryAgain,
}: BorderParts): Readonly<Record<Exclude<Stage, 0>, Partial<Holder & Resumes> | undefined>> {
  return {
    [stage.outside]: custody,
    [stage.awaitingAgent]: processing,
    [stage.processing]: processing,
    [stage.awaitingBus]: buses,
    [stage.onBus]: buses,
    [stage.awaitingOfficer]: interviews,
    [stage.interview]: interviews,
    [stage.awaitingReturn]: desks,
    [stage.onRoad]: desks,
    [stage.leaving]: exits,
    [stage.held]: exits,
    [stage.city]: cities,
    [stage.atHearing]: hearings,
    [stage.awaitingReEntry]: desks,
    [stage.betweenAttempts]: tryAgain,
    [stage.atPlace]: places,
    [stage.onList]: lists,
  };
}

/** Who takes up a case of the census in each state, in turn. */
export function resumesOf(
  ground: Ground,
  { cities, custody, custodyLimit, enrolment, exits, hearings, interviews, processing, tryAgain }: BorderParts,
): Readonly<Record<CensusCase["state"], readonly Resumes[]>> {
  const { cases, exemptions, parameters, simulation, tallies, whereabouts } = ground;
  /** In custody, or outside of it. */
  const inCustody = {
    resume(row: CaseRow, { hub, since, state }: CensusCase): void {
      exemptions.findKind(row);
      tallies.count(row, event.inCustodyAtStart);
      custodyLimit.start(row, cases.apprehended[row]!);
      if (state !== "outside") whereabouts.move(row, whereabouts.custody(hub), simulation.now + since);
    },
  };
  /** Back from a hearing, in the custody of the sector of its point. */
  const back = {
    resume(row: CaseRow, { point, since }: CensusCase): void {
      const { sector } = parameters.returnPoints[point]!;
      cases.hub[row] = sector;
      whereabouts.move(row, whereabouts.custody(sector), simulation.now + since);
      custodyLimit.start(row, simulation.now + since);
    },
  };
  return {
    outside: [inCustody, custody],
    processing: [inCustody, processing],
    pathway: [inCustody, enrolment, interviews],
    exit: [inCustody, exits],
    held: [inCustody, exits],
    city: [cities, hearings],
    hearing: [cities, hearings],
    "re-entry": [cities, hearings, back, interviews],
    away: [tryAgain],
    list: [],
  };
}
