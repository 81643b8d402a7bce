/**
 * A clinic with one doctor. Three in ten hours of work are urgent; seven in ten hours the doctor works at all. How long are
 * patients there if all are alike, if the urgent go first, and if the doctor leaves another's bed for them? Theory is that of
 * M/M/1 with priorities. Run it with `npx tsx examples/08-clinic.ts`. Times are in hours.
 */
import { exponential, Simulation, Station, Tally } from "@mpp-sim/engine";
import { interval } from "./interval.ts";

const treatment = exponential(1);
const [urgent, other] = [1, 0];
const timeBetween = [exponential(1 / 0.4), exponential(1 / 0.3)];

/** Mean time in the clinic of urgent and other patients. */
function clinic(priorities: boolean, preemptive: boolean, replication: number): [urgent: number, other: number] {
  const simulation = new Simulation({ seed: "clinic", replication });
  const doctor = new Station(simulation, "doctor", 1, { preemptive });
  const stays = [new Tally(), new Tally()];
  const since: number[] = [];
  const kinds: number[] = [];
  const leaves = simulation.eventType("leaves", (patient) => {
    stays[kinds[patient]!]!.add(simulation.now - since[patient]!);
  });
  const comes = simulation.eventType("comes", (kind) => {
    const patient = since.push(simulation.now) - 1;
    kinds.push(kind);
    doctor.request(leaves, patient, treatment.sample(simulation.stream("treatment")), 1, priorities ? kind : 0);
    simulation.schedule(timeBetween[kind]!.sample(simulation.stream(`arrivals ${kind}`)), comes, kind);
  });
  for (const kind of [urgent, other]) {
    simulation.schedule(timeBetween[kind]!.sample(simulation.stream(`arrivals ${kind}`)), comes, kind);
  }
  simulation.run(20_000);
  return [stays[urgent]!.mean, stays[other]!.mean];
}

for (const [rule, priorities, preemptive, theory] of [
  ["first come, first served", false, false, [3.33, 3.33]],
  ["urgent first", true, false, [2, 4.33]],
  ["urgent at once", true, true, [1.43, 4.76]],
] as const) {
  const stays = [new Tally(), new Tally()] as const;
  for (let replication = 0; replication < 20; replication++) {
    clinic(priorities, preemptive, replication).forEach((mean, i) => {
      stays[i]!.add(mean);
    });
  }
  const [first, second] = stays.map((stay, i) => `${interval(stay)} (theory ${theory[i]!.toFixed(2)})`);
  console.log(`${rule.padEnd(25)} urgent ${first}, others ${second}`);
}
