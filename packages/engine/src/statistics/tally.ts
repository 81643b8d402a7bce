import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** Mean and variance of observations as they come (Welford, 1962), mergeable (Chan, Golub, LeVeque, 1979). */
export class Tally implements Stateful {
  /** How many were added. */
  count = 0;
  /** Of all that were added. */
  sum = 0;
  /** The least that was added; Infinity if there is none. */
  min: number = Number.POSITIVE_INFINITY;
  /** The greatest that was added; -Infinity if there is none. */
  max: number = Number.NEGATIVE_INFINITY;
  private centre = 0;
  private squares = 0;

  /** Adds an observation. */
  add(x: number): void {
    this.count++;
    this.sum += x;
    const before = x - this.centre;
    this.centre += before / this.count;
    this.squares += before * (x - this.centre);
    if (x < this.min) this.min = x;
    if (x > this.max) this.max = x;
  }

  /** NaN when nothing was added. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this.centre;
  }

  /** Sample variance, with n - 1; NaN below two observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.squares / (this.count - 1);
  }

  /** Adds the observations of another tally to this one. */
  merge(other: Tally): void {
    if (other.count === 0) return;
    const count = this.count + other.count;
    const apart = other.centre - this.centre;
    this.squares += other.squares + (apart * apart * this.count * other.count) / count;
    this.centre += (apart * other.count) / count;
    this.count = count;
    this.sum += other.sum;
    if (other.min < this.min) this.min = other.min;
    if (other.max > this.max) this.max = other.max;
  }

  /** Forgets all observations. */
  reset(): void {
    this.count = 0;
    this.sum = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    this.centre = 0;
    this.squares = 0;
  }

  transfer(state: StateTransfer): void {
    this.count = state.number(this.count);
    this.sum = state.number(this.sum);
    this.min = state.number(this.min);
    this.max = state.number(this.max);
    this.centre = state.number(this.centre);
    this.squares = state.number(this.squares);
  }
}
