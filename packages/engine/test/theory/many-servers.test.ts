import { describe, it } from "vitest";
import { exponential, fixed } from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";
import { meanOf, queueOfHandlers, shareAbove } from "../support/queue.ts";

describe.each([
  { servers: 2, offered: 1.8, delayed: 0.8526315789, wait: 4.2631578947, waiting: 7.6736842105 },
  { servers: 3, offered: 2, delayed: 0.4444444444, wait: 0.4444444444, waiting: 0.8888888889 },
  { servers: 5, offered: 4, delayed: 0.5541125541, wait: 0.5541125541, waiting: 2.2164502165 },
  { servers: 10, offered: 9, delayed: 0.6687315241, wait: 0.6687315241, waiting: 6.018583717 },
])("M/M/$servers offered $offered (Erlang C)", ({ servers, offered, delayed, wait, waiting }) => {
  const runs = replicate((replication) => replication).map((replication) =>
    queueOfHandlers({
      arrivalRate: offered,
      service: exponential(1),
      servers,
      customers: 30_000,
      warmUp: 3_000,
      replication,
    }),
  );

  it("delays as many for as long as it should", () => {
    expectInside(
      runs.map(({ waits }) => shareAbove(waits, 0)),
      delayed,
    );
    expectInside(
      runs.map(({ waits }) => meanOf(waits)),
      wait,
      0.5,
    );
    expectInside(
      runs.map(({ meanWaiting }) => meanWaiting),
      waiting,
      0.5,
    );
    expectInside(
      runs.map(({ meanInSystem }) => meanInSystem),
      waiting + offered,
      0.5,
    );
  });

  it("has waits beyond t as often as C e^-(c - a)t", () => {
    // Of ten servers offered nine, one in twenty waits more than 2.5933596649.
    for (const t of [0.5, 1, 2, 2.5933596649, 3]) {
      const theory = delayed * Math.exp(-(servers - offered) * t);
      expectInside(
        runs.map(({ waits }) => shareAbove(waits, t)),
        theory,
        1,
      );
    }
  });
});

describe.each([
  { servers: 2, offered: 1.6, wait: 0.9032838794, waiting: 1.4452542071 },
  { servers: 10, offered: 9, wait: 0.3445820504, waiting: 3.1012384534 },
])("M/D/$servers offered $offered", ({ servers, offered, wait, waiting }) => {
  it("waits as long as it should", () => {
    const runs = replicate((replication) =>
      queueOfHandlers({
        arrivalRate: offered,
        service: fixed(1),
        servers,
        customers: 12_000,
        warmUp: 1_000,
        replication,
      }),
    );
    expectInside(
      runs.map(({ waits }) => meanOf(waits)),
      wait,
      0.5,
    );
    expectInside(
      runs.map(({ meanWaiting }) => meanWaiting),
      waiting,
      0.5,
    );
  });
});
