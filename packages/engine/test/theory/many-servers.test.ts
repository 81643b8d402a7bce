import { describe, it } from "vitest";
import { exponential } from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";
import { meanOf, queueOfHandlers, shareAbove } from "../support/queue.ts";

describe.each([
  { servers: 2, offered: 1.8, delayed: 0.8526315789, wait: 4.2631578947, waiting: 7.6736842105 },
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
    for (const t of [0.5, 1, 2]) {
      const theory = delayed * Math.exp(-(servers - offered) * t);
      expectInside(
        runs.map(({ waits }) => shareAbove(waits, t)),
        theory,
        0.5,
      );
    }
  });
});
