import type { Ink } from "./ink.ts";
import type { EstimateText } from "./number.ts";
import { plain } from "./plain.ts";

/**
 * A row of a grid: its label, and a figure for each column. A figure without an interval is words, or a number alone.
 */
export interface GridRow {
  readonly label: string;
  readonly cells: readonly EstimateText[];
}

const gap = 2;
/** Least width to which column heads are broken. */
const narrowest = 11;
/** A longer label is broken, so that three columns of "not distinguishable" fit beside it on a terminal. */
const longestLabel = 37;

/** Width of every column, from the figures in it. */
interface Column {
  readonly interval: number;
  readonly width: number;
}

/** Columns that a grid of these rows has. */
export function gridWidth(rows: readonly GridRow[]): number {
  return columnsOf(rows).reduce((sum, { width }) => sum + gap + width, labelWidth(rows));
}

/**
 * Rows as lines. Figures are aligned, with heads above them in as many lines as they need. Rows without cells are
 * titles. No line is wider than `gridWidth`.
 */
export function gridLines(heads: readonly string[], rows: readonly GridRow[], ink: Ink): string[] {
  const columns = columnsOf(rows);
  const first = labelWidth(rows);
  const broken = heads.map((head, index) => brokenTo(head, columns[index]?.width ?? narrowest));
  const height = Math.max(0, ...broken.map(({ length }) => length));
  const headLines = Array.from({ length: height }, (_, line) =>
    columns.reduce((before, { width }, index) => {
      const own = broken[index] ?? [];
      const text = own[line - (height - own.length)] ?? "";
      return before + " ".repeat(gap + width - text.length) + ink.faint(text);
    }, " ".repeat(first)),
  );
  const body = rows.flatMap(({ label, cells }) => {
    if (cells.length === 0) return [ink.strong(label)];
    const indent = /^ */.exec(label)?.[0] ?? "";
    const labels = brokenTo(label, first - indent.length).map((line) => (indent + line).padEnd(first));
    const figures = cells.map((cell, index) => " ".repeat(gap) + cellOf(cell, columns[index] as Column, ink)).join("");
    return labels.map((line, index) => (index === labels.length - 1 ? line + figures : line));
  });
  return [...headLines, ...body].map((line) => line.trimEnd());
}

function labelWidth(rows: readonly GridRow[]): number {
  return Math.min(
    longestLabel,
    Math.max(0, ...rows.filter(({ cells }) => cells.length > 0).map(({ label }) => label.length)),
  );
}

function columnsOf(rows: readonly GridRow[]): Column[] {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, index) => {
    const cells = rows.flatMap(({ cells }) => cells[index] ?? []);
    const estimates = cells.filter(({ interval }) => interval !== "");
    const interval = Math.max(0, ...estimates.map(({ interval }) => interval.length));
    const mean = Math.max(0, ...estimates.map(({ mean }) => mean.length));
    const alone = cells.map(({ mean, interval }) => (interval === "" ? mean.length : 0));
    return { interval, width: Math.max(narrowest, interval === 0 ? 0 : mean + 1 + interval, ...alone) };
  });
}

function cellOf({ mean, interval }: EstimateText, column: Column, ink: Ink): string {
  if (interval === "") return " ".repeat(column.width - mean.length) + ink.good(mean);
  const before = column.width - column.interval - 1 - mean.length;
  return `${" ".repeat(before)}${ink.good(mean)} ${ink.faint(interval)}${" ".repeat(column.interval - interval.length)}`;
}

/** Parts of a word of at most `width`: broken behind dots, as names of measures have them, else behind hyphens, or where it must be. */
function partsOf(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  return word
    .split(/(?<=\.)/)
    .flatMap((part) => (part.length <= width ? [part] : part.split(/(?<=-)/)))
    .flatMap((part) => part.match(new RegExp(`.{1,${width}}`, "gsu")) ?? []);
}

/** Words in lines of at most `width`. */
function brokenTo(text: string, width: number): string[] {
  // A unit stays with its number.
  const pieces = plain(text)
    .replace(/(?<=\d) (?=[h%])/g, "\u00a0")
    .split(/ +/)
    .flatMap((word) => partsOf(word, width).map((part, index) => ({ part, glue: index === 0 ? " " : "" })));
  const lines: string[] = [];
  for (const { part, glue } of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && (last + glue + part).length <= width) lines[lines.length - 1] = last + glue + part;
    else lines.push(part);
  }
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}
