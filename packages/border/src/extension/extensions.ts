import type { Ground } from "../ground.ts";
import type { DispositionRule } from "./disposition-rule.ts";
import type { PlaceDefinition } from "./place.ts";
import type { Queues, RoutingRule } from "./routing-rule.ts";

/**
 * What is added to the model from outside. A rule is made for each replication, on its ground: it may keep the ground and read all of it
 * later. State that changes during a run belongs to the simulation: `ground.simulation.register(name, rule)` lets snapshots carry it.
 * Chance comes from `ground.draws.uniform(row, outsideDraw + n)`, so that two policies meet the same people.
 */
export interface Extensions {
  /** `WrittenOrder` unless given. */
  readonly routing?: (ground: Ground, queues: Queues) => RoutingRule;
  /** `Screens` unless given. */
  readonly disposition?: (ground: Ground) => DispositionRule;
  /** In the order in which a case comes to places before the same step. */
  readonly places?: readonly PlaceDefinition[];
}
