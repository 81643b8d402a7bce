import type { BorderModel } from "../border-model.ts";
import type { DispositionRule } from "./disposition-rule.ts";
import type { PlaceDefinition } from "./place.ts";
import type { RoutingRule } from "./routing-rule.ts";

/**
 * What is added to the model from outside. A rule is made for each replication, with its model, when that is nearly complete: it may
 * keep the model and read all of it later. State that changes during a run belongs to the simulation:
 * `model.simulation.register(name, part)` lets snapshots carry it. Chance comes from `model.draws.uniform(row, outsideDraw + n)`,
 * so that two policies meet the same people.
 */
export interface Extensions {
  /** `WrittenOrder` unless given. */
  readonly routing?: (model: BorderModel) => RoutingRule;
  /** `Screens` unless given. */
  readonly disposition?: (model: BorderModel) => DispositionRule;
  /** In the order in which a case comes to those before the same step. */
  readonly places?: readonly PlaceDefinition[];
}
