import { longerFloats } from "../core/columns.ts";
import type { EventType } from "../core/events.ts";
import { type Handle, longerLength, slotOf } from "../core/handle.ts";
import { wholeNumber } from "../core/refuse.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import { ItemQueue } from "./item-queue.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Rules of a store. */
export interface StoreOptions<Item> {
  /** How many items it holds; Infinity unless given. */
  readonly capacity?: number;
  /** Filters by name: which items a get accepts, given its argument. */
  readonly filters?: Readonly<Record<string, (item: Item, argument: number) => boolean>>;
}

/** What a get asks for. */
export interface GetOptions {
  /** Name of a filter; unless given, any item is accepted. */
  readonly filter?: string;
  /** Argument for the filter, 0 unless given. */
  readonly argument?: number;
  /** A whole number; higher goes first. */
  readonly priority?: number;
}

/**
 * Items, first in, first out: numbers such as rows of the model's own table, or values of any one type. A get waits for
 * an item that its filter accepts, in order of priority and coming; one whose filter accepts nothing holds up nobody. A
 * put waits for room. A store whose items are numbers can be saved. Registered as `store` and its name, its lines as
 * `line` and the name, with `gets` and `puts` behind it.
 */
export class Store<Item = number> implements Stateful, WaitingPlace {
  /** As given, for messages. */
  readonly name: string;
  /** The most items that it holds. */
  readonly capacity: number;
  /** How many items are in it, over time. */
  readonly contents: TimeWeighted;
  /** Those who wait for an item. */
  readonly gets: WaitingLine;
  /** Those who wait for room. */
  readonly puts: WaitingLine;
  private readonly simulation: Simulation;
  private readonly items: ItemQueue<Item> = new ItemQueue();
  private readonly filterNames: readonly string[];
  private readonly filters: readonly ((item: Item, argument: number) => boolean)[];
  /** The item of a waiter, by its row: the one it brings, or the one it has been given. `owners` says whose it is. */
  private hands: (Item | undefined)[] = [];
  private owners: Float64Array = new Float64Array(64);

  /** @throws RangeError if the capacity is not a whole number from 1, or another store or line has the name */
  constructor(simulation: Simulation, name: string, options: StoreOptions<Item> = {}) {
    const { capacity = Number.POSITIVE_INFINITY, filters = {} } = options;
    if (capacity !== Number.POSITIVE_INFINITY) wholeNumber("capacity", capacity, 1);
    this.simulation = simulation;
    this.name = name;
    this.capacity = capacity;
    this.filterNames = Object.keys(filters);
    this.filters = Object.values(filters);
    this.contents = new TimeWeighted(simulation);
    this.gets = new WaitingLine(simulation, `${name} gets`, { owner: this });
    this.puts = new WaitingLine(simulation, `${name} puts`, { owner: this });
    simulation.register(`store ${name}`, this);
  }

  /** How many items are in it. */
  get length(): number {
    return this.items.length;
  }

  /**
   * Puts an item in at once, if there is room; returns whether it did. The first in line whose filter accepts it gets
   * it.
   */
  tryPut(item: Item): boolean {
    if (this.items.length >= this.capacity) return false;
    this.add(item);
    return true;
  }

  /** Takes an item at once, if one is accepted and nobody else waits for it; otherwise undefined. */
  tryGet(options?: GetOptions): Item | undefined {
    const index = this.find(this.ruleOf(options?.filter), options?.argument ?? 0);
    return index < 0 ? undefined : this.take(index);
  }

  /**
   * The event (type, subject) fires once there is an item for it; its handler reads it with `received`, by the handle.
   * @throws RangeError if there is no filter of the name
   */
  requestGet(type: EventType, subject: number, options?: GetOptions): Handle {
    const rule = this.ruleOf(options?.filter);
    const argument = options?.argument ?? 0;
    const index = this.find(rule, argument);
    if (index >= 0) {
      const handle = this.gets.pass(type, subject, 1);
      this.hold(handle, this.take(index));
      return handle;
    }
    if (options === undefined) return this.gets.join(type, subject);
    return this.gets.join(type, subject, 1, { priority: options.priority ?? 0, rule, argument });
  }

  /** The event (type, subject) fires once the item is in, at this instant if there is room. */
  requestPut(type: EventType, subject: number, item: Item, priority = 0): Handle {
    if (this.tryPut(item)) return this.puts.pass(type, subject, 1);
    const handle = this.puts.join(type, subject, 1, { priority });
    this.hold(handle, item);
    return handle;
  }

  /**
   * The item of a get, readable once: by the handle of the request, or, for a process, of the command it yielded last.
   * Read it when the event fires, before asking for anything else.
   * @throws RangeError if there is none
   */
  received(handle: Handle = this.simulation.processes.lastYielded()): Item {
    const row = slotOf(handle);
    if (handle === 0 || this.owners[row] !== handle) {
      throw new RangeError(`store ${this.name}: handle must be of an item received and not read yet, got ${handle}`);
    }
    return this.release(row);
  }

