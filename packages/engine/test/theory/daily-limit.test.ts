import { describe, it } from "vitest";
import { Arrivals, Limit, PiecewiseRate, Simulation, WaitingLine } from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";
import { epochDay, phoenix } from "../support/zones.ts";

const warmUp = 200;

/**
 * People come one by one round the clock, on average `perDay` a local day, and cross while the limit has room, in order of
 * coming. How many are left over at the end of each day: X' = max(0, X + A - limit).
 */
function leftOver(perDay: number, limitPerDay: number, days: number, replication: number): number[] {
  const simulation = new Simulation({ seed: "daily limit", replication });
  const limit = new Limit("port", phoenix(), limitPerDay);
  const { calendar } = limit;
  const line = new WaitingLine(simulation, "port");
  const arrivals = new Arrivals(
    new PiecewiseRate([calendar.midnight(epochDay)], [perDay / 24]),
    simulation.stream("arrivals"),
  );
  const left: number[] = [];

  const serve = (): void => {
    const today = calendar.dayOf(simulation.now);
    const room = limit.roomOn(today);
    const crossed = room - line.take(room, "block", () => {});
    if (crossed > 0) limit.take(today, crossed);
  };
  const comes = simulation.eventType("comes", (person) => {
    line.join(comes, person);
    serve();
    simulation.scheduleAt(arrivals.next(), comes, person + 1);
  });
  const midnight = simulation.eventType("midnight", (day) => {
    left.push(line.length);
    serve();
    simulation.scheduleAt(calendar.nextMidnight(simulation.now), midnight, day + 1);
  });
  simulation.scheduleAt(arrivals.next(), comes, 0);
  simulation.scheduleAt(calendar.midnight(epochDay + 1), midnight, 1);
  simulation.run(calendar.midnight(epochDay + days));
  return left.slice(warmUp);
}

// The same numbers are those of the queue M/D/b, seen at whole units of its service time.
describe.each([
  // With one a day, what is left is what an M/D/1 queue holds; of an empty one the share is e (1 - 0.9) / e^0.1.
  { perDay: 0.9, limit: 1, days: 15_000, mean: 4.05, none: 0.1 * Math.exp(0.9) },
  { perDay: 4, limit: 5, days: 4000, mean: 1.1562400291, none: 0.6155645636 },
  { perDay: 9, limit: 10, days: 4000, mean: 3.1012384534, none: 0.4464995951 },
  { perDay: 45, limit: 50, days: 900, mean: 1.7786649228, none: 0.7093833748 },
  { perDay: 95, limit: 100, days: 900, mean: 5.0773737167, none: 0.5577823089 },
])("a limit of $limit a day for $perDay a day", ({ perDay, limit, days, mean, none }) => {
  const left = replicate((replication) => replication).map((replication) => leftOver(perDay, limit, days, replication));

  it("leaves as many waiting at midnight as theory says", () => {
    expectInside(
      left.map((each) => each.reduce((sum, x) => sum + x, 0) / each.length),
      mean,
      0.5,
    );
  });

  it("leaves nobody on as many days as theory says", () => {
    expectInside(
      left.map((each) => each.filter((x) => x === 0).length / each.length),
      none,
    );
  });
});
