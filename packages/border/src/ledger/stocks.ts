import type { Stateful, StateTransfer, TimeWeighted } from "@mpp-sim/engine";
import type { DayClock } from "./day-clock.ts";

/** The mean level of each stock over each local date of its place. */
export class Stocks implements Stateful {
  private readonly entries: {
    readonly level: TimeWeighted;
    readonly clock: DayClock;
    readonly daily: Float64Array;
    integral: number;
    since: number;
  }[] = [];
  private readonly firstDay: number;
  private readonly days: number;

  constructor(firstDay: number, endDay: number) {
    this.firstDay = firstDay;
    this.days = endDay - firstDay;
  }

  /** Follows a level by the dates of `clock`; returns the array its daily means are written to. */
  follow(level: TimeWeighted, clock: DayClock): Float64Array {
    const daily = new Float64Array(this.days);
    this.entries.push({ level, clock, daily, integral: 0, since: 0 });
    return daily;
  }

  /** The date of `clock` ends at `now`. */
  closeDay(clock: DayClock, now: number): void {
    const index = clock.day - this.firstDay;
    for (const entry of this.entries) {
      if (entry.clock !== clock) continue;
      const integral = entry.level.integral;
      if (index >= 0 && index < this.days) entry.daily[index] = (integral - entry.integral) / (now - entry.since);
      entry.integral = integral;
      entry.since = now;
    }
  }

  /** The levels belong to others. */
  transfer(state: StateTransfer): void {
    for (const entry of this.entries) {
      state.floats(entry.daily);
      entry.integral = state.number(entry.integral);
      entry.since = state.number(entry.since);
    }
  }
}
