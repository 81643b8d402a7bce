import type { Handle } from "../core/handle.ts";
import { Outcome } from "./process.ts";
import type { WaitingPlace } from "./waiting-place.ts";

/** One command of a group. */
export interface Branch {
  /** Changes when what it waited for is granted: then it names the event that ends the wait. */
  place: WaitingPlace;
  handle: Handle;
  /** The amount that goes back when a grant is not used. */
  readonly amount: number;
  outcome: number;
  done: boolean;
  /** What it waited for has come; the event that says so is still to fire. */
  granted: boolean;
}

function isGranted({ place, handle, granted }: Branch): boolean {
  return granted || place.isGranted?.(handle) === true;
}

/**
 * Commands that a process waits for together: until one is done (`any`) or every one (`all`). A branch may be a group.
 */
export class WaitGroup implements WaitingPlace {
  readonly branches: readonly Branch[];
  /**
   * Below 0 if the branch that ended the wait was not done (for `all`: if any branch was not). Otherwise: for `any`,
   * the place in `branches` of the one done first; for `within`, the outcome of its command, which may be an `any`; for
   * `all`, `done`.
   */
  outcome: number = Outcome.done;
  private readonly kind: "any" | "all" | "within";

  constructor(kind: "any" | "all" | "within", branches: readonly Branch[]) {
    this.kind = kind;
    this.branches = branches;
  }

  /** Notes what is done when an event has resumed the process. Returns whether the wait is over. */
  settle(): boolean {
    for (const [index, branch] of this.branches.entries()) {
      if (branch.done) continue;
      if (branch.place instanceof WaitGroup) {
        branch.done = branch.place.settle();
        branch.outcome = branch.place.outcome;
      } else branch.done = !branch.place.isPending(branch.handle);
      if (!branch.done || this.kind === "all") continue;
      if (this.kind === "within" && index === 1 && isGranted(this.branches[0]!)) return false;
      this.outcome = this.outcomeOf(branch, index);
      for (const other of this.branches) if (!other.done) other.place.cancel(other.handle);
      return true;
    }
    if (!this.branches.every(({ done }) => done)) return false;
    this.outcome = this.branches.find(({ outcome }) => outcome < 0)?.outcome ?? Outcome.done;
    return true;
  }

  /** Withdraws what is not done, and gives back what has been granted. */
  cancel(): boolean {
    for (const { place, handle, amount, done } of this.branches) {
      if (!done) place.cancel(handle);
      else if (place instanceof WaitGroup) place.cancel();
      else if (amount !== 0) place.giveBack!(amount);
      else place.takeBack?.(handle);
    }
    return true;
  }

  isPending(): boolean {
    return this.branches.some(({ done }) => !done);
  }

  /** Whether all that it still waits for has been granted: its wait is over at this instant. */
  isGranted(): boolean {
    if (this.kind === "all") return this.branches.every((branch) => branch.done || isGranted(branch));
    return this.kind === "any" ? this.branches.some(isGranted) : isGranted(this.branches[0]!);
  }

  /** The branch that stands for a handle of a place, here or in a group within. */
  find(place: WaitingPlace, handle: Handle): Branch | undefined {
    for (const branch of this.branches) {
      if (branch.place === place && branch.handle === handle) return branch;
      const within = branch.place instanceof WaitGroup ? branch.place.find(place, handle) : undefined;
      if (within !== undefined) return within;
    }
    return undefined;
  }

  private outcomeOf(branch: Branch, index: number): number {
    if (branch.outcome < 0) return branch.outcome;
    if (this.kind === "any") return index;
    return index === 0 ? branch.outcome : Outcome.late;
  }
}
