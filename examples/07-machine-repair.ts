/**
 * Five machines and one mechanic. A machine makes a part in half an hour; it breaks down after ten hours of running on average,
 * in the middle of a part, which it goes on with when it is mended, two hours later on average if the mechanic has time. By the
 * theory of the machine repair model 3.576 machines run. Run it with `npx tsx examples/07-machine-repair.ts`.
 */
import {
  exponential,
  type Handle,
  Interrupt,
  type Process,
  Resource,
  Simulation,
  Tally,
  TimeWeighted,
} from "@mpp-sim/engine";
import { interval } from "./interval.ts";

const timeToFailure = exponential(10);
const repairTime = exponential(2);
const timePerPart = 0.5;
const horizon = 5000;

function workshop(replication: number): { running: number; parts: number; busy: number } {
  const simulation = new Simulation({ seed: "workshop", replication });
  const mechanic = new Resource(simulation, "mechanic", 1);
  const running = new TimeWeighted(simulation, 5);
  let parts = 0;

  function* machine(): Process {
    simulation.spawn(breakdowns(simulation.self()));
    for (;;) {
      let left = timePerPart;
      while (left > 0) {
        const from = simulation.now;
        try {
          yield simulation.hold(left);
          left = 0;
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          left -= simulation.now - from;
          running.add(-1);
          yield mechanic.acquire();
          yield simulation.hold(repairTime.sample(simulation.stream("repairs")));
          mechanic.release();
          running.add(1);
          simulation.spawn(breakdowns(simulation.self()));
        }
      }
      parts++;
    }
  }
  function* breakdowns(machine: Handle): Process {
    yield simulation.hold(timeToFailure.sample(simulation.stream("failures")));
    simulation.interrupt(machine, "breakdown");
  }
  for (let number = 1; number <= 5; number++) simulation.spawn(machine(), `machine ${number}`);
  simulation.run(horizon);
  return { running: running.mean, parts: parts / horizon, busy: mechanic.busy.mean };
}

const [running, parts, busy] = [new Tally(), new Tally(), new Tally()];
for (let replication = 0; replication < 20; replication++) {
  const result = workshop(replication);
  running.add(result.running);
  parts.add(result.parts);
  busy.add(100 * result.busy);
}
console.log(`machines that run  ${interval(running, 3)}, theory says 3.576`);
console.log(`parts an hour      ${interval(parts, 3)}, theory says ${(2 * 3.576).toFixed(3)}`);
console.log(`mechanic at work   ${interval(busy, 1)} %, theory says 71.5`);
