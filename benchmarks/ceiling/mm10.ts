import { exponentialDelay, gapMean, openStream, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";
import { Heap } from "./heap.ts";
import { longerRing } from "./ring.ts";

const servers = 10;
/** Code of an arrival; a departure has the number of its server. */
const arrives = servers;

/** M/M/10 by hand, as `mm1.ts` is M/M/1: free servers on a stack, and for each busy one when its customer came. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => meanSojourn(n, replication));

function meanSojourn(customers: number, replication: number): number {
  const gaps = openStream(replication, "gaps");
  const services = openStream(replication, "services");
  const gap = exponentialDelay(gapMean(servers));
  const service = exponentialDelay(serviceMean);
  const heap = new Heap(16);
  const free = Int32Array.from({ length: servers }, (_, server) => server);
  let freeCount = servers;
  const since = new Float64Array(servers);
  let ring = new Float64Array(1024);
  let arrived = 0;
  let begun = 0;
  let served = 0;
  let sum = 0;
  heap.push(gap.sample(gaps), arrives);
  while (served < customers) {
    const now = heap.times[0]!;
    const code = heap.codes[0]!;
    if (code === arrives) {
      arrived++;
      if (freeCount > 0) {
        const server = free[--freeCount]!;
        since[server] = now;
        begun++;
        heap.push(now + service.sample(services), server);
      } else {
        if (arrived - 1 - begun === ring.length) ring = longerRing(ring, begun);
        ring[(arrived - 1) & (ring.length - 1)] = now;
      }
      if (arrived < customers) heap.replace(now + gap.sample(gaps), arrives);
      else heap.drop();
    } else {
      sum += now - since[code]!;
      served++;
      if (arrived > begun) {
        since[code] = ring[begun++ & (ring.length - 1)]!;
        heap.replace(now + service.sample(services), code);
      } else {
        free[freeCount++] = code;
        heap.drop();
      }
    }
  }
  return sum / customers;
}
