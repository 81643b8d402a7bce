import { exponentialDelay, gapMean, openStream, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";
import { Heap } from "./heap.ts";
import { longerRing } from "./ring.ts";

const arrives = 0;
const departs = 1;

/**
 * M/M/1 by hand, for this one model and as fast as we can: integer codes, arrival times in a ring, no figure but the sum of the
 * times in the system. It draws our random numbers, so its estimate is ours to the last digits.
 */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => meanSojourn(n, replication));

function meanSojourn(customers: number, replication: number): number {
  const gaps = openStream(replication, "gaps");
  const services = openStream(replication, "services");
  const gap = exponentialDelay(gapMean(1));
  const service = exponentialDelay(serviceMean);
  const heap = new Heap(4);
  let ring = new Float64Array(1024);
  let arrived = 0;
  let served = 0;
  let sum = 0;
  heap.push(gap.sample(gaps), arrives);
  while (served < customers) {
    const now = heap.times[0]!;
    if (heap.codes[0] === arrives) {
      if (arrived - served === ring.length) ring = longerRing(ring, served);
      ring[arrived++ & (ring.length - 1)] = now;
      if (arrived - served === 1) heap.push(now + service.sample(services), departs);
      if (arrived < customers) heap.replace(now + gap.sample(gaps), arrives);
      else heap.drop();
    } else {
      sum += now - ring[served++ & (ring.length - 1)]!;
      if (arrived > served) heap.replace(now + service.sample(services), departs);
      else heap.drop();
    }
  }
  return sum / customers;
}
