import type { Sample } from "./contest.ts";

/** One line of the table and of `bench.json`. */
export interface Row {
  /** The benchmark. */
  readonly name: string;
  readonly engine: string;
  /** Work of a run. */
  readonly n: number;
  /** Customers, events or draws a second of processor time: the median of the runs. */
  readonly perSecond: number;
  /** This rate by that of the ceiling in the same round, the median of the rounds; null where there is no ceiling. */
  readonly ratioToCeiling: number | null;
  /** Mean of the estimates of all runs, and what theory foretells. */
  readonly result: number | null;
  readonly theory: number | null;
  /** The most memory that the process held in its first run. */
  readonly peakMb: number;
}

/** The rows of a benchmark from the samples of each engine; those of the first run count for memory only. */
export function rowsOf(
  name: string,
  theory: number | null,
  engines: readonly string[],
  samples: readonly (readonly Sample[])[],
): Row[] {
  const rates = samples.map((runs) => runs.slice(1).map(({ work, seconds }) => work / seconds));
  const ceiling = rates[engines.indexOf("ceiling")];
  return engines.map((engine, i) => {
    const [first, ...runs] = samples[i]!;
    return {
      name,
      engine,
      n: first!.work,
      perSecond: median(rates[i]!),
      ratioToCeiling: ceiling === undefined ? null : median(rates[i]!.map((rate, round) => rate / ceiling[round]!)),
      result: mean(runs.flatMap(({ result }) => result ?? [])),
      theory,
      peakMb: first!.peakMb,
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
