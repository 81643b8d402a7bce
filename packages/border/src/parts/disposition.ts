import type { DispositionRule } from "../extension/disposition-rule.ts";
import { Part } from "../flow/part.ts";
import { type Flow, step, wayOut } from "../flow/step.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { Ground } from "../ground.ts";
import { event } from "../ledger/tallies.ts";
import { categories, causes } from "../parameters/vocabulary.ts";

const child = categories.indexOf("unaccompanied-child");

/** Decides about a case that has been processed. A child alone is transferred out; the rule decides about the others. */
export class Disposition extends Part {
  private readonly rule: DispositionRule;

  constructor(ground: Ground, flow: Flow, rule: DispositionRule) {
    super(ground, flow);
    this.rule = rule;
  }

  /** @throws RangeError if the rule decides anything but a return or a cause */
  admit(row: CaseRow): void {
    const { flow } = this;
    const { cases, tallies } = this.ground;
    if (cases.category[row] === child) {
      flow.leave(row, wayOut.fallback);
      return;
    }
    const decision = this.rule.decide(row);
    if (decision === "return" || decision === "discretion") tallies.count(row, event.eligible);
    if (decision === "return") flow.next(row, step.pathway);
    else if (causes.includes(decision)) flow.leave(row, wayOut.fallback, decision);
    else throw new RangeError(`decision must be one of return, ${causes.join(", ")}, got ${decision}`);
  }
}
