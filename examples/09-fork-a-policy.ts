/**
 * A queue grows for a day; then there are three ways to go on: leave it, open a second desk, or work faster. Each future is forked
 * from the same past and meets the same people, so what differs is the policy. Run it with `npx tsx examples/09-fork-a-policy.ts`.
 * Times are in hours.
 */
import { exponential, Resource, Simulation, type StateTransfer, Tally } from "@mpp-sim/engine";
import { interval } from "./interval.ts";

interface Office {
  readonly desk: Resource;
  readonly waits: Tally;
  /** How fast the desk works; part of the model's state, so that a fork has its own. */
  pace: number;
}

const most = 4096;

/** Handlers and tables only: what a model is made of that can be saved. */
function office(simulation: Simulation): Office {
  const model = { desk: new Resource(simulation, "desk", 1), waits: new Tally(), pace: 1 };
  let came = new Float64Array(most);
  simulation.register("waits", model.waits);
  simulation.register("office", {
    transfer(state: StateTransfer) {
      model.pace = state.number(model.pace);
      came = state.floats(came);
    },
  });
  const gap = exponential(1 / 11);
  const service = exponential(1 / 10);
  const comes = simulation.eventType("comes", (person) => {
    came[person] = simulation.now;
    model.desk.request(begins, person);
    simulation.schedule(gap.sample(simulation.stream("gaps")), comes, (person + 1) % most);
  });
  const begins = simulation.eventType("begins", (person) => {
    model.waits.add(simulation.now - came[person]!);
    // Drawn for the person, not in turn: so everybody needs the same time in every future.
    const time = service.quantile(simulation.keyed("service").uniform(person, 0));
    simulation.schedule(time / model.pace, leaves, person);
  });
  const leaves = simulation.eventType("leaves", () => model.desk.release());
  simulation.schedule(0, comes, 0);
  return model;
}

const policies: Readonly<Record<string, (model: Office) => void>> = {
  "as it is": () => {},
  "a second desk": ({ desk }) => desk.setCapacity(2),
  "a quarter faster": (model) => {
    model.pace = 1.25;
  },
};
const names = Object.keys(policies);
const meanWaits = names.map(() => new Tally());
const saved = names.map(() => new Tally());

for (let replication = 0; replication < 20; replication++) {
  const past = new Simulation({ seed: "office", replication });
  office(past);
  past.run(24);
  const waits = names.map((name) => {
    const { simulation, model } = past.fork(office);
    simulation.resetStatistics();
    policies[name]!(model);
    simulation.run(48);
    return model.waits.mean;
  });
  waits.forEach((wait, i) => {
    meanWaits[i]!.add(wait);
    saved[i]!.add(waits[0]! - wait);
  });
}
console.log("mean wait on the second day, hours; less than as it is, in pairs of the same people");
names.forEach((name, i) => {
  console.log(
    `${name.padEnd(17)} ${interval(meanWaits[i]!, 2)}${i === 0 ? "" : `   less by ${interval(saved[i]!, 2)}`}`,
  );
});
