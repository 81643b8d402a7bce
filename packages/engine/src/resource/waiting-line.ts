import type { EventType } from "../core/events.ts";
import { type Handle, slotOf } from "../core/handle.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { NamedLine } from "../core/waiter-table.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { Tally } from "../statistics/tally.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import type { Holders } from "./holders.ts";
import { LineOrder } from "./line-order.ts";

/** Where in a line a waiter stands; at the end unless given. */
export interface PlaceInLine {
  /** A whole number; higher goes first. */
  readonly priority?: number;
  /** Among equal priorities lower goes first; the time of joining unless given. Equal ranks keep the order of joining. */
  readonly rank?: number;
  /** Leaves unserved after this time; only in a line that has `reneges`. */
  readonly patience?: number;
  /** For whoever serves the line: a rule by which it is to be served, 0 unless given. */
  readonly rule?: number;
  /** For whoever serves the line: the argument of the rule, 0 unless given. */
  readonly argument?: number;
}

/** Rules of a line. */
export interface LineOptions {
  /** Called with the subject of each waiter that left because its patience was over. */
  readonly reneges?: (subject: number) => void;
  /** Whom a waiter stands for and how much that one wants; the waiter itself unless given. @internal For reports. */
  readonly standsFor?: NamedLine["standsFor"];
  /** The owner of the line, from which a process that waits is withdrawn; the line itself unless given. */
  readonly owner?: WaitingPlace;
  /** Who holds what the waiters want; the line keeps it as it grants. @internal For reports. */
  readonly holders?: Holders;
}

/**
 * An ordered line of waiters. It decides nothing: a model or a resource serves it. With few priorities, joining behind
 * one's equals and leaving from anywhere take constant time. Joining ahead of equals by rank takes as long as walking
 * past them. Its state is registered as `line` and its name.
 */
export class WaitingLine implements Stateful, WaitingPlace {
  /** As given, for messages. */
  readonly name: string;
  /** Amount waiting, over time. */
  readonly level: TimeWeighted;
  /** Time in line of those who were served. */
  readonly waits: Tally = new Tally();
  /** How many wait; `level` counts the amounts they ask for. */
  length = 0;
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly order: LineOrder;
  /** Who holds what the waiters want, if that is known. @internal For reports. */
  readonly holders: Holders | undefined;
  /** As given. @internal For reports. */
  readonly standsFor: NamedLine["standsFor"];
  private readonly owner: WaitingPlace;
  /** Event at which the patience of a row is over, or -1. */
  private readonly alarm: EventType;

  /** @throws RangeError if another line has the name */
  constructor(simulation: Simulation, name: string, options: LineOptions = {}) {
    this.simulation = simulation;
    this.name = name;
    this.level = new TimeWeighted(simulation);
    this.order = new LineOrder(simulation.waiters);
    this.id = simulation.waiters.addLine(this);
    this.owner = options.owner ?? this;
    this.holders = options.holders;
    this.standsFor = options.standsFor;
    const { reneges } = options;
    this.alarm =
      reneges === undefined
        ? -1
        : simulation.eventType(`patience over, line ${name}`, (row) => reneges(this.renege(row)));
    simulation.register(`line ${name}`, this);
  }

  /** Sum of the amounts that wait. */
  get amountWaiting(): number {
    return this.level.level;
  }

  /**
   * A waiter joins. Serving it schedules the event (type, subject).
   * @throws RangeError if the amount is not a whole number from 1 to 2^31 - 1, the priority not a whole number of 32 bits,
   * the rank not a number, or the patience negative, not a number, or of no meaning here
   */
  join(type: EventType, subject: number, amount = 1, place?: PlaceInLine): Handle {
    const { simulation } = this;
    const { waiters } = simulation;
    const priority = place?.priority ?? 0;
    const rank = place?.rank ?? simulation.now;
    if (!((amount | 0) === amount && amount >= 1)) {
      throw new RangeError(`amount must be a whole number from 1 to 2^31 - 1, got ${amount}`);
    }
    if ((priority | 0) !== priority)
      throw new RangeError(`priority must be a whole number of 32 bits, got ${priority}`);
    if (Number.isNaN(rank)) throw new RangeError(`rank must be a number, got ${rank}`);
    const patience = this.patienceOf(place);
    const row = waiters.add();
    waiters.type[row] = type;
    waiters.subject[row] = subject;
    waiters.amount[row] = amount;
    waiters.priority[row] = priority;
    waiters.rank[row] = rank;
    waiters.since[row] = simulation.now;
    waiters.rule[row] = place?.rule ?? 0;
    waiters.argument[row] = place?.argument ?? 0;
    waiters.line[row] = this.id;
    this.order.insert(row);
    if (patience < Number.POSITIVE_INFINITY) waiters.alarm[row] = simulation.schedule(patience, this.alarm, row);
    this.length++;
    this.level.add(amount);
    const handle = waiters.handle(row);
    if (type === simulation.resume) simulation.processes.waits(subject, this.owner, handle);
    return handle;
  }

