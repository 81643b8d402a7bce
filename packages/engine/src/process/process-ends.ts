import type { Handle } from "../core/handle.ts";
import type { WaitingPlace } from "./waiting-place.ts";

interface Joiner {
  readonly id: Handle;
  /** The process that waits. */
  readonly subject: number;
}

/** Those who wait for the end of a process. */
export class ProcessEnds implements WaitingPlace {
  private readonly joiners: Map<number, Joiner[]> = new Map();
  private readonly targets: Map<Handle, number> = new Map();
  private lastId = 0;

  /** How many wait. */
  get count(): number {
    return this.targets.size;
  }

  /** A process waits for the end of the process in row `target`. */
  join(target: number, subject: number): Handle {
    const id = ++this.lastId;
    const others = this.joiners.get(target);
    if (others === undefined) this.joiners.set(target, [{ id, subject }]);
    else others.push({ id, subject });
    this.targets.set(id, target);
    return id;
  }

  /** Row of the process for whose end a handle waits, or -1. */
  targetOf(id: Handle): number {
    return this.targets.get(id) ?? -1;
  }

  cancel(id: Handle): boolean {
    const target = this.targets.get(id);
    if (target === undefined) return false;
    this.targets.delete(id);
    this.joiners.set(
      target,
      this.joiners.get(target)!.filter((joiner) => joiner.id !== id),
    );
    return true;
  }

  isPending(id: Handle): boolean {
    return this.targets.has(id);
  }

  /** Nobody waits any more. */
  clear(): void {
    this.joiners.clear();
    this.targets.clear();
  }

  /** The process in row `target` has ended: tells those who wait for it, in the order of their joining. */
  ended(target: number, wake: (subject: number, id: Handle) => void): void {
    const joiners = this.joiners.get(target);
    if (joiners === undefined) return;
    this.joiners.delete(target);
    for (const { id, subject } of joiners) {
      this.targets.delete(id);
      wake(subject, id);
    }
  }
}
