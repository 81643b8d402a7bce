import { Simulation } from "@mpp-sim/engine";
import { delayModels } from "../delays.ts";
import { seed } from "../draws.ts";
import { type Prepare, stopwatch } from "../measure/program.ts";

/**
 * The hold model: each event that fires is scheduled again. `pending` of them are on the calendar, which is filled once and goes
 * on from run to run. The estimate is the mean delay, pending events by time over events fired.
 */
export const prepare: Prepare = ({ n, pending = 1000, delays = "exponential" }) => {
  const model = delayModels[delays];
  // All of a calendar may lie at one instant.
  const simulation = new Simulation({ seed, limits: { eventsAtOneInstant: 2 * pending } });
  const source = simulation.fastStream("delays");
  const fires = simulation.eventType("fires", (subject) => {
    simulation.schedule(model.sample(source), fires, subject);
  });
  for (let subject = 0; subject < pending; subject++) simulation.schedule(model.remaining(source), fires, subject);
  return () => {
    const seconds = stopwatch();
    const before = simulation.eventCount;
    const span = model.span(n, pending);
    simulation.run(simulation.now + span);
    const fired = simulation.eventCount - before;
    return { work: fired, seconds: seconds(), result: (pending * span) / fired };
  };
};
