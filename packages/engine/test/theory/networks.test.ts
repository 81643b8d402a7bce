import { describe, it } from "vitest";
import {
  type Distribution,
  exponential,
  fixed,
  geometric,
  Resource,
  Simulation,
  TimeWeighted,
} from "../../src/index.ts";
import { expectInside, replicate } from "../support/interval.ts";

/** A row of desks, each with one server, that customers pass one after another; some come back to the first from the last. */
interface Network {
  readonly rate: number;
  readonly batch?: Distribution;
  readonly services: readonly number[];
  readonly returns?: number;
}

/** Mean number in the system and mean time there, over time and customers after a warm-up. */
function run({ rate, batch = fixed(1), services, returns = 0 }: Network, replication: number) {
  const [warmUp, end] = [500, 8000];
  const simulation = new Simulation({ seed: "networks", replication });
  const [gaps, times, choices, sizes] = ["gaps", "times", "choices", "sizes"].map((name) =>
    simulation.fastStream(name),
  ) as [
    ReturnType<Simulation["fastStream"]>,
    ReturnType<Simulation["fastStream"]>,
    ReturnType<Simulation["fastStream"]>,
    ReturnType<Simulation["fastStream"]>,
  ];
  const between = exponential(1 / rate);
  const desks = services.map((mean, i) => ({
    desk: new Resource(simulation, `desk ${i}`, 1),
    service: exponential(mean),
  }));
  const inside = new TimeWeighted(simulation);
  const at: number[] = [];
  const since: number[] = [];
  let [customers, left, spent] = [0, 0, 0];
  const goOn = (customer: number, stop: number): void => {
    at[customer] = stop;
    desks[stop]!.desk.request(begins, customer);
  };
  const begins = simulation.eventType("begins", (customer) => {
    simulation.schedule(desks[at[customer]!]!.service.sample(times), ends, customer);
  });
  const ends = simulation.eventType("ends", (customer) => {
    const stop = at[customer]!;
    desks[stop]!.desk.release();
    if (stop + 1 < desks.length) goOn(customer, stop + 1);
    else if (choices.uniform() < returns) goOn(customer, 0);
    else {
      inside.add(-1);
      if (since[customer]! >= warmUp) {
        left++;
        spent += simulation.now - since[customer]!;
      }
    }
  });
  const comes = simulation.eventType("comes", () => {
    const size = batch.sample(sizes);
    inside.add(size);
    for (let i = 0; i < size; i++) {
      since[customers] = simulation.now;
      goOn(customers++, 0);
    }
    simulation.schedule(between.sample(gaps), comes, 0);
  });
  simulation.schedule(0, comes, 0);
  simulation.run(warmUp);
  inside.reset();
  simulation.run(end);
  return { inSystem: inside.mean, time: spent / left };
}

describe.each([
  { name: "two desks in a row (Jackson)", model: { rate: 1, services: [1 / 2, 1 / 1.5] }, inSystem: 3, time: 3 },
  { name: "half come back (Jackson)", model: { rate: 1, services: [1 / 3], returns: 0.5 }, inSystem: 2, time: 2 },
  {
    name: "they come in threes",
    model: { rate: 0.25, services: [1], batch: fixed(3) },
    inSystem: 6,
    time: 6 / 0.75,
  },
  {
    name: "they come in groups of geometric size, two on average",
    model: { rate: 0.4, services: [1], batch: geometric(2) },
    inSystem: 8,
    time: 8 / 0.8,
  },
])("$name", ({ model, inSystem, time }) => {
  it(`has ${inSystem} in the system, each for ${time}`, () => {
    const runs = replicate((replication) => run(model, replication));
    expectInside(
      runs.map((each) => each.inSystem),
      inSystem,
    );
    expectInside(
      runs.map((each) => each.time),
      time,
    );
  });
});
