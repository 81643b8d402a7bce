import { delayModels } from "../delays.ts";
import { openStream } from "../draws.ts";
import { type Prepare, stopwatch } from "../measure/program.ts";
import { Heap } from "./heap.ts";

/**
 * The hold model by hand: the first of `pending` events fires and is scheduled again. The calendar is filled once and goes on
 * from run to run. The estimate is the mean delay, pending events by time over events fired.
 */
export const prepare: Prepare = ({ n, pending = 1000, delays = "exponential" }) => {
  const model = delayModels[delays];
  const source = openStream(0, "delays");
  const heap = new Heap(pending);
  let until = 0;
  for (let subject = 0; subject < pending; subject++) heap.push(model.remaining(source), subject);
  return () => {
    const seconds = stopwatch();
    const span = model.span(n, pending);
    until += span;
    let fired = 0;
    while (heap.times[0]! < until) {
      heap.replace(heap.times[0]! + model.sample(source), heap.codes[0]!);
      fired++;
    }
    return { work: fired, seconds: seconds(), result: (pending * span) / fired };
  };
};
