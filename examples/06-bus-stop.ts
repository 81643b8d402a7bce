/**
 * A bus every quarter of an hour, with twelve seats; parties of one to four come at random. What does it cost a party to stay
 * together? Who comes at random waits half the time between buses, 7.5 minutes, if there is always room. Run it with
 * `npx tsx examples/06-bus-stop.ts`. Times are in minutes.
 */
import { Batch, discrete, exponential, type GroupRule, Simulation, Tally } from "@mpp-sim/engine";
import { interval } from "./interval.ts";

const partySize = discrete([1, 2, 3, 4], [4, 3, 2, 1]);
const timetable = Array.from({ length: 1000 }, (_, i) => 15 * (i + 1));

/** Mean wait of a party, and mean load of a bus. */
function stop(groups: GroupRule, seats: number, replication: number): { wait: number; load: number } {
  const simulation = new Simulation({ seed: "bus stop", replication });
  const bus = new Batch(simulation, "bus", { seats, timetable, groups });
  // Five parties come a bus, of two persons on average: ten for twelve seats.
  const timeBetween = exponential(3);
  const boards = simulation.eventType("boards", () => {});
  const comes = simulation.eventType("comes", (party) => {
    bus.request(boards, party, partySize.sample(simulation.stream("sizes")));
    simulation.schedule(timeBetween.sample(simulation.stream("arrivals")), comes, party + 1);
  });
  simulation.schedule(timeBetween.sample(simulation.stream("arrivals")), comes, 0);
  simulation.run(15 * 1000 + 1);
  return { wait: bus.line.waits.mean, load: bus.loads.mean };
}

for (const [rule, seats] of [
  ["strict", 1000],
  ["split", 12],
  ["together", 12],
  ["strict", 12],
] as const) {
  const [waits, loads] = [new Tally(), new Tally()];
  for (let replication = 0; replication < 20; replication++) {
    const { wait, load } = stop(rule, seats, replication);
    waits.add(wait);
    loads.add(load);
  }
  const what = seats === 1000 ? "room for all" : rule;
  console.log(`${what.padEnd(13)} wait ${interval(waits)} minutes, load ${interval(loads)}`);
}
