import { type Command, Outcome } from "./process.ts";
import type { Branch } from "./wait-group.ts";
import type { WaitingPlace } from "./waiting-place.ts";

/** A command, and where it waits. */
export interface Given {
  readonly place: WaitingPlace;
  readonly handle: Command;
}

/**
 * Commands that the running process has given since it was resumed, except the last. It must join them before it
 * yields.
 */
export class EarlierCommands {
  private readonly all: Given[] = [];

  /** Another command follows this one. */
  push(given: Given): void {
    this.all.push(given);
  }

  /**
   * Takes those that are joined with the last one, as branches. A branch in `refused` is never done.
   * @throws RangeError if they are not the commands given last, in order
   */
  gather(commands: readonly Command[], last: Given, refused: WaitingPlace): Branch[] {
    const branches: Branch[] = [];
    for (let i = commands.length - 1; i >= 0; i--) {
      const given = branches.length === 0 ? last : this.all.pop()!;
      if (given.handle !== commands[i]) {
        throw new RangeError(`commands must be those the process has just given, in order, got another at ${i}`);
      }
      const { place, handle } = given;
      branches.unshift({
        place,
        handle,
        amount: place.amountOf?.(handle) ?? 0,
        outcome: place === refused ? Outcome.balked : Outcome.done,
        done: false,
        granted: false,
      });
    }
    return branches;
  }

  /** Withdraws them all, so that nothing resumes a process that has ended. */
  withdraw(): void {
    for (const { place, handle } of this.all) place.cancel(handle);
    this.all.length = 0;
  }
}
