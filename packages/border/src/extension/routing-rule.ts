import type { BorderModel } from "../border-model.ts";
import type { CaseRow } from "../ground/case-row.ts";

/** Which pathway a case that may be returned is given. Whether one is open is not for the rule: a closed one is passed over. */
export interface RoutingRule {
  /**
   * Pathways of the sector in which the case was caught, by index, in the order in which they are tried: it is given the first
   * that is open. To leave one out is to close it to this case. Asked once, when the case is about to be enrolled.
   */
  order(row: CaseRow): readonly number[];
}

/** The order in which the scenario lists them. */
export class WrittenOrder implements RoutingRule {
  private readonly model: BorderModel;
  private readonly orders: readonly (readonly number[])[];

  constructor(model: BorderModel) {
    this.model = model;
    this.orders = model.parameters.sectors.map(({ pathways }) => [...pathways.keys()]);
  }

  order(row: CaseRow): readonly number[] {
    return this.orders[this.model.cases.sector[row]!]!;
  }
}
