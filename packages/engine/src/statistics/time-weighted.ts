import type { Stateful, StateTransfer } from "../core/stateful.ts";
/** A level that changes at instants, with its integral over time, mean and maximum. */
export class TimeWeighted implements Stateful {
  /** The level now; `set` and `add` change it. */
  level = 0;
  /** The highest level, however short it lasted. */
  max = 0;
  private readonly clock: { readonly now: number };
  private area = 0;
  private since = 0;
  private start = 0;

  /** `clock` is what tells the time, such as a simulation. */
  constructor(clock: { readonly now: number }, initial = 0) {
    this.clock = clock;
    this.level = initial;
    this.max = initial;
    this.since = clock.now;
    this.start = clock.now;
  }

  /** The level from now on. */
  set(level: number): void {
    const { now } = this.clock;
    this.area += this.level * (now - this.since);
    this.since = now;
    this.level = level;
    if (level > this.max) this.max = level;
  }

  /** Raises the level, or lowers it. */
  add(change: number): void {
    this.set(this.level + change);
  }

  /** Level times time from the start (or the last reset) to now. */
  get integral(): number {
    return this.area + this.level * (this.clock.now - this.since);
  }

  /** Mean level over time; the level itself when no time has passed. */
  get mean(): number {
    const span = this.clock.now - this.start;
    return span === 0 ? this.level : this.integral / span;
  }

  /** Forgets the past, for a warm-up. The level stays. */
  reset(): void {
    this.area = 0;
    this.since = this.clock.now;
    this.start = this.clock.now;
    this.max = this.level;
  }

  transfer(state: StateTransfer): void {
    this.level = state.number(this.level);
    this.max = state.number(this.max);
    this.area = state.number(this.area);
    this.since = state.number(this.since);
    this.start = state.number(this.start);
  }
}
