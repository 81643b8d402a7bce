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
