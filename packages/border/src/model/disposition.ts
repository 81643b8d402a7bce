import type { DispositionRule } from "../extension/disposition-rule.ts";
import { categories } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import type { CaseRow } from "./case-row.ts";

const child = categories.indexOf("unaccompanied-child");

/** What becomes of a case that has been processed: a child alone transfers out; about the others the rule decides. */
export class Disposition {
  private readonly model: BorderModel;
  private readonly rule: DispositionRule;

  constructor(model: BorderModel, rule: DispositionRule) {
    this.model = model;
    this.rule = rule;
  }

  decide(row: CaseRow): void {
    const { cases, counts, exits, places } = this.model;
    if (cases.category[row] === child) {
      exits.fallback(row);
      return;
    }
    const decision = this.rule.decide(row);
    if (decision === "return" || decision === "discretion") counts.qualify(row);
    if (decision === "return") places.toward(row, "pathway");
    else exits.fallback(row, decision);
  }
}
