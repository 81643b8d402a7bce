import { mean as average } from "simple-statistics";

/** Systems to choose among, and who runs them. */
export interface Selection<System> {
  /** At least two: policies, capacities, or names of them. */
  readonly systems: readonly System[];
  /** Which mean is the best. */
  readonly best: "lowest" | "highest";
  /** The measure in the first `replications` replications of a system. All share replications: those that exist are not run again. */
  readonly run: (system: System, replications: number) => Promise<readonly number[]>;
}

/** What came of one system. */
export interface Ranked<System> {
  /** As given. */
  readonly system: System;
  /** Replications taken. */
  readonly n: number;
  /** Over those. */
  readonly mean: number;
}

/** What a selection comes to. */
export interface Selected<System> {
  /** The one with the best mean among those left; the first of equal ones. */
  readonly best: System;
  /** In the order given. */
  readonly systems: readonly Ranked<System>[];
  /** Over all systems. */
  readonly runs: number;
}

/** The values of each system so far, as high as they are good. */
export class Samples<System> {
  readonly values: number[][];
  private readonly selection: Selection<System>;
  private readonly sign: 1 | -1;

  /** @throws RangeError if there are fewer than two systems */
  constructor(selection: Selection<System>) {
    if (selection.systems.length < 2) {
      throw new RangeError(`systems must be at least two, got ${selection.systems.length}`);
    }
    this.selection = selection;
    this.sign = selection.best === "highest" ? 1 : -1;
    this.values = selection.systems.map(() => []);
  }

  /** @throws RangeError if a run gives too few measures, or one that is not a finite number */
  async extend(index: number, replications: number): Promise<void> {
    const { systems, run } = this.selection;
    const own = this.values[index] as number[];
    if (own.length >= replications) return;
    const found = await run(systems[index] as System, replications);
    if (found.length < replications)
      throw new RangeError(`runs must be ${replications}, as asked for, got ${found.length}`);
    const odd = found.find((value) => !Number.isFinite(value));
    if (odd !== undefined) throw new RangeError(`measures of systems must be finite numbers, got ${odd}`);
    own.push(...found.slice(own.length, replications).map((value) => this.sign * value));
  }

  /** Over the first `n` replications. */
  mean(index: number, n = this.values[index]?.length ?? 0): number {
    return average((this.values[index] as number[]).slice(0, n));
  }

  /** The system with the best mean, among some. */
  bestOf(indices: readonly number[], n?: number): number {
    return indices.reduce((best, one) => (this.mean(one, n) > this.mean(best, n) ? one : best));
  }

  selected(best: number): Selected<System> {
    const systems = this.selection.systems.map((system, index) => {
      return { system, n: (this.values[index] as number[]).length, mean: this.sign * this.mean(index) + 0 };
    });
    const runs = systems.reduce((sum, { n }) => sum + n, 0);
    return { best: this.selection.systems[best] as System, systems, runs };
  }
}
