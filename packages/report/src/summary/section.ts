import type { Estimate, RunResult } from "@mpp-sim/experiment";
import type { Figure } from "./figure.ts";

/** One line of a summary. */
export interface Row {
  readonly label: string;
  /** Whether it is a part of the nearest row above that is not a part. */
  readonly part?: boolean;
  /** One figure, or one a column of the section. */
  readonly figures: readonly Figure[];
}

/** Rows under one heading. */
export interface Section {
  readonly title: string;
  /** Headings of the figures where a row has several. */
  readonly columns?: readonly string[];
  readonly rows: readonly Row[];
}

/** Makes rows from measures. A measure that the run does not report makes no row. */
export class Rows {
  private readonly estimates: ReadonlyMap<string, Estimate>;

  constructor({ estimates }: RunResult) {
    this.estimates = new Map(estimates.map((estimate) => [estimate.name, estimate]));
  }

  estimate(name: string): Estimate | undefined {
    return this.estimates.get(name);
  }

  /** Estimates of the measures whose names begin so, in the order of the catalogue. */
  under(start: string): Estimate[] {
    return [...this.estimates.values()].filter(({ name }) => name.startsWith(start));
  }

  /** A row of one measure. */
  of(label: string, name: string, about: Partial<Omit<Figure, "estimate">> & { readonly part?: boolean } = {}): Row[] {
    const { part, ...rest } = about;
    const figures = this.figures([name], rest);
    return figures.length === 0 ? [] : [{ label, ...(part ? { part } : {}), figures }];
  }

  /** A row of one measure a column. */
  across(label: string, names: readonly string[], whyNone: string): Row[] {
    const figures = this.figures(names, { whyNone });
    return figures.length === names.length ? [{ label, figures }] : [];
  }

  private figures(names: readonly string[], about: Partial<Omit<Figure, "estimate">>): Figure[] {
    return names.flatMap((name) => {
      const estimate = this.estimates.get(name);
      return estimate === undefined ? [] : [{ whyNone: "defined in no replication", ...about, estimate }];
    });
  }
}
