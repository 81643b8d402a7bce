import type { Command, Process } from "../process/process.ts";
import type { EventType } from "./events.ts";
import type { Handle } from "./handle.ts";
import { Running } from "./running.ts";

/** What a simulation offers to processes: to start, to wait, to learn how a wait ended. */
export abstract class ProcessCommands extends Running {
  /** Event type that resumes a process. A process that joins a line gives it, together with `mustBeProcess()`. */
  abstract readonly resume: EventType;

  /**
   * Starts a process at this instant, after the events already scheduled for it. Returns its handle, for `join` and
   * `interrupt`. Messages use its name, or a number.
   */
  spawn(process: Process<unknown>, name?: string): Handle {
    return this.processes.spawn(process, name);
  }

  /** Whether a process has not ended yet. */
  isAlive(process: Handle): boolean {
    return this.processes.isAlive(process);
  }

  /** Handle of the running process. @throws RangeError outside of a process */
  self(): Handle {
    return this.processes.self();
  }

  /** What a process that has ended returned. @throws RangeError if it has not ended, or returned nothing */
  resultOf<Result>(process: Process<Result>): Result {
    return this.processes.resultOf(process);
  }

  /**
   * Throws an `Interrupt` with this reason into a process, at this instant, before everything else that happens at it.
   * What the process waits for is withdrawn first. Several interrupts of one instant are delivered in order, as long as
   * the process lives. False when it has ended.
   * @throws RangeError if a process interrupts itself
   */
  interrupt(process: Handle, reason?: unknown): boolean {
    return this.processes.interrupt(process, reason);
  }

  /**
   * For processes: `yield simulation.hold(3)` resumes three time units later.
   * @throws RangeError as `schedule` and `mustBeProcess` do
   */
  hold(delay: number): Command {
    const { processes } = this;
    const process = processes.command();
    const handle = this.schedule(delay, this.resume, process);
    processes.waits(process, this, handle);
    return handle;
  }

  /**
   * For processes: `yield simulation.join(other)` resumes when the other has ended, at once if it has ended already.
   * @throws RangeError as `mustBeProcess` does
   */
  join(process: Handle): Command {
    return this.processes.join(process);
  }

  /**
   * For processes: `yield simulation.anyOf(desk.acquire(), simulation.hold(5))` resumes when one of the commands is
   * done, and withdraws the others. `outcome` says which one: 0 for the first.
   * @throws RangeError if they are not the commands that the process has given last, in order
   */
  anyOf(...commands: Command[]): Command {
    return this.processes.group("any", commands);
  }

  /**
   * For processes: `yield simulation.allOf(desk.acquire(), lift.acquire())` resumes when all are done. If it is
   * withdrawn before, units that resources have granted go back.
   * @throws RangeError as `anyOf` does
   */
  allOf(...commands: Command[]): Command {
    return this.processes.group("all", commands);
  }

  /**
   * For processes: `yield simulation.within(5, desk.acquire())` resumes when the command is done, or else after that
   * time. In the second case the command is withdrawn, and `outcome` is `Outcome.late`. In the first case `outcome` is
   * that of the command: of `anyOf`, which one is done. What is granted at the very instant when the time is over is in
   * time.
   * @throws RangeError as `hold` and `anyOf` do
   */
  within(time: number, command: Command): Command {
    return this.processes.group("within", [command, this.hold(time)]);
  }

  /**
   * For processes: how the last wait ended, if it could end in more than one way, such as `anyOf`, `within`, or
   * `acquire` of a resource where one may balk. It is one of `Outcome`. For `anyOf` it is the number of the command
   * that was done first, unless that one ended otherwise: it balked, say, or was a `within` that was late.
   */
  get outcome(): number {
    return this.processes.outcome;
  }

  /**
   * The running process, as the subject of a command of the model's own, such as joining a line. Every command is noted
   * here, so that a process is resumed only by what it waits for, and never after it has ended.
   * @throws RangeError outside of a process. A process that gives several commands before it yields must join them by
   * `anyOf`, `allOf` or `within`; otherwise it gets an error when it yields
   */
  mustBeProcess(): number {
    return this.processes.command();
  }
}
