import { Interrupt } from "../process/interrupt.ts";

/** What the handler of an event threw, with the event: `cause` is the error itself. It ends the run; the event has been fired. */
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
