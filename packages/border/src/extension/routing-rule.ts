import type { CaseRow } from "../ground/case-row.ts";
import type { Ground } from "../ground.ts";

/** Chooses the pathway of a case that may be returned. The rule need not know which are open: closed ones are passed over. */
export interface RoutingRule {
  /**
   * Pathways of the sector in which the case was caught, by index, in the order to try: the case gets the first that is open.
   * A pathway left out is closed to this case. Called once, when the case is about to be enrolled.
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
