/** What a process yields: whatever made it wait. The engine has noted that already and ignores the value. */
export type Command = number;

/** The story of one entity, written as a generator: it yields whenever it waits. */
export type Process = Generator<Command, void, unknown>;
