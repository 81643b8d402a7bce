/**
 * A bank with two counters, told as the story of one customer. Run it with `npx tsx examples/01-bank.ts`.
 * Times are in minutes.
 */
import { exponential, lognormal, type Process, Resource, Simulation, Tally } from "@mpp-sim/engine";

const simulation = new Simulation({ seed: "bank" });
const counters = new Resource(simulation, "counters", 2);
const timeBetween = exponential(3);
const serviceTime = lognormal(5, 0.6);
const visits = new Tally();

function* customer(name: string): Process {
  const arrivedAt = simulation.now;
  yield counters.acquire();
  const waited = simulation.now - arrivedAt;
  try {
    yield simulation.hold(serviceTime.sample(simulation.stream("service")));
  } finally {
    counters.release();
  }
  visits.add(simulation.now - arrivedAt);
  if (visits.count <= 5) {
    console.log(`${simulation.now.toFixed(1).padStart(5)}  ${name} leaves after waiting ${waited.toFixed(1)}`);
  }
}

function* door(customers: number): Process {
  for (let number = 1; number <= customers; number++) {
    yield simulation.hold(timeBetween.sample(simulation.stream("arrivals")));
    simulation.spawn(customer(`customer ${number}`));
  }
}

simulation.spawn(door(10_000));
const run = simulation.run();

const { waits, level } = counters.line;
console.log(`\n${run.status} after ${run.events} events, ${(run.now / 60).toFixed(1)} hours`);
console.log(`customers served   ${visits.count}`);
console.log(`mean wait          ${waits.mean.toFixed(2)} minutes, longest ${waits.max.toFixed(1)}`);
console.log(`mean visit         ${visits.mean.toFixed(2)} minutes`);
console.log(`mean line          ${level.mean.toFixed(2)} customers, longest ${level.max}`);
console.log(`counters in use    ${((100 * counters.busy.mean) / counters.capacity).toFixed(1)} %`);
console.log(`fingerprint        ${simulation.fingerprint()}`);
