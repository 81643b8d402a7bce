import { expect, it } from "vitest";
import { exponential } from "../../src/index.ts";
import { contains, interval, replicate } from "../support/interval.ts";
import { meanOf, type QueueSpec, queueOfHandlers, shareAbove } from "../support/queue.ts";

const spec: Omit<QueueSpec, "replication"> = {
  arrivalRate: 0.8,
  service: exponential(1),
  servers: 1,
  customers: 10_000,
  warmUp: 1_000,
};

/** Whether M/M/1 theory lies inside the intervals of mean wait and of the share more than 10 in the system. */
function check(changes: Partial<QueueSpec>): { wait: boolean; tail: boolean } {
  const runs = replicate((replication) => replication).map((replication) =>
    queueOfHandlers({ ...spec, ...changes, replication }),
  );
  return {
    wait: contains(interval(runs.map(({ waits }) => meanOf(waits))), 4),
    tail: contains(interval(runs.map(({ sojourns }) => shareAbove(sojourns, 10))), 0.1353352832),
  };
}

it("the theory check passes the right queue and catches wrong ones", () => {
  expect(check({})).toEqual({ wait: true, tail: true });
  // One server too many.
  expect(check({ servers: 2 })).toEqual({ wait: false, tail: false });
  // Last come, first served: the mean wait is the same by theory, the tail is not.
  expect(check({ priority: (customer) => customer })).toEqual({ wait: true, tail: false });
  // Service a little slow.
  expect(check({ service: exponential(1.05) })).toEqual({ wait: false, tail: false });
});
