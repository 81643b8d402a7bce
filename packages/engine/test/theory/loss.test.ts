import { describe, it } from "vitest";
import {
  type Distribution,
  exponential,
  fixed,
  type Handle,
  lognormal,
  Resource,
  Simulation,
  TimeWeighted,
} from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";

/** Share of arrivals, after a warm-up, that find all of `servers` busy and are lost (the Erlang B model). */
function shareLost(
  servers: number,
  offered: number,
  stay: Distribution,
  arrivals: number,
  replication: number,
): number {
  const simulation = new Simulation({ seed: "loss", replication });
  const desk = new Resource(simulation, "desk", servers);
  const between = exponential(1 / offered);
  const [gaps, stays] = [simulation.fastStream("gaps"), simulation.fastStream("stays")];
  const warmUp = 10 * Math.ceil(offered);
  let lost = 0;
  const ends = simulation.eventType("ends", () => desk.release());
  const comes = simulation.eventType("comes", (customer) => {
    if (desk.tryTake()) simulation.schedule(stay.sample(stays), ends, customer);
    else if (customer >= warmUp) lost++;
    if (customer + 1 < warmUp + arrivals) simulation.schedule(between.sample(gaps), comes, customer + 1);
  });
  simulation.schedule(0, comes, 0);
  simulation.run();
  return lost / arrivals;
}

describe("M/G/c without a line (Erlang B)", () => {
  it.each([
    [2, 1, 0.2],
    [5, 3, 0.1100543478],
    [10, 5, 0.0183845703],
    [10, 9, 0.1679632263],
    [10, 10, 0.2145823431],
    [20, 15, 0.0455932156],
    [100, 100, 0.0757004527],
  ])("%d servers offered %d lose %d", (servers, offered, theory) => {
    expectInside(
      replicate((replication) => shareLost(servers, offered, exponential(1), 6000, replication)),
      theory,
      0.5,
    );
  });

  it.each([
    ["always as long", fixed(1)],
    ["exponential", exponential(1)],
    ["lognormal, cv 1.5", lognormal(1, 1.5)],
  ])("420 servers offered 400 lose 0.01404668 when a stay is %s", (_, stay) => {
    expectInside(
      replicate((replication) => shareLost(420, 400, stay, 12_000, replication)),
      0.01404668,
      0.75,
    );
  });
});

/** Time with N or more present, as shares of time after a warm-up, where everyone is served at once (M/G/infinity). */
function sharesOfTime(levels: readonly number[], replication: number): number[] {
  const [offered, warmUp, end] = [400, 10, 60];
  const simulation = new Simulation({ seed: "infinite", replication });
  const between = exponential(1 / offered);
  const stay = lognormal(1, 1);
  const [gaps, stays] = [simulation.fastStream("gaps"), simulation.fastStream("stays")];
  const above = levels.map(() => new TimeWeighted(simulation));
  let present = 0;
  const change = (by: number): void => {
    present += by;
    for (const [i, share] of above.entries()) share.set(present >= levels[i]! ? 1 : 0);
  };
  const ends = simulation.eventType("ends", () => change(-1));
  const comes = simulation.eventType("comes", () => {
    change(1);
    simulation.schedule(stay.sample(stays), ends, 0);
    simulation.schedule(between.sample(gaps), comes, 0);
  });
  simulation.schedule(0, comes, 0);
  simulation.run(warmUp);
  for (const share of above) share.reset();
  simulation.run(end);
  return above.map((share) => share.mean);
}

it("M/G/infinity offered 400: the number present is Poisson", () => {
  const shares = replicate((replication) => sharesOfTime([420, 441], replication));
  expectInside(
    shares.map(([from420]) => from420!),
    0.16465511,
    0.6,
  );
  expectInside(
    shares.map(([, over440]) => over440!),
    0.02272883,
    1.5,
  );
});

describe("Erlang A: 48 a minute, 50 agents, calls of a minute, patience of two minutes", () => {
  const [rate, agents, warmUp, calls] = [48, 50, 2000, 16_000];
  const runs = replicate((replication) => {
    const simulation = new Simulation({ seed: "erlang a", replication });
    const desk = new Resource(simulation, "desk", agents);
    const streams = ["gaps", "calls", "patience"].map((name) => simulation.fastStream(name));
    const [between, call, patience] = [exponential(1 / rate), exponential(1), exponential(2)];
    const requests: Handle[] = [];
    const limits: Handle[] = [];
    const arrivedAt: number[] = [];
    let [delayed, abandoned, waited] = [0, 0, 0];
    let [utilisation, meanWaiting] = [0, 0];
    const observe = (customer: number, leaves: boolean): void => {
      if (customer < warmUp) return;
      const wait = simulation.now - arrivedAt[customer]!;
      waited += wait;
      if (wait > 0) delayed++;
      if (leaves) abandoned++;
    };
    const granted = simulation.eventType("granted", (customer) => {
      simulation.cancel(limits[customer]!);
      observe(customer, false);
      simulation.schedule(call.sample(streams[1]!), done, customer);
    });
    const done = simulation.eventType("done", () => desk.release());
    const leaves = simulation.eventType("leaves", (customer) => {
      if (desk.cancel(requests[customer]!)) observe(customer, true);
    });
    const comes = simulation.eventType("comes", (customer) => {
      if (customer === warmUp) simulation.resetStatistics();
      if (customer === warmUp + calls - 1) [utilisation, meanWaiting] = [desk.busy.mean / agents, desk.line.level.mean];
      arrivedAt[customer] = simulation.now;
      requests[customer] = desk.request(granted, customer);
      limits[customer] = simulation.schedule(patience.sample(streams[2]!), leaves, customer);
      if (customer + 1 < warmUp + calls) simulation.schedule(between.sample(streams[0]!), comes, customer + 1);
    });
    simulation.schedule(0, comes, 0);
    simulation.run();
    return {
      delayed: delayed / calls,
      abandoned: abandoned / calls,
      wait: waited / calls,
      utilisation,
      meanWaiting,
    };
  });

  it.each([
    ["delayed", 0.46777407],
    ["abandoned", 0.03091225],
    ["meanWaiting", 2.96757592],
    ["wait", 3.7094699 / 60],
    ["utilisation", 0.93032424],
  ] as const)("%s is %d", (figure, theory) => {
    expectInside(
      runs.map((run) => run[figure]),
      theory,
    );
  });
});
