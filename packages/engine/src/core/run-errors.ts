import { Interrupt } from "../process/interrupt.ts";

/** The handler of an event threw an error, which is the `cause`. It ends the run; the event counts as fired. */
export class EventError extends Error {
  /** Time of the event. */
  readonly time: number;
  /** Name of its type. */
  readonly type: string;
  /** Its subject. */
  readonly subject: number;

  constructor(time: number, type: string, subject: number, cause: unknown, remembered: string) {
    const got = cause instanceof Error ? cause.message : String(cause);
    super(`event "${type}" of subject ${subject} at time ${time} failed: ${got}${remembered}`, { cause });
    this.name = "EventError";
    this.time = time;
    this.type = type;
    this.subject = subject;
  }
}

/**
 * A process threw an error and did not catch it. It ends the run and names the process. `cause` is the error itself.
 */
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
