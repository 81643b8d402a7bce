import { Simulation, Tally } from "@mpp-sim/engine";
import { exponentialDelay, seed } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** `n` events on the calendar at once, scheduled and then fired. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => {
      const simulation = new Simulation({ seed, replication });
      const times = new Tally();
      const fires = simulation.eventType("fires", () => times.add(simulation.now));
      const source = simulation.fastStream("delays");
      const delay = exponentialDelay(48);
      for (let subject = 0; subject < n; subject++) simulation.schedule(delay.sample(source), fires, subject);
      simulation.run();
      return times.mean;
    });
