import { describe, it } from "vitest";
import { exponential, Simulation, Station, type StationOptions } from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";

/** Mean times in the system of urgent and other customers: rates 0.3 and 0.4, service 1. */
function times(options: StationOptions, replication: number): readonly [urgent: number, other: number] {
  const simulation = new Simulation({ seed: "preemption", replication });
  const station = new Station(simulation, "desk", 1, options);
  const service = exponential(1);
  const gaps = [exponential(1 / 0.4), exponential(1 / 0.3)];
  const [sums, counts] = [
    [0, 0],
    [0, 0],
  ];
  const since: number[] = [];
  const leaves = simulation.eventType("leaves", (customer) => {
    sums[customer % 2]! += simulation.now - since[customer]!;
    counts[customer % 2]!++;
  });
  const comes = simulation.eventType("comes", (customer) => {
    const urgent = customer % 2;
    since[customer] = simulation.now;
    station.request(leaves, customer, service.sample(simulation.stream(`service ${urgent}`)), 1, urgent);
    simulation.schedule(gaps[urgent]!.sample(simulation.stream(`gaps ${urgent}`)), comes, customer + 2);
  });
  simulation.schedule(0, comes, 0);
  simulation.schedule(0, comes, 1);
  simulation.run(8000);
  return [sums[1]! / counts[1]!, sums[0]! / counts[0]!];
}

describe("M/M/1 with two priorities", () => {
  it("without preemption: R / (1 - 0.3) + 1 = 2 for the urgent, R / (0.7 x 0.3) + 1 = 4.3333 for the others, R = 0.7", () => {
    const runs = replicate((replication) => replication).map((replication) => times({}, replication));
    expectInside(
      runs.map(([urgent]) => urgent),
      2,
    );
    expectInside(
      runs.map(([, other]) => other),
      1 + 0.7 / 0.21,
    );
  });

  it("with preemption and resumption: 1 / 0.7 for the urgent, as if alone, and 1 / (0.7 x 0.3) for the others", () => {
    const runs = replicate((replication) => replication).map((replication) => times({ preemptive: true }, replication));
    expectInside(
      runs.map(([urgent]) => urgent),
      1 / 0.7,
    );
    expectInside(
      runs.map(([, other]) => other),
      1 / 0.21,
    );
  });
});