  /** Leaves without being served; false when it no longer waits here. */
  leave(handle: Handle): boolean {
    const { waiters } = this.simulation;
    const row = waiters.row(handle, this.id);
    if (row < 0) return false;
    this.unlink(row);
    waiters.remove(row);
    return true;
  }

  /** Leaves the line and goes on: schedules its event at this instant. False when it no longer waits here. */
  serve(handle: Handle): boolean {
    const row = this.simulation.waiters.row(handle, this.id);
    if (row < 0) return false;
    this.serveRow(row);
    return true;
  }

  /** Serves the first in line; its handle, or 0 when nobody waits. */
  serveFirst(): Handle {
    const { head } = this.order;
    if (head < 0) return 0;
    this.serveRow(head);
    return this.simulation.waiters.handle(head);
  }

  /**
   * Passes without standing in the line: schedules the event at this instant. The handle can call it back.
   * @throws RangeError as `Simulation.schedule` does
   */
  pass(type: EventType, subject: number, amount: number): Handle {
    const { simulation } = this;
    const { waiters } = simulation;
    const isProcess = type === simulation.resume;
    const event = isProcess ? simulation.goOn(subject) : simulation.schedule(0, type, subject);
    const row = waiters.add();
    waiters.type[row] = type;
    waiters.subject[row] = subject;
    waiters.amount[row] = amount;
    waiters.line[row] = this.id;
    this.waits.add(0);
    if (this.holders !== undefined) this.holders.add(isProcess ? subject : -1, amount);
    const handle = waiters.handle(row);
    if (!isProcess) waiters.grant(row, event);
    else {
      simulation.processes.serve(subject, row, event);
      simulation.processes.waits(subject, this.owner, handle);
    }
    return handle;
  }

  /**
   * Calls back one who was served, or passed, if the event has yet to fire at this instant: the event is cancelled.
   * Returns the amount, or 0 when it is too late. The wait stays among `waits`.
   */
  recall(handle: Handle): number {
    const { waiters } = this.simulation;
    const amount = waiters.recall(handle, this.id);
    if (amount > 0 && this.holders !== undefined) this.holders.remove(this.processOf(slotOf(handle)), amount);
    return amount;
  }

  /** Leaves the line, or is called back; false when it is too late. */
  cancel(handle: Handle): boolean {
    return this.leave(handle) || this.recall(handle) > 0;
  }

  /** Whether it waits here, or has been served and its event has yet to fire. */
  isPending(handle: Handle): boolean {
    return this.pendingRow(handle) >= 0;
  }

  /** Whether it has been served and its event has yet to fire. */
  isGranted(handle: Handle): boolean {
    return this.simulation.waiters.grantedRow(handle, this.id) >= 0;
  }

  /** The amount of one who waits here, or has been served and whose event has yet to fire; otherwise 0. */
  amountOf(handle: Handle): number {
    const row = this.pendingRow(handle);
    return row < 0 ? 0 : this.simulation.waiters.amount[row]!;
  }
  /** The argument of one who waits here, or has been served and whose event has yet to fire; otherwise 0. */
  argumentOf(handle: Handle): number {
    const row = this.pendingRow(handle);
    return row < 0 ? 0 : this.simulation.waiters.argument[row]!;
  }

  /** The first in line, or 0. */
  first(): Handle {
    return this.simulation.waiters.handle(this.order.head);
  }
  /** The next after a handle; 0 at the end, or when the handle no longer waits here. */
  next(handle: Handle): Handle {
    const { waiters } = this.simulation;
    const row = waiters.row(handle, this.id);
    return row < 0 ? 0 : waiters.handle(waiters.next[row]!);
  }

  /** Whom a handle stands for. @throws RangeError if it does not wait here */
  subject(handle: Handle): number {
    const row = this.mustStandHere(handle);
    return this.simulation.waiters.subject[row]!;
  }
  /** The amount a handle asks for. @throws RangeError if it does not wait here */
  amount(handle: Handle): number {
    const row = this.mustStandHere(handle);
    return this.simulation.waiters.amount[row]!;
  }

  /** When a handle joined. @throws RangeError if it does not wait here */
  since(handle: Handle): number {
    const row = this.mustStandHere(handle);
    return this.simulation.waiters.since[row]!;
  }

  /** The rule that a handle joined with. @throws RangeError if it does not wait here */
  rule(handle: Handle): number {
    const row = this.mustStandHere(handle);
    return this.simulation.waiters.rule[row]!;
  }
  /** The argument that a handle joined with. @throws RangeError if it does not wait here */
  argument(handle: Handle): number {
    const row = this.mustStandHere(handle);
    return this.simulation.waiters.argument[row]!;
  }

