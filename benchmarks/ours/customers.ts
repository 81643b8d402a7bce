import { type Process, Resource, Simulation, Tally } from "@mpp-sim/engine";
import { exponentialDelay, gapMean, seed, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** M/M/c with a process for each customer, as the guide writes it. */
export const prepare: Prepare =
  ({ n, servers = 1 }) =>
  (replication) =>
    timed(n, () => meanSojourn(servers, n, replication));

function meanSojourn(servers: number, customers: number, replication: number): number {
  const simulation = new Simulation({ seed, replication });
  const [gaps, services] = [simulation.fastStream("gaps"), simulation.fastStream("services")];
  const gap = exponentialDelay(gapMean(servers));
  const service = exponentialDelay(serviceMean);
  const desk = new Resource(simulation, "desk", servers);
  const sojourns = new Tally();

  function* customer(): Process {
    const arrival = simulation.now;
    yield desk.acquire();
    yield simulation.hold(service.sample(services));
    desk.release();
    sojourns.add(simulation.now - arrival);
  }
  function* door(): Process {
    for (let i = 0; i < customers; i++) {
      yield simulation.hold(gap.sample(gaps));
      simulation.spawn(customer());
    }
  }
  simulation.spawn(door());
  simulation.run();
  return sojourns.mean;
}
