import { Histogram } from "@mpp-sim/engine";
import { outcomes } from "../parameters/vocabulary.ts";

/** What is counted of the hearings of one court, or of those people who are heard there. Persons, unless the name says cases or dates. */
export class HearingCounts {
  heard = 0;
  heardCases = 0;
  /** Dates missed for want of notice, by choice, and because the case had left where it waited. */
  absentNotice = 0;
  absentChoice = 0;
  abandoned = 0;
  /** Who missed a date because they were not told of it, each once. */
  neverTold = 0;
  pending = 0;
  pendingCases = 0;
  /** Whose case ended in their absence, and by each of `outcomes`. */
  inAbsentia = 0;
  /** Who lost, and is removed or stays on, where removals are simulated. */
  lostRemoved = 0;
  lostStayed = 0;
  readonly outcomes: Float64Array = new Float64Array(outcomes.length);
  /** Days to the first date, cases. */
  readonly waitDays: Histogram = new Histogram(1);

  /** A case of so many persons begins (+1) or ends (-1) to wait for a date. */
  wait(persons: number, sign: 1 | -1): void {
    this.pending += sign * persons;
    this.pendingCases += sign;
  }

  decide(persons: number, outcome: number): void {
    this.outcomes[outcome] = this.outcomes[outcome]! + persons;
  }

  lose(persons: number, isRemoved: boolean): void {
    if (isRemoved) this.lostRemoved += persons;
    else this.lostStayed += persons;
  }

  /** Those of several courts, or of several kinds of people, as one. */
  static together(parts: readonly HearingCounts[]): HearingCounts {
    const all = new HearingCounts();
    const sums = all as unknown as Record<string, number>;
    for (const part of parts) {
      for (const [what, figure] of Object.entries(part)) if (typeof figure === "number") sums[what]! += figure;
      for (let outcome = 0; outcome < all.outcomes.length; outcome++) all.decide(part.outcomes[outcome]!, outcome);
      all.waitDays.merge(part.waitDays);
    }
    return all;
  }
}
