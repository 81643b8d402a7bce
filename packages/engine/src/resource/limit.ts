import type { LocalCalendar } from "../calendar/local-calendar.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";

/**
 * A quota for each local day. When the quota changes, places already used stay used. Places are never carried over to
 * another day. Places of later days can be taken too, for those on the road. Days are the day numbers of its calendar.
 */
export class Limit implements Stateful {
  /** As given, for messages. */
  readonly name: string;
  /** The local calendar of its days: `limit.calendar.dayOf(simulation.now)` is today. */
  readonly calendar: LocalCalendar;
  private quota = 0;
  private readonly used: Map<number, number> = new Map();

  /** @throws RangeError if the quota is negative or not a number; Infinity means no limit */
  constructor(name: string, calendar: LocalCalendar, perDay: number) {
    this.name = name;
    this.calendar = calendar;
    this.setPerDay(perDay);
  }

  /** The quota now in force, for every day; `setPerDay` changes it. */
  get perDay(): number {
    return this.quota;
  }

  /** Places left on a day: none when a lowered quota is below what the day has used. */
  roomOn(day: number): number {
    return Math.max(0, this.quota - this.usedOn(day));
  }

  /** Places used on a day. */
  usedOn(day: number): number {
    return this.used.get(day) ?? 0;
  }

  /** Uses places of a day. @throws RangeError if there is not that much room, or the amount is not a whole number from 1 */
  take(day: number, amount: number): void {
    this.check(amount, this.roomOn(day), "left");
    this.used.set(day, this.usedOn(day) + amount);
  }

  /** Frees places that were used. @throws RangeError if fewer were used, or the amount is not a whole number from 1 */
  giveBack(day: number, amount: number): void {
    this.check(amount, this.usedOn(day), "used");
    this.used.set(day, this.usedOn(day) - amount);
  }

  /** Changes the quota from now on, for every day. @throws RangeError if it is negative or not a number */
  setPerDay(perDay: number): void {
    if (!(perDay >= 0)) throw new RangeError(`limit ${this.name}: quota must not be negative, got ${perDay}`);
    this.quota = perDay;
  }

  private check(amount: number, most: number, what: string): void {
    if (!(Number.isInteger(amount) && amount >= 1 && amount <= most)) {
      throw new RangeError(
        `limit ${this.name}: amount must be a whole number from 1 to the ${most} places ${what}, got ${amount}`,
      );
    }
  }

  transfer(state: StateTransfer): void {
    this.quota = state.number(this.quota);
    const days = state.floats(Float64Array.from(this.used.keys()));
    const amounts = state.floats(Float64Array.from(this.used.values()));
    this.used.clear();
    days.forEach((day, i) => {
      this.used.set(day, amounts[i]!);
    });
  }
}
