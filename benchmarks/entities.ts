import { Simulation } from "@mpp-sim/engine";
import { exponentialDelay, seed } from "./draws.ts";

/** A model with a million or so of entities: each has a row in a table (since when, in which state) and waits for an event. */
export interface Entities {
  readonly simulation: Simulation;
  /** The model anew, without its entities: what a fork is built by. */
  build(simulation: Simulation): void;
}

export function entitiesOf(count: number): Entities {
  const delay = exponentialDelay(48);
  const build = (simulation: Simulation) => {
    let since = new Float64Array(count);
    let state = new Int32Array(count);
    simulation.register("entities", {
      transfer(transfer) {
        since = transfer.floats(since);
        state = transfer.integers(state);
      },
    });
    const delays = simulation.fastStream("delays");
    const moves = simulation.eventType("moves", (entity) => {
      since[entity] = simulation.now;
      state[entity]!++;
      simulation.schedule(delay.sample(delays), moves, entity);
    });
    return moves;
  };
  const simulation = new Simulation({ seed });
  const moves = build(simulation);
  const delays = simulation.fastStream("delays");
  for (let entity = 0; entity < count; entity++) simulation.schedule(delay.sample(delays), moves, entity);
  // A calendar in use, not one as it was filled.
  simulation.run(delay.mean / 10);
  return { simulation, build };
}
