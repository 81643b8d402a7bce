import type { LocalCalendar } from "../calendar/local-calendar.ts";

/**
 * A quota a local day, shared by whoever takes from it. What a day used stands when the quota changes; places are never
 * carried over. Dates ahead can be taken too, for those on the road.
 */
export class Limit {
  readonly name: string;
  readonly calendar: LocalCalendar;
  perDay: number;
  private readonly used: Map<number, number> = new Map();

  /** @throws RangeError if the quota is negative */
  constructor(name: string, calendar: LocalCalendar, perDay: number) {
    this.name = name;
    this.calendar = calendar;
    this.perDay = perDay;
    this.setPerDay(perDay);
  }

  /** Places left on a date (day number). */
  roomOn(day: number): number {
    return Math.max(0, this.perDay - this.usedOn(day));
  }

  usedOn(day: number): number {
    return this.used.get(day) ?? 0;
  }

  /** @throws RangeError if there is not that much room */
  take(day: number, amount: number): void {
    if (amount > this.roomOn(day)) {
      throw new RangeError(`limit ${this.name}: amount must be at most the ${this.roomOn(day)} places left, got ${amount}`);
    }
    this.used.set(day, this.usedOn(day) + amount);
  }

  /** Frees places taken before. @throws RangeError if fewer were taken */
  giveBack(day: number, amount: number): void {
    if (amount > this.usedOn(day)) {
      throw new RangeError(`limit ${this.name}: amount must be at most the ${this.usedOn(day)} places used, got ${amount}`);
    }
    this.used.set(day, this.usedOn(day) - amount);
  }

  setPerDay(perDay: number): void {
    if (!(perDay >= 0)) throw new RangeError(`limit ${this.name}: quota must not be negative, got ${perDay}`);
    this.perDay = perDay;
  }
}
