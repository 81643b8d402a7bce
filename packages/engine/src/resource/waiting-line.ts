import type { EventType, Simulation } from "../core/simulation.ts";
import type { Handle } from "../core/handle.ts";
import { Tally } from "../statistics/tally.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";

export interface PlaceInLine {
  /** Higher goes first. */
  readonly priority?: number;
  /** Among equal priorities lower goes first; the time of joining unless given. Equal ranks keep the order of joining. */
  readonly rank?: number;
}

/**
 * An ordered line of waiters. It decides nothing: a model serves it, or a resource does. Joining at the tail and leaving from
 * anywhere take constant time.
 */
export class WaitingLine {
  readonly name: string;
  /** Amount waiting, over time. */
  readonly level: TimeWeighted;
  /** Time in line of those who were served. */
  readonly waits: Tally = new Tally();
  length = 0;
  private readonly simulation: Simulation;
  private readonly id: number;
  private head = -1;
  private tail = -1;

  constructor(simulation: Simulation, name: string) {
    this.simulation = simulation;
    this.name = name;
    this.level = new TimeWeighted(simulation);
    this.id = simulation.waiters.lines++;
  }

  get amountWaiting(): number {
    return this.level.level;
  }

  /**
   * A waiter joins. Serving it schedules the event (type, subject).
   * @throws RangeError if the amount is not a whole number from 1
   */
  join(type: EventType, subject: number, amount = 1, place?: PlaceInLine): Handle {
    if (!(amount >= 1 && amount % 1 === 0)) throw new RangeError(`amount must be a whole number from 1, got ${amount}`);
    const { simulation } = this;
    const { waiters } = simulation;
    const row = waiters.add();
    const priority = place?.priority ?? 0;
    const rank = place?.rank ?? simulation.now;
    waiters.type[row] = type;
    waiters.subject[row] = subject;
    waiters.amount[row] = amount;
    waiters.priority[row] = priority;
    waiters.rank[row] = rank;
    waiters.since[row] = simulation.now;
    waiters.line[row] = this.id;
    let after = this.tail;
    while (after >= 0) {
      const ahead = waiters.priority[after]!;
      if (ahead > priority || (ahead === priority && waiters.rank[after]! <= rank)) break;
      after = waiters.previous[after]!;
    }
    const before = after < 0 ? this.head : waiters.next[after]!;
    waiters.previous[row] = after;
    waiters.next[row] = before;
    if (after < 0) this.head = row;
    else waiters.next[after] = row;
    if (before < 0) this.tail = row;
    else waiters.previous[before] = row;
    this.length++;
    this.level.add(amount);
    return waiters.handle(row);
  }

  /** Leaves without being served; false when it no longer waits here. */
  leave(handle: Handle): boolean {
    const row = this.simulation.waiters.row(handle, this.id);
    if (row < 0) return false;
    this.unlink(row);
    return true;
  }

  /** Leaves the line and goes on: schedules its event at this instant. */
  serve(handle: Handle): boolean {
    const { simulation } = this;
    const { waiters } = simulation;
    const row = waiters.row(handle, this.id);
    if (row < 0) return false;
    const [type, subject] = [waiters.type[row]!, waiters.subject[row]!];
    this.waits.add(simulation.now - waiters.since[row]!);
    this.unlink(row);
    simulation.schedule(0, type, subject);
    return true;
  }

  /** The first in line, or 0; then the next after a handle, or 0. */
  first(): Handle {
    return this.simulation.waiters.handle(this.head);
  }
  next(handle: Handle): Handle {
    const { waiters } = this.simulation;
    const row = waiters.row(handle, this.id);
    return row < 0 ? 0 : waiters.handle(waiters.next[row]!);
  }

  subject(handle: Handle): number {
    const { waiters } = this.simulation;
    return waiters.subject[this.mustStandHere(handle)]!;
  }
  amount(handle: Handle): number {
    const { waiters } = this.simulation;
    return waiters.amount[this.mustStandHere(handle)]!;
  }

  /**
   * Takes waiters from the front while their amounts fit into `places`. `block` stops at the first that does not fit, `skip`
   * passes it over, ranks kept. `visit` is told each subject, already out of the line. Returns the places left.
   */
  take(places: number, rule: "block" | "skip", visit: (subject: number) => void): number {
    const { waiters, now } = this.simulation;
    let left = places;
    let row = this.head;
    while (row >= 0 && left > 0) {
      const next = waiters.next[row]!;
      const amount = waiters.amount[row]!;
      if (amount <= left) {
        left -= amount;
        const subject = waiters.subject[row]!;
        this.waits.add(now - waiters.since[row]!);
        this.unlink(row);
        visit(subject);
      } else if (rule === "block") break;
      row = next;
    }
    return left;
  }

  /** As `take`, but each goes on by its own event at this instant. */
  fill(places: number, rule: "block" | "skip"): number {
    const { waiters } = this.simulation;
    let left = places;
    let row = this.head;
    while (row >= 0 && left > 0) {
      const next = waiters.next[row]!;
      const amount = waiters.amount[row]!;
      if (amount <= left) {
        left -= amount;
        this.serve(waiters.handle(row));
      } else if (rule === "block") break;
      row = next;
    }
    return left;
  }

  private mustStandHere(handle: Handle): number {
    const row = this.simulation.waiters.row(handle, this.id);
    if (row < 0) throw new RangeError(`handle must stand in line ${this.name}, got ${handle}`);
    return row;
  }

  private unlink(row: number): void {
    const { waiters } = this.simulation;
    const [previous, next] = [waiters.previous[row]!, waiters.next[row]!];
    if (previous < 0) this.head = next;
    else waiters.next[previous] = next;
    if (next < 0) this.tail = previous;
    else waiters.previous[next] = previous;
    this.length--;
    this.level.add(-waiters.amount[row]!);
    waiters.remove(row);
  }
}
