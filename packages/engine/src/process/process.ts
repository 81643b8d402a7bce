/**
 * What a process yields: the handle of what it waits for. The engine has noted that already and ignores the value. With
 * the handle a process can name the command again: to withdraw it, or to join it with others in `anyOf`, `allOf` and
 * `within`.
 */
export type Command = number;

/**
 * The story of one entity, written as a generator. It yields whenever it waits, one command at a time. When it has
 * ended, `Simulation.resultOf` gives what it returned.
 */
export type Process<Result = void> = Generator<Command, Result, unknown>;

/** How a wait ended, if it can end in more than one way. The process reads it from `Simulation.outcome`. */
export const Outcome: {
  /** What it waited for is done. */
  readonly done: 0;
  /** The time of `within` was over first. */
  readonly late: -1;
  /** It did not join: the resource's rule of balking said so. */
  readonly balked: -2;
  /** Its work was lost when other work took its place. */
  readonly lost: -3;
} = { done: 0, late: -1, balked: -2, lost: -3 };
