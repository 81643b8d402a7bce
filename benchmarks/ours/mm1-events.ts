import { Simulation, Tally, TimeWeighted } from "@mpp-sim/engine";
import { exponentialDelay, gapMean, seed, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** Times of arrival are kept for so many customers; at this load the line never comes near it. */
const kept = 65536;

/** M/M/1 as two kinds of event. The model keeps its own line; the library keeps the calendar and the statistics. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => meanSojourn(n, replication));

function meanSojourn(customers: number, replication: number): number {
  const simulation = new Simulation({ seed, replication });
  const [gaps, services] = [simulation.fastStream("gaps"), simulation.fastStream("services")];
  const gap = exponentialDelay(gapMean(1));
  const service = exponentialDelay(serviceMean);
  const inSystem = new TimeWeighted(simulation);
  const sojourns = new Tally();
  const since = new Float64Array(kept);

  const arrives = simulation.eventType("arrives", (customer) => {
    since[customer % kept] = simulation.now;
    inSystem.add(1);
    if (inSystem.level === 1) simulation.schedule(service.sample(services), departs, customer);
    if (customer + 1 < customers) simulation.schedule(gap.sample(gaps), arrives, customer + 1);
  });
  const departs = simulation.eventType("departs", (customer) => {
    sojourns.add(simulation.now - since[customer % kept]!);
    inSystem.add(-1);
    if (inSystem.level > 0) simulation.schedule(service.sample(services), departs, customer + 1);
  });
  simulation.schedule(gap.sample(gaps), arrives, 0);
  simulation.run();
  return sojourns.mean;
}
