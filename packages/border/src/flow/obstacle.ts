import type { CaseRow } from "../ground/case-row.ts";
import type { BlockedLedger } from "../ledger/blocked-ledger.ts";
import { type Constraint, constraints } from "../parameters/vocabulary.ts";
import { type Flow, wayOut } from "./step.ts";

/** What stands in the way of a pathway: that there is none, that the case is too large for it, or a constraint that it lacks. */
export type Obstacle = "no-pathway" | "too-large" | Constraint;

/**
 * Whether of the obstacles of two ways the one found now names the cause: of two constraints the later in their order, for its way got
 * further; else the one found last.
 */
export function isNearer(before: Obstacle, now: Obstacle): boolean {
  const known = orderOf(before);
  return known < 0 || orderOf(now) > known;
}

/** The pathway through `hub` is closed to the case: it takes its fallback, and for want of a constraint counts as diverted. */
export function turnAway(blocked: BlockedLedger, flow: Flow, row: CaseRow, obstacle: Obstacle, hub: number): void {
  blocked.settle(row);
  if (obstacle === "no-pathway" || obstacle === "too-large") flow.leave(row, wayOut.fallback, obstacle);
  else {
    blocked.divert(row, orderOf(obstacle), hub);
    flow.leave(row, wayOut.fallback, `no-${obstacle}`);
  }
}

/** The index of a constraint, -1 of what is none. */
function orderOf(obstacle: Obstacle): number {
  return (constraints as readonly Obstacle[]).indexOf(obstacle);
}
