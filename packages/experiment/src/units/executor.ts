import type { Outcome, Unit } from "./rounds.ts";

/** Told what came of a unit. */
export type Told = (unit: Unit, outcome: Outcome) => void;

/** Runs units: in this process, in threads, on other machines. */
export interface Executor {
  /**
   * Takes units one by one, runs them, and tells what came of each, in any order, once. It takes no more once `interrupted` is true, and
   * gives up those under way. It ends when nothing is under way any more.
   */
  run(units: Iterable<Unit>, told: Told, interrupted: () => boolean): Promise<void>;
}
