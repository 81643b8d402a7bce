import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { DayClock } from "./day-clock.ts";

/** Persons counted as something happens to them: in total, and by local date within the period. */
export class Flow implements Stateful {
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

  transfer(state: StateTransfer): void {
    this.total = state.number(this.total);
    state.floats(this.daily);
  }
}
