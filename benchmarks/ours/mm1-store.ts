import { type Process, Simulation, Store, Tally } from "@mpp-sim/engine";
import { exponentialDelay, gapMean, seed, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** M/M/1 as a door that puts customers in a store, each the time of its coming, and a server that takes them out. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => meanSojourn(n, replication));

function meanSojourn(customers: number, replication: number): number {
  const simulation = new Simulation({ seed, replication });
  const [gaps, services] = [simulation.fastStream("gaps"), simulation.fastStream("services")];
  const gap = exponentialDelay(gapMean(1));
  const service = exponentialDelay(serviceMean);
  const line = new Store(simulation, "line");
  const sojourns = new Tally();

  function* door(): Process {
    for (let i = 0; i < customers; i++) {
      yield simulation.hold(gap.sample(gaps));
      line.tryPut(simulation.now);
    }
  }
  function* server(): Process {
    for (;;) {
      yield line.get();
      const since = line.received();
      yield simulation.hold(service.sample(services));
      sojourns.add(simulation.now - since);
    }
  }
  simulation.spawn(door());
  simulation.spawn(server());
  simulation.run();
  return sojourns.mean;
}
