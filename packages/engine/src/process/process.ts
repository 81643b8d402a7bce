/**
 * What a process yields: the handle of what it waits for. The engine has noted that already and ignores the value; a handle
 * lets a process name the command again, to withdraw it or to put it into `anyOf`, `allOf` and `within`.
 */
export type Command = number;

/**
 * The story of one entity, written as a generator: it yields whenever it waits, one command a time. What it returns can be read
 * with `Simulation.resultOf` when it has ended.
 */
export type Process<Result = void> = Generator<Command, Result, unknown>;

/** How a wait ended, where it can end in more than one way; `Simulation.outcome` says it to the process that goes on. */
export const Outcome: {
  /** What it waited for has come. */
  readonly done: 0;
  /** The time of `within` was over before. */
  readonly late: -1;
  /** It did not join: the resource's rule of balking said so. */
  readonly balked: -2;
  /** Its work was lost when another took its place. */
  readonly lost: -3;
} = { done: 0, late: -1, balked: -2, lost: -3 };
