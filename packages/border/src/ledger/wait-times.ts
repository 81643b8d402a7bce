import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import { transferFigures } from "../state/transfer-figures.ts";

/** Persons by whole days of a wait. */
type ByDay = number[];

/**
 * Lengths of waits, in persons and whole days. Some began before the run and some have not ended. The product-limit estimate uses
 * both: who is first seen after some days counts from then on, and who still waits counts until now. Kaplan and Meier (1958),
 * Nonparametric estimation from incomplete observations.
 */
export class WaitTimes implements Stateful {
  private readonly begun: ByDay = [];
  private readonly ended: ByDay = [];

  /** Persons are first seen, having waited for so many hours. */
  begin(hours: number, persons: number): void {
    add(this.begun, hours, persons);
  }

  /** Persons wait no longer, after so many hours. */
  end(hours: number, persons: number): void {
    add(this.ended, hours, persons);
  }

  /** Adds everything that another has seen. */
  merge({ begun, ended }: WaitTimes): void {
    begun.forEach((persons, day) => {
      add(this.begun, 24 * day, persons);
    });
    ended.forEach((persons, day) => {
      add(this.ended, 24 * day, persons);
    });
  }

  /** Days within which half of the waits end, given hours and persons of those that go on; NaN where no time seen so far is long enough. */
  median(open: Iterable<readonly [hours: number, persons: number]>): number {
    const still: ByDay = [];
    for (const [hours, persons] of open) add(still, hours, persons);
    let waiting = 0;
    let remain = 1;
    for (let day = 0; day < this.ended.length; day++) {
      waiting += this.begun[day] ?? 0;
      const ended = this.ended[day] ?? 0;
      if (ended > 0) remain *= 1 - ended / waiting;
      if (remain <= 0.5) return day + 1;
      waiting -= ended + (still[day] ?? 0);
    }
    return Number.NaN;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.begun, this.ended]);
  }
}

function add(byDay: ByDay, hours: number, persons: number): void {
  const day = Math.max(0, Math.floor(hours / 24));
  while (byDay.length <= day) byDay.push(0);
  byDay[day] = byDay[day]! + persons;
}
