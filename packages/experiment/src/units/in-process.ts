import type { Executor } from "./executor.ts";
import type { Outcome, Unit } from "./rounds.ts";
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
  const run: RunUnit = (unit, interrupted) => simulateUnit(policies, unit, { ...simulating, interrupted });
  return executor(oneByOne(run, pause));
}

/** Runs a unit; undefined if it was interrupted. */
type RunUnit = (unit: Unit, interrupted: () => boolean) => Outcome | undefined;

/** Runs units one after the other in this thread, and awaits `pause` after each, so that a progress bar can draw and signals can arrive. */
export function oneByOne(run: RunUnit, pause: () => Promise<void> = () => Promise.resolve()): Executor {
  return {
    async run(units, told, interrupted) {
      for (const unit of units) {
        const outcome = interrupted() ? undefined : run(unit, interrupted);
        if (outcome === undefined) return;
        told(unit, outcome);
        await pause();
      }
    },
  };
}
