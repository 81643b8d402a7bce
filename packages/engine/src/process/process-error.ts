import { Interrupt } from "./interrupt.ts";

/** An error that a process threw and did not catch: it ends the run and says whose story it was. `cause` is the error itself. */
export class ProcessError extends Error {
  /** Name of the process. */
  readonly process: string;

  constructor(process: string, cause: unknown) {
    super(`process ${process}: ${describe(cause)}`, { cause });
    this.name = "ProcessError";
    this.process = process;
  }
}

function describe(cause: unknown): string {
  if (cause instanceof Interrupt) return `interrupt must be caught, got ${String(cause.reason)} uncaught`;
  return cause instanceof Error ? cause.message : String(cause);
}
