import { Resource, Simulation, Tally } from "@mpp-sim/engine";
import { exponentialDelay, gapMean, seed, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";

/** Times of arrival are kept for so many customers; at this load the line never comes near it. */
const kept = 65536;

/** M/M/1 as three kinds of event and a resource, which keeps the line and the statistics of line and server. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => meanSojourn(n, replication));

function meanSojourn(customers: number, replication: number): number {
  const simulation = new Simulation({ seed, replication });
  const [gaps, services] = [simulation.fastStream("gaps"), simulation.fastStream("services")];
  const gap = exponentialDelay(gapMean(1));
  const service = exponentialDelay(serviceMean);
  const desk = new Resource(simulation, "desk", 1);
  const sojourns = new Tally();
  const since = new Float64Array(kept);

  const arrives = simulation.eventType("arrives", (customer) => {
    since[customer % kept] = simulation.now;
    desk.request(begins, customer);
    if (customer + 1 < customers) simulation.schedule(gap.sample(gaps), arrives, customer + 1);
  });
  const begins = simulation.eventType("begins", (customer) => {
    simulation.schedule(service.sample(services), departs, customer);
  });
  const departs = simulation.eventType("departs", (customer) => {
    sojourns.add(simulation.now - since[customer % kept]!);
    desk.release();
  });
  simulation.schedule(gap.sample(gaps), arrives, 0);
  simulation.run();
  return sojourns.mean;
}
