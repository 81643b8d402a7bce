import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { type CaseTable, flag } from "../ground/case-table.ts";
import { draw } from "../ground/draws.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { PathwayParameters } from "../parameters/sector-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";

/** What tells the way of a case. */
type Ways = Pick<Basis, "cases" | "parameters">;

/** The pathway that the case is enrolled in. */
export function pathwayOf({ cases, parameters }: Ways, row: CaseRow): PathwayParameters {
  return parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
}

/** The city across from the return point of the case. */
export function cityOf({ cases, parameters }: Ways, row: CaseRow): number {
  return parameters.returnPoints[cases.point[row]!]!.city;
}

/** The interview unit that serves a hub, or -1: without one, nobody there is asked. */
export function unitOf({ interviewUnits }: BorderParameters, hub: number): number {
  return interviewUnits.findIndex(({ serves }) => serves.includes(hub));
}

/** Whether the case claims fear, as the unit would hear it now. */
export function claims({ draws, parameters, simulation }: Basis, row: CaseRow, unit: number): boolean {
  return draws.trait(row, flag.claims, draw.claim, valueAt(parameters.interviewUnits[unit]!.claim, simulation.now));
}

/** Whether the case must still be interviewed at the unit of its hub; -1 is none. */
export function isDue(cases: CaseTable, row: CaseRow, unit: number): boolean {
  return unit >= 0 && cases.has(row, flag.claims) && !cases.has(row, flag.interviewed);
}

/** Whether a case that leaves its city for another sector will be caught once more. */
export function triesAgain({ cases, parameters }: Ways, row: CaseRow): boolean {
  return parameters.tryAgain !== undefined && cases.attempt[row]! < parameters.tryAgain.mostAttempts;
}