  /**
   * Withdraws one who waits. An item given at this instant goes back to the front if the event has yet to fire; one
   * that was put stays in. False when it is too late.
   */
  cancel(handle: Handle): boolean {
    if (this.gets.leave(handle)) return true;
    if (this.puts.leave(handle)) {
      this.release(slotOf(handle));
      return true;
    }
    if (this.gets.cancel(handle)) {
      this.putBack(this.release(slotOf(handle)));
      return true;
    }
    return this.puts.cancel(handle);
  }

  isPending(handle: Handle): boolean {
    return this.gets.isPending(handle) || this.puts.isPending(handle);
  }
  isGranted(handle: Handle): boolean {
    return this.gets.isGranted(handle) || this.puts.isGranted(handle);
  }

  takeBack(handle: Handle): void {
    if (this.owners[slotOf(handle)] === handle) this.putBack(this.release(slotOf(handle)));
  }

  /** For processes: `yield shelf.get()`, then `shelf.received()`. @throws RangeError as `requestGet` and `Simulation.mustBeProcess` do */
  get(options?: GetOptions): Command {
    return this.requestGet(this.simulation.resume, this.simulation.mustBeProcess(), options);
  }

  /** For processes: `yield shelf.put(item)` goes on when there is room for it. @throws RangeError as `Simulation.mustBeProcess` does */
  put(item: Item, priority = 0): Command {
    return this.requestPut(this.simulation.resume, this.simulation.mustBeProcess(), item, priority);
  }

  /** Begins its statistics anew; what it holds stays. */
  reset(): void {
    this.contents.reset();
  }

  transfer(state: StateTransfer): void {
    const items = state.floats(
      Float64Array.from({ length: this.length }, (_, i) => this.mustBeNumber(this.items.at(i))),
    );
    const hands = state.floats(
      Float64Array.from(this.hands, (item) => (item === undefined ? 0 : this.mustBeNumber(item))),
    );
    this.owners = state.floats(this.owners);
    this.contents.transfer(state);
    this.items.clear();
    for (const item of items) this.items.push(item as Item);
    this.hands = Array.from(hands, (item, row) => (this.owners[row] === 0 ? undefined : (item as Item)));
  }

  /** Gives an item to the first in line that accepts it, or else puts it on the shelf. */
  private add(item: Item): void {
    if (this.handOver(item)) return;
    this.items.push(item);
    this.contents.add(1);
  }

  /** Gives an item to the first in line that accepts it; returns whether there is one. */
  private handOver(item: Item): boolean {
    const { gets } = this;
    if (gets.length === 0) return false;
    if (this.filters.length === 0) {
      this.hold(gets.serveFirst(), item);
      return true;
    }
    for (let handle = gets.first(); handle !== 0; handle = gets.next(handle)) {
      const rule = gets.rule(handle);
      if (rule !== 0 && !this.accepts(rule, gets.argument(handle), item)) continue;
      gets.serve(handle);
      this.hold(handle, item);
      return true;
    }
    return false;
  }

  private take(index: number): Item {
    const item = this.items.remove(index);
    this.contents.add(-1);
    // An item that is put goes to one who waits for it, if there is one, and then leaves its room to the next.
    for (let put = this.puts.first(); put !== 0 && this.length < this.capacity; put = this.puts.first()) {
      this.puts.serve(put);
      this.add(this.release(slotOf(put)));
    }
    return item;
  }

  private putBack(item: Item): void {
    if (this.handOver(item)) return;
    this.items.unshift(item);
    this.contents.add(1);
  }

  private find(rule: number, argument: number): number {
    const { items } = this;
    if (rule === 0) return items.length > 0 ? 0 : -1;
    for (let index = 0; index < items.length; index++) {
      if (this.accepts(rule, argument, items.at(index))) return index;
    }
    return -1;
  }

  private accepts(rule: number, argument: number, item: Item): boolean {
    return rule === 0 || this.filters[rule - 1]!(item, argument);
  }

  /** Number of a filter, from 1; 0 for none. */
  private ruleOf(filter: string | undefined): number {
    if (filter === undefined) return 0;
    const rule = this.filterNames.indexOf(filter) + 1;
    if (rule === 0)
      throw new RangeError(`store ${this.name}: filter must be one of ${this.filterNames.join(", ")}, got ${filter}`);
    return rule;
  }

  private hold(handle: Handle, item: Item): void {
    const row = slotOf(handle);
    while (row >= this.owners.length) this.owners = longerFloats(this.owners, longerLength(this.owners.length));
    while (this.hands.length < row) this.hands.push(undefined);
    this.hands[row] = item;
    this.owners[row] = handle;
  }

  private release(row: number): Item {
    const item = this.hands[row] as Item;
    this.hands[row] = undefined;
    this.owners[row] = 0;
    return item;
  }

  private mustBeNumber(item: Item): number {
    if (typeof item !== "number")
      throw new RangeError(`store ${this.name}: items must be numbers to be saved, got ${typeof item}`);
    return item;
  }
}
