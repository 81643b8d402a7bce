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
