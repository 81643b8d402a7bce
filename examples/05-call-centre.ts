/**
 * A call centre with three shifts, told as events. Calls come around the clock; outside of opening hours, or when ten wait, they
 * are turned away; who has waited two minutes hangs up. A call in progress at the end of a shift is finished. Run it with
 * `npx tsx examples/05-call-centre.ts`. Times are in hours.
 */
import { CapacitySchedule, exponential, Resource, Simulation, shifts, Tally } from "@mpp-sim/engine";
import { interval } from "./interval.ts";

const hours = ["08-12", "12-17", "17-20"];
const plan = shifts(
  [
    [0, 0],
    [8, 6],
    [12, 10],
    [17, 4],
    [20, 0],
  ],
  24,
);
const timeBetween = exponential(1 / 90);
const talkTime = exponential(5 / 60);

const answered = hours.map(() => new Tally());
const hungUp = new Tally();
const overtime = new Tally();
for (let week = 0; week < 20; week++) {
  const simulation = new Simulation({ seed: "call centre", replication: week });
  const shiftOf = (): number => [8, 12, 17].findLastIndex((from) => simulation.now % 24 >= from);
  const open = (): boolean => shiftOf() >= 0 && simulation.now % 24 < 20;
  const calls = hours.map(() => 0);
  const answeredNow = hours.map(() => 0);
  let left = 0;

  const agents = new Resource(simulation, "agents", 0, {
    balks: (_, waiting) => !open() || waiting >= 10,
    reneges: () => left++,
  });
  new CapacitySchedule(simulation, "agents", agents, plan);
  const talks = simulation.eventType("talks", (shift) => {
    answeredNow[shift]!++;
    simulation.schedule(talkTime.sample(simulation.stream("talk")), ends, shift);
  });
  const ends = simulation.eventType("ends", () => {
    if (!open()) overtime.add((simulation.now % 24) - 20);
    agents.release();
  });
  const rings = simulation.eventType("rings", () => {
    const shift = shiftOf();
    if (open()) calls[shift]!++;
    agents.request(talks, shift, 1, 0, 2 / 60);
    simulation.schedule(timeBetween.sample(simulation.stream("calls")), rings, 0);
  });
  simulation.schedule(timeBetween.sample(simulation.stream("calls")), rings, 0);
  simulation.run(7 * 24);
  for (const shift of hours.keys()) answered[shift]!.add((100 * answeredNow[shift]!) / calls[shift]!);
  hungUp.add(left / 7);
}
console.log("of the calls of each shift, the share answered (90 calls an hour, 12 an hour each agent)");
hours.forEach((shift, i) => {
  console.log(`${shift}  ${[6, 10, 4][i]!.toString().padStart(2)} agents  ${interval(answered[i]!, 1).padStart(11)} %`);
});
console.log(`hang up       ${interval(hungUp, 1)} a day`);
console.log(`after closing the last calls go on for ${(60 * overtime.mean).toFixed(1)} minutes on average`);
