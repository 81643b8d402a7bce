import { valueAt } from "../parameters/timeline.ts";
import { categories } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { draw } from "./draws.ts";

const child = categories.indexOf("unaccompanied-child");

/** The screens before a return, in order: category, nationality, exemption, discretion. Each is drawn once a case. */
export class DispositionRule {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
  }

  /** Decides about a case that has been processed. */
  decide(row: number): void {
    const { model } = this;
    const { cases, draws } = model;
    const category = cases.category[row] as 0 | 1 | 2;
    if (category === child) {
      model.exits.fallback(row);
      return;
    }
    const { now } = model.simulation;
    const { eligibility } = model.parameters.sectors[cases.sector[row]!]!;
    if (!valueAt(eligibility.returnable, now)[cases.nationality[row]!]) {
      model.exits.fallback(row, "nationality");
      return;
    }
    if (model.exemptions.isExempt(row)) {
      model.exits.fallback(row, "exempt");
    } else if (draws.trait(row, flag.discretion, draw.discretion, valueAt(eligibility.discretion, now)[category])) {
      model.exits.fallback(row, "discretion");
    } else model.routing.enrol(row);
  }
}
