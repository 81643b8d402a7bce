import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { draw } from "../ground/draws.ts";
import type { Ground } from "../ground.ts";
import { valueAt } from "../parameters/timeline.ts";
import type { Cause } from "../parameters/vocabulary.ts";

/**
 * Decides whether a processed case is to be returned, or why not. It is not called for children alone, who are always transferred
 * out. A case that is not returned takes the fallback of its category and nationality.
 */
export interface DispositionRule {
  /** `return`, or why the case is not returned. Asked once, when it has been processed. */
  decide(row: CaseRow): "return" | Cause;
}

/** The screens of the scenario, in order: nationality, exemption, discretion. Each is drawn once a case. */
export class Screens implements DispositionRule {
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** The first screen that the case does not pass, or `return`. */
  decide(row: CaseRow): "return" | Cause {
    const { cases, draws, exemptions, parameters, simulation } = this.ground;
    const { now } = simulation;
    const category = cases.category[row] as 0 | 1 | 2;
    const { returnable, discretion } = parameters.sectors[cases.sector[row]!]!.eligibility;
    if (!valueAt(returnable, now)[cases.nationality[row]!]) return "nationality";
    if (exemptions.isExempt(row)) return "exempt";
    if (draws.trait(row, flag.discretion, draw.discretion, valueAt(discretion, now)[category])) return "discretion";
    return "return";
  }
}
