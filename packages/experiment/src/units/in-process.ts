import type { Executor } from "./executor.ts";
import { type Policy, type Simulating, simulateUnit } from "./simulate-unit.ts";

/** Who runs the units. */
export interface Executing {
  /** Awaited after each unit that runs in this process; nothing unless given. */
  readonly pause?: () => Promise<void>;
  /** Given the executor that runs units in this process; gives the one to use. */
  readonly executor?: (own: Executor) => Executor;
}

/** The executor asked for. */
export function executing(
  policies: readonly Policy[],
  simulating: Simulating,
  { pause, executor = (own) => own }: Executing,
): Executor {
  return executor(inProcess(policies, simulating, pause));
}

/** Runs units one after the other in this process, and awaits `pause` after each, so that a progress bar can draw and signals can arrive. */
function inProcess(
  policies: readonly Policy[],
  simulating: Simulating,
  pause: () => Promise<void> = () => Promise.resolve(),
): Executor {
  return {
    async run(units, told, interrupted) {
      for (const unit of units) {
        if (interrupted()) return;
        const outcome = simulateUnit(policies, unit, { ...simulating, interrupted });
        if (outcome === undefined) return;
        told(unit, outcome);
        await pause();
      }
    },
  };
}
