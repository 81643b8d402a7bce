import type { Bounded, MeasureMorris, MeasureSobol, StudyMeasure } from "@mpp-sim/experiment";
import { csvOf } from "../format/csv.ts";
import type { EstimateText } from "../format/number.ts";
import { formatFixed, formatNumber, formatRange } from "../format/number.ts";
import { counted } from "./study-text.ts";

/** What stands behind indices: a range, all ranges of a group together, who comes when, or nothing at all. */
type IndexKind = "range" | "group" | "chance" | "dummy";

/** One line of a table of indices. */
export interface IndexRow {
  readonly kind: IndexKind;
  readonly name: string;
  readonly group: string;
  /** Trajectories or rows that define it. */
  readonly n: number;
  readonly indices: Readonly<Record<string, Bounded>>;
}

/** All lines of one measure: ranges first, the one that does most at the top. */
export interface MeasureRows extends StudyMeasure {
  readonly rows: readonly IndexRow[];
}

/** Of what a study of elementary effects has found. */
export function morrisRows(measures: readonly MeasureMorris[]): readonly MeasureRows[] {
  return measures.map(({ name, unit, ranges }) => ({
    name,
    unit,
    rows: ranges.map((range): IndexRow => {
      const { meanAbsolute, mean, deviation, variance } = range;
      return {
        ...{ kind: "range", name: range.name, group: range.group, n: range.n },
        indices: { meanAbsolute, mean, deviation, fromRanges: variance.share },
      };
    }),
  }));
}

/** Of what a study of Sobol' indices has found. */
export function sobolRows(measures: readonly MeasureSobol[]): readonly MeasureRows[] {
  return measures.map(({ name, unit, n, ranges, groups, chance, dummy }) => {
    const row = (kind: IndexKind, own: string, group: string, { first, total }: MeasureSobol["chance"]): IndexRow => {
      return { kind, name: own, group, n, indices: { first, total } };
    };
    return {
      name,
      unit,
      rows: [
        ...ranges.map((range) => row("range", range.name, range.group, range)),
        ...groups.map((group) => row("group", group.group, group.group, group)),
        row("chance", "chance", "", chance),
        row("dummy", "dummy", "", dummy),
      ],
    };
  });
}

/** `indices.csv`: a row for each measure, line and index. `rank` counts among lines of its kind. */
export function indicesCsv(measures: readonly MeasureRows[]): string {
  return csvOf(
    ["measure", "unit", "kind", "rank", "name", "group", "index", "n", "value", "low", "high"],
    measures.flatMap(({ name: measure, unit, rows }) =>
      rows.flatMap(({ kind, name, group, n, indices }, at) => {
        const rank = rows.slice(0, at + 1).filter((row) => row.kind === kind).length;
        return Object.entries(indices).map(([index, { value, low, high }]) => [
          ...[measure, unit, kind, rank, name, group, index],
          ...[n, value, low, high],
        ]);
      }),
    ),
  );
}

/** A figure with its interval. */
export function boundedText({ value, low, high }: Bounded, scale = 1): EstimateText {
  if (value === null) return { mean: "–", interval: "" };
  const width = low === null || high === null ? 0 : scale * (high - low);
  if (low === null || high === null || width === 0) return { mean: formatNumber(scale * value), interval: "" };
  const decimals = width < 1 ? 2 : width < 20 ? 1 : 0;
  return { mean: formatFixed(scale * value, decimals), interval: `(${formatRange(scale * low, scale * high)})` };
}

/** What was left out, and why; empty where nothing was. */
export function leftSentences(
  whyRefused: readonly string[],
  left: readonly { readonly path: string; readonly why: string }[],
): readonly string[] {
  const [why] = whyRefused;
  return [
    ...(why === undefined ? [] : [`${counted(whyRefused.length, "point")} refused, the first because ${why}.`]),
    ...(left.length === 0 ? [] : [`Not varied: ${left.map(({ path, why: own }) => `${path} (${own})`).join("; ")}.`]),
  ];
}
