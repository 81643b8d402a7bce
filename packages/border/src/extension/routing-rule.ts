import type { CaseRow } from "../ground/case-row.ts";
import type { Ground } from "../ground.ts";

/** Which pathway a case that may be returned is given. Whether one is open is not for the rule: a closed one is passed over. */
export interface RoutingRule {
  /**
   * Pathways of the sector in which the case was caught, by index, in the order in which they are tried: it is given the first
   * that is open. To leave one out is to close it to this case. Asked once, when the case is about to be enrolled.
   */
  order(row: CaseRow): readonly number[];
}

/** Who queues where. Persons. */
export interface Queues {
  /** Those who wait for a bus, by its index. */
  bus(bus: number): number;
  /** Those who are ready to return for the first time in the custody of a sector; where hubs share a limit, those of all of them. */
  hub(sector: number): number;
}

/** The order in which the scenario lists them. */
export class WrittenOrder implements RoutingRule {
  private readonly ground: Ground;
  private readonly orders: readonly (readonly number[])[];

  constructor(ground: Ground) {
    this.ground = ground;
    this.orders = ground.parameters.sectors.map(({ pathways }) => [...pathways.keys()]);
  }

  order(row: CaseRow): readonly number[] {
    return this.orders[this.ground.cases.sector[row]!]!;
  }
}
