import type { Spread } from "@mpp-sim/experiment";
import { type EstimateText, formatNumber, formatSpan, formatSupported, signed } from "../format/number.ts";
import { plain, wrap } from "../format/plain.ts";
import type { Paper } from "./paper.ts";

/** A figure over replications, or a difference of two. */
export interface FigureRow {
  readonly label: string;
  readonly spread: Spread;
  /** A share is shown in per cent. */
  readonly unit: string;
  /** From the reference, over the same people. */
  readonly difference?: Spread;
}

interface Cells {
  readonly label: string;
  readonly mean: string;
  readonly interval: string;
  readonly season: string;
  readonly difference: string;
  readonly size: number;
}

type Column = "mean" | "interval" | "season" | "difference";

const heads: Readonly<Record<Column, string>> = {
  mean: "mean",
  interval: "± 95 %",
  season: "9 of 10 seasons",
  difference: "difference",
};
const gap = 2;
const shortestBar = 6;
const longestBar = 24;

/**
 * Figures as a table that fits: mean, how well it is known, where nine of ten single replications lie, perhaps the difference from a
 * reference, and a bar. Bars are dropped first, then ranges of single replications. A label that still does not fit has a line of its own.
 */
export function figureTable(heading: string, rows: readonly FigureRow[], paper: Paper): string[] {
  const title = plain(heading);
  const { width, ink } = paper;
  const cells = rows.map(cellsOf);
  const used = (["mean", "interval", "season", "difference"] as const).filter((column) =>
    cells.some((row) => row[column] !== ""),
  );
  const labels = Math.max(0, ...cells.map((row) => row.label.length + gap));
  const widthOf = (column: Column): number => Math.max(...cells.map((row) => row[column].length), heads[column].length);
  const total = (columns: readonly Column[], first: number): number =>
    columns.reduce((sum, column) => sum + gap + widthOf(column), first);
  const fewer = used.filter((column) => column !== "season");
  const columns = [used, fewer].find((some) => total(some, labels) <= width) ?? fewer;
  const beside = total(columns, labels) <= width;
  const headed = total(columns, Math.max(labels, title.length)) <= width;
  const first = headed ? Math.max(labels, title.length) : beside ? labels : Math.max(0, width - total(columns, 0));
  const all = beside && columns.length === used.length;
  const bar = paper.bars && all ? Math.min(width - total(columns, first) - gap, longestBar) : 0;
  const most = Math.max(...cells.map(({ size }) => size), 0);
  const line = (row: Pick<Cells, Column>, start: string): string =>
    columns.reduce(
      (text, column) => `${text}${" ".repeat(gap)}${inColumn(row[column], column, widthOf(column))}`,
      start,
    );
  const head = line(heads, " ".repeat(first));
  const body = cells.flatMap((row) => {
    const blocks = bar < shortestBar || most === 0 ? 0 : Math.round((bar * row.size) / most);
    const drawn = blocks === 0 ? "" : `${" ".repeat(gap)}${"█".repeat(blocks)}`;
    if (beside) return [line(row, `${" ".repeat(gap)}${row.label}`.padEnd(first)) + drawn];
    return [...wrap(row.label, width, "  "), line(row, " ".repeat(first))];
  });
  const top = headed
    ? [ink.strong(title) + ink.faint(head.slice(title.length).trimEnd())]
    : [...wrap(title, width).map(ink.strong), ink.faint(head.trimEnd())];
  return [...top, ...body.map((text) => text.trimEnd())];
}

function inColumn(text: string, column: Column, width: number): string {
  return column === "interval" || column === "difference" ? text.padEnd(width) : text.padStart(width);
}

function cellsOf({ label: given, spread, unit, difference }: FigureRow): Cells {
  const label = plain(given);
  const times = unit === "share" ? 100 : 1;
  const sign = unit === "share" ? " %" : "";
  const { mean, halfWidth, q05, q95, n } = spread;
  if (mean === null) return { label, mean: "none", interval: "", season: "", difference: "", size: 0 };
  const text = formatSupported(mean * times, halfWidth === null ? null : halfWidth * times);
  const known = q05 !== null && q95 !== null && n > 1;
  return {
    label,
    mean: `${text.mean}${sign}`,
    interval: text.interval,
    season: known ? formatSpan(q05 * times, q95 * times) : "",
    difference: difference === undefined ? "" : changeText(difference, unit),
    size: Math.max(0, mean),
  };
}

/** A paired difference with its sign and interval: `−46 ± 22`. */
export function changeText(change: Pick<Spread, "mean" | "halfWidth">, unit = ""): string {
  const { mean, interval } = changeCell(change, unit);
  return `${mean} ${interval}`.trimEnd();
}

/** The same in two parts, for a table. */
export function changeCell({ mean, halfWidth }: Pick<Spread, "mean" | "halfWidth">, unit = ""): EstimateText {
  if (mean === null) return { mean: "none", interval: "" };
  const times = unit === "share" ? 100 : 1;
  if (halfWidth === null) return { mean: signed(formatNumber(mean * times)), interval: "(no interval)" };
  const text = formatSupported(mean * times, halfWidth * times);
  return { mean: signed(text.mean), interval: `${text.interval}${unit === "share" ? " points" : ""}` };
}
