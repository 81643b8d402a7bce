/** What a process yields: the handle of what it waits for. The engine has noted that already and ignores the value. */
export type Command = number;

/** The story of one entity, written as a generator: it yields whenever it waits, one command a time. */
export type Process = Generator<Command, void, unknown>;
