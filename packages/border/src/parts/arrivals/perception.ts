import { exp, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { OutcomeLog } from "../../ledger/outcome-log.ts";

/** After which lag, and how smoothed, events become known. */
export interface Hearsay {
  /** Whole days after which a day is known. */
  readonly lagDays: number;
  /** Days after which the weight of a day falls to 1/e; with 0 only the last day known counts. */
  readonly smoothingDays: number;
}

/**
 * What people know about each sector, by exponential smoothing of persons returned and of persons whose journey ended: earlier days
 * weigh less, and a day weighs by its number of people.
 */
export class Perception implements Stateful {
  private readonly log: OutcomeLog;
  private readonly ended: Float64Array;
  private readonly returned: Float64Array;
  private readonly outside: Float64Array;
  private known = 0;

  constructor(log: OutcomeLog) {
    this.log = log;
    this.ended = new Float64Array(log.cells);
    this.returned = new Float64Array(log.cells);
    this.outside = new Float64Array(log.cells);
  }

  /** Takes in what has become known by the beginning of a day of the run: the days before it, less the lag. */
  hear(day: number, { lagDays, smoothingDays }: Hearsay): void {
    const { log } = this;
    const keep = smoothingDays === 0 ? 0 : exp(-1 / smoothingDays);
    log.countUntil(24 * day);
    for (; this.known + lagDays < day; this.known++) {
      const at = this.known * log.cells;
      for (let cell = 0; cell < log.cells; cell++) {
        this.ended[cell] = keep * this.ended[cell]! + (1 - keep) * log.ended[at + cell]!;
        this.returned[cell] = keep * this.returned[cell]! + (1 - keep) * log.returned[at + cell]!;
        this.outside[cell] = keep * this.outside[cell]! + (1 - keep) * log.outside[at + cell]!;
      }
    }
  }

  /** The log belongs to others. */
  transfer(state: StateTransfer): void {
    for (const column of [this.ended, this.returned, this.outside]) state.floats(column);
    this.known = state.number(this.known);
  }

  /** Share of persons returned among those whose journey ended; NaN if none is known. */
  returnProbability(cell: number): number {
    return this.ended[cell] === 0 ? Number.NaN : this.returned[cell]! / this.ended[cell]!;
  }

  /** Days outside a shelter for each person whose journey ended; NaN if none is known. */
  daysOutside(cell: number): number {
    return this.ended[cell] === 0 ? Number.NaN : this.outside[cell]! / this.ended[cell]!;
  }
}
