import { type Process, Simulation } from "@mpp-sim/engine";
import { exponentialDelay, seed } from "../draws.ts";
import { type Prepare, stopwatch } from "../measure/program.ts";

/** The hold model with processes: `pending` of them live at once and hold again and again. */
export const prepare: Prepare = ({ n, pending = 1000 }) => {
  const simulation = new Simulation({ seed });
  const source = simulation.fastStream("delays");
  const delay = exponentialDelay(48);
  function* life(): Process {
    for (;;) yield simulation.hold(delay.sample(source));
  }
  for (let i = 0; i < pending; i++) simulation.spawn(life());
  return () => {
    const seconds = stopwatch();
    const before = simulation.eventCount;
    const span = (n / pending) * delay.mean;
    simulation.run(simulation.now + span);
    // Of the first run, the births are no holds.
    const resumed = simulation.eventCount - before - (before === 0 ? pending : 0);
    return { work: resumed, seconds: seconds(), result: (pending * span) / resumed };
  };
};