  /**
   * Takes waiters from the front while their amounts fit into `places`. `block` stops at the first that does not fit,
   * `skip` passes it over, ranks kept. `visit` is called with each subject, which has already left the line. It may let
   * others join and leave, but must not call `take`. Returns the places left.
   */
  take(places: number, rule: "block" | "skip", visit: (subject: number) => void): number {
    const { waiters, now } = this.simulation;
    let left = places;
    let passedOver: Handle = 0;
    let row = this.order.head;
    while (row >= 0 && left > 0) {
      const amount = waiters.amount[row]!;
      if (amount <= left) {
        const subject = waiters.subject[row]!;
        left -= amount;
        this.waits.add(now - waiters.since[row]!);
        this.unlink(row);
        waiters.remove(row);
        visit(subject);
        // The next waiter may be gone by now, and its row may have been given to another.
        const last = waiters.row(passedOver, this.id);
        row = last < 0 ? this.order.head : waiters.next[last]!;
      } else if (rule === "block") break;
      else {
        passedOver = waiters.handle(row);
        row = waiters.next[row]!;
      }
    }
    return left;
  }

  /** As `take`, but each resumes by its own event at this instant. */
  fill(places: number, rule: "block" | "skip"): number {
    const { waiters } = this.simulation;
    let left = places;
    let row = this.order.head;
    while (row >= 0 && left > 0) {
      const next = waiters.next[row]!;
      const amount = waiters.amount[row]!;
      if (amount <= left) {
        left -= amount;
        this.serveRow(row);
      } else if (rule === "block") break;
      row = next;
    }
    return left;
  }

  /**
   * Serves part of the first in line: takes up to `places` off its amount, which stays at least 1. Returns how many.
   */
  shrinkFirst(places: number): number {
    if (this.order.head < 0 || places <= 0) return 0;
    const { waiters } = this.simulation;
    const amount = waiters.amount[this.order.head]!;
    const taken = Math.min(places, amount - 1);
    waiters.amount[this.order.head] = amount - taken;
    this.level.add(-taken);
    return taken;
  }

  /** The row of the process that a row stands for, or -1. */
  private processOf(row: number): number {
    const { waiters, resume } = this.simulation;
    return waiters.type[row] === resume ? waiters.subject[row]! : -1;
  }

  private serveRow(row: number): void {
    const { simulation } = this;
    const { waiters } = simulation;
    const type = waiters.type[row]!;
    const subject = waiters.subject[row]!;
    const isProcess = type === simulation.resume;
    const event = isProcess ? simulation.goOn(subject) : simulation.schedule(0, type, subject);
    this.waits.add(simulation.now - waiters.since[row]!);
    this.unlink(row);
    if (this.holders !== undefined) this.holders.add(isProcess ? subject : -1, waiters.amount[row]!);
    if (isProcess) simulation.processes.serve(subject, row, event);
    else waiters.grant(row, event);
  }

  private pendingRow(handle: Handle): number {
    const { waiters } = this.simulation;
    return Math.max(waiters.row(handle, this.id), waiters.grantedRow(handle, this.id));
  }

  private mustStandHere(handle: Handle): number {
    const row = this.simulation.waiters.row(handle, this.id);
    if (row < 0) throw new RangeError(`handle must stand in line ${this.name}, got ${handle}`);
    return row;
  }

  private patienceOf(place: PlaceInLine | undefined): number {
    const patience = place?.patience ?? Number.POSITIVE_INFINITY;
    if (!(patience >= 0)) throw new RangeError(`patience must not be negative, got ${patience}`);
    if (patience < Number.POSITIVE_INFINITY && this.alarm < 0) {
      throw new RangeError(`line ${this.name} must have a rule of reneging for patience, got none`);
    }
    return patience;
  }

  /** The patience of a row is over: it leaves. Returns its subject. */
  private renege(row: number): number {
    const { waiters } = this.simulation;
    const subject = waiters.subject[row]!;
    this.unlink(row);
    waiters.remove(row);
    return subject;
  }

  private unlink(row: number): void {
    const { simulation } = this;
    const { waiters } = simulation;
    this.order.remove(row);
    if (this.alarm >= 0 && waiters.alarm[row] !== 0) {
      simulation.cancel(waiters.alarm[row]!);
      waiters.alarm[row] = 0;
    }
    this.length--;
    this.level.add(-waiters.amount[row]!);
  }

  /** Forgets past lengths and waits. Those who wait stay, and their waits count from joining. */
  reset(): void {
    this.level.reset();
    this.waits.reset();
  }

  transfer(state: StateTransfer): void {
    this.length = state.number(this.length);
    this.order.transfer(state);
    this.level.transfer(state);
    this.waits.transfer(state);
  }
}
