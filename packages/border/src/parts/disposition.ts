import type { BorderModel } from "../border-model.ts";
import type { DispositionRule } from "../extension/disposition-rule.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { categories, causes } from "../parameters/vocabulary.ts";

const child = categories.indexOf("unaccompanied-child");

/** What becomes of a case that has been processed: a child alone transfers out; about the others the rule decides. */
export class Disposition {
  private readonly model: BorderModel;
  private readonly rule: DispositionRule;

  constructor(model: BorderModel, rule: DispositionRule) {
    this.model = model;
    this.rule = rule;
  }

  /** @throws RangeError if the rule decides something else than a return or a cause */
  decide(row: CaseRow): void {
    const { cases, counts, exits, places } = this.model;
    if (cases.category[row] === child) {
      exits.fallback(row);
      return;
    }
    const decision = this.rule.decide(row);
    if (decision === "return" || decision === "discretion") counts.qualify(row);
    if (decision === "return") places.toward(row, "pathway");
    else if (causes.includes(decision)) exits.fallback(row, decision);
    else throw new RangeError(`decision must be one of return, ${causes.join(", ")}, got ${decision}`);
  }
}
