/**
 * A bank where people do not wait for ever: two customers come in the time that one takes at a counter, and patience is as long
 * as a service, on average. Then the number inside is as if there were no limit to the counters (Poisson, mean 2), and the share
 * that leaves unserved is 2 exp(-2). Run it with `npx tsx examples/04-bank-with-reneging.ts`. Times are in minutes.
 */
import { exponential, Outcome, type Process, Resource, Simulation, Tally } from "@mpp-sim/engine";
import { interval } from "./interval.ts";

const serviceTime = exponential(5);
const patience = exponential(5);
const timeBetween = exponential(2.5);

/** One long day; the share of customers who left unserved, and the mean wait of those served. */
function day(replication: number): { left: number; wait: number } {
  const simulation = new Simulation({ seed: "patience", replication });
  const counters = new Resource(simulation, "counters", 2);
  const customers = 5000;
  let left = 0;

  function* customer(): Process {
    yield simulation.within(patience.sample(simulation.stream("patience")), counters.acquire());
    if (simulation.outcome === Outcome.late) {
      left++;
      return;
    }
    yield simulation.hold(serviceTime.sample(simulation.stream("service")));
    counters.release();
  }
  function* door(): Process {
    for (let number = 0; number < customers; number++) {
      yield simulation.hold(timeBetween.sample(simulation.stream("arrivals")));
      simulation.spawn(customer());
    }
  }
  simulation.spawn(door());
  simulation.run();
  return { left: left / customers, wait: counters.line.waits.mean };
}

const [left, waits] = [new Tally(), new Tally()];
for (let replication = 0; replication < 20; replication++) {
  const result = day(replication);
  left.add(100 * result.left);
  waits.add(result.wait);
}
console.log(`left unserved       ${interval(left)} %, theory says ${(200 * Math.exp(-2)).toFixed(2)}`);
console.log(`wait of the served  ${interval(waits)} minutes`);
