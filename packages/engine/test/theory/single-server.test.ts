import { describe, expect, it } from "vitest";
import { type Distribution, erlang, exponential, fixed, gamma, lognormal, uniform } from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";
import { meanOf, type QueueSpec, queueOfHandlers, queueOfProcesses, shareAbove } from "../support/queue.ts";

/** One server at load 0.8, mean service 1. */
const load: Omit<QueueSpec, "service" | "replication"> = {
  arrivalRate: 0.8,
  servers: 1,
  customers: 30_000,
  warmUp: 2_000,
};

describe("M/M/1 at load 0.8", () => {
  const runs = replicate((replication) => replication).map((replication) =>
    queueOfHandlers({ ...load, service: exponential(1), replication }),
  );

  it("waits 4 on average, and is 5 in the system", () => {
    expectInside(
      runs.map(({ waits }) => meanOf(waits)),
      4,
    );
    expectInside(
      runs.map(({ sojourns }) => meanOf(sojourns)),
      5,
    );
  });

  it("has 3.2 waiting and 4 in the system", () => {
    expectInside(
      runs.map(({ meanWaiting }) => meanWaiting),
      3.2,
    );
    expectInside(
      runs.map(({ meanInSystem }) => meanInSystem),
      4,
    );
  });

  it("serves one in five at once; one in e^2 is more than 10 in the system, half more than 3.4657359", () => {
    expectInside(
      runs.map(({ waits }) => 1 - shareAbove(waits, 0)),
      0.2,
    );
    expectInside(
      runs.map(({ sojourns }) => shareAbove(sojourns, 10)),
      0.1353352832,
    );
    expectInside(
      runs.map(({ sojourns }) => shareAbove(sojourns, 3.4657359)),
      0.5,
    );
  });

  it("is the same to the last bit when it is written as processes", () => {
    const spec: QueueSpec = { ...load, service: exponential(1), replication: 0 };
    const [handlers, processes] = [runs[0]!, queueOfProcesses(spec)];
    expect(processes.waits).toEqual(handlers.waits);
    expect(processes.sojourns).toEqual(handlers.sojourns);
    expect([processes.meanWaiting, processes.meanInSystem]).toEqual([handlers.meanWaiting, handlers.meanInSystem]);
  });
});

describe("M/G/1 at load 0.8 (Pollaczek and Khinchine)", () => {
  // The mean wait is 2 (1 + cv^2) at this load, whatever else the law of service.
  it.each([
    ["always 1", fixed(1), 2],
    ["Erlang of four phases", erlang(1, 4), 2.5],
    ["uniform from 0 to 2", uniform(0, 2), 8 / 3],
    ["lognormal, cv^2 = 0.5", lognormal(1, Math.SQRT1_2), 3],
    ["gamma, cv^2 = 2", gamma(1, Math.SQRT2), 6],
    ["lognormal, cv^2 = 4", lognormal(1, 2), 10],
  ])("waits as long as it should when service is %s", (name, service, wait) => {
    // A gamma draw costs some microseconds.
    const customers = /Erlang|gamma/.test(name) ? 8000 : load.customers;
    const waits = replicate((replication) =>
      meanOf(queueOfHandlers({ ...load, customers, service, replication }).waits),
    );
    expectInside(waits, wait, 0.5);
  });
});

describe.each([
  ["M/M/1", 0.5, exponential(1), 1, 1],
  ["M/M/1", 0.9, exponential(1), 9, 9],
  ["M/D/1", 0.5, fixed(1), 0.5, 0.75],
  ["M/D/1", 0.9, fixed(1), 4.5, 4.95],
] as [string, number, Distribution, number, number][])("%s at load %d", (_, arrivalRate, service, wait, inSystem) => {
  it(`waits ${wait} on average, with ${inSystem} in the system`, () => {
    const runs = replicate((replication) => replication).map((replication) =>
      queueOfHandlers({ ...load, arrivalRate, service, replication, customers: arrivalRate < 0.6 ? 8000 : 20_000 }),
    );
    expectInside(
      runs.map(({ waits }) => meanOf(waits)),
      wait,
      0.5,
    );
    expectInside(
      runs.map(({ meanWaiting }) => meanWaiting),
      arrivalRate * wait,
      0.5,
    );
    expectInside(
      runs.map(({ meanInSystem }) => meanInSystem),
      inSystem,
      0.5,
    );
  });
});

describe("M/M/1 with two priorities, 0.3 and 0.5 arrivals to one service", () => {
  it("waits 1.1428571429 and 5.7142857143", () => {
    // Each customer is urgent with probability 3/8: a Poisson stream split at random. A Weyl sequence would not do, so the
    // choice comes from bits of a fixed hash of the number and the replication.
    const urgent = (customer: number, replication: number): boolean => {
      let hash = Math.imul(customer + 1, 0x9e3779b1) ^ Math.imul(replication + 1, 0x85ebca77);
      hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
      hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
      return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < 0.375;
    };
    const waits = replicate((replication) => replication).map((replication) => {
      const priority = (customer: number): number => (urgent(customer, replication) ? 1 : 0);
      const { waits } = queueOfHandlers({ ...load, service: exponential(1), replication, priority });
      const of = (wanted: number): number => meanOf(waits.filter((_, i) => priority(i + load.warmUp) === wanted));
      return { urgent: of(1), other: of(0) };
    });
    expectInside(
      waits.map((each) => each.urgent),
      1.1428571429,
    );
    expectInside(
      waits.map((each) => each.other),
      5.7142857143,
    );
  });
});
