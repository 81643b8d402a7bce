import type { DayClock } from "./day-clock.ts";

/** Persons counted as something happens to them: in total, and by local date within the period. */
export class Flow {
  total = 0;
  readonly daily: Float64Array;
  private readonly clock: DayClock;

  constructor(clock: DayClock, days: number) {
    this.clock = clock;
    this.daily = new Float64Array(days);
  }

  add(persons: number): void {
    this.total += persons;
    const { index } = this.clock;
    if (index >= 0) this.daily[index] = this.daily[index]! + persons;
  }
}
