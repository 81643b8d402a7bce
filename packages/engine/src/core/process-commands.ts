import type { Command, Process } from "../process/process.ts";
import type { EventType } from "./events.ts";
import type { Handle } from "./handle.ts";
import { Running } from "./running.ts";

/** What a simulation offers to processes: to start, to wait, to be told how a wait ended. */
export abstract class ProcessCommands extends Running {
  /** Event type that resumes a process: what a process gives, with `mustBeProcess()`, to a line that it joins. */
  abstract readonly resume: EventType;

  /**
   * Starts a process at this instant, after what has been scheduled for it already; returns its handle, for `join` and
   * `interrupt`. Messages call it by its name, or by a number.
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
   * Throws an `Interrupt` with this reason into a process, at this instant and before all else that is to happen at it; what the
   * process waits for is withdrawn first. Each of several interrupts of one instant is delivered, in order, as long as it lives.
   * False when it has ended.
   * @throws RangeError if a process interrupts itself
   */
  interrupt(process: Handle, reason?: unknown): boolean {
    return this.processes.interrupt(process, reason);
  }

  /**
   * For processes: `yield simulation.hold(3)` goes on three time units later.
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
   * For processes: `yield simulation.join(other)` goes on when the other has ended, at once if it has.
   * @throws RangeError as `mustBeProcess` does
   */
  join(process: Handle): Command {
    return this.processes.join(process);
  }

  /**
   * For processes: `yield simulation.anyOf(desk.acquire(), simulation.hold(5))` goes on when one of the commands has come, and
   * withdraws the others. `outcome` says which: 0 for the first.
   * @throws RangeError if they are not the commands that the process has given last, in order
   */
  anyOf(...commands: Command[]): Command {
    return this.processes.group("any", commands);
  }

  /**
   * For processes: `yield simulation.allOf(desk.acquire(), lift.acquire())` goes on when all have come. If it is withdrawn before,
   * units that resources have granted go back.
   * @throws RangeError as `anyOf` does
   */
  allOf(...commands: Command[]): Command {
    return this.processes.group("all", commands);
  }

  /**
   * For processes: `yield simulation.within(5, desk.acquire())` goes on when the command has come, or after that time, when it
   * is withdrawn and `outcome` is `Outcome.late`; otherwise `outcome` is what the command says, of `anyOf` which has come. What has
   * been granted at the instant at which the time is over is in time.
   * @throws RangeError as `hold` and `anyOf` do
   */
  within(time: number, command: Command): Command {
    return this.processes.group("within", [command, this.hold(time)]);
  }

  /**
   * For processes: how the last wait ended that can end in more than one way, such as `anyOf`, `within`, or `acquire` of a
   * resource where one may balk. One of `Outcome`, or for `anyOf` the place of the command that came first, unless that one did not
   * come to what it waited for: it balked, say, or was a `within` that was late.
   */
  get outcome(): number {
    return this.processes.outcome;
  }

  /**
   * The running process, as the subject of a command of the model's own, such as joining a line. So whatever resumes a process
   * is what it waits for, and nothing is left to resume one that has ended.
   * @throws RangeError outside of a process; a process that gives several commands before it yields must put them together, by
   * `anyOf`, `allOf` or `within`, and is told so when it yields
   */
  mustBeProcess(): number {
    return this.processes.command();
  }
}
