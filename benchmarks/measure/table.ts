import type { Row } from "./row.ts";

const titles = [
  "benchmark",
  "engine",
  "of ceiling",
  "ours is",
  "million/s",
  "ns each",
  "result",
  "theory",
  "peak MB",
  "n",
];

/** The rows as text, ratios first. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const ours = rows.find(({ name, engine }) => name === row.name && engine === "ours");
    const times =
      ours === undefined || ours === row || row.engine === "ceiling"
        ? ""
        : `${round(ours.perSecond / row.perSecond)} x`;
    const { name, engine, ratioToCeiling, perSecond, result, theory, peakMb, n } = row;
    const million = perSecond / 1e6;
    return [
      name,
      engine,
      fixed(ratioToCeiling, 2),
      times,
      round(million),
      round(1e9 / perSecond),
      ...[result, theory].map(number),
      peakMb.toFixed(0),
      `${n}`,
    ];
  });
  const widths = titles.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  const lines = [line(titles), line(widths.map((width) => "-".repeat(width)))];
  cells.forEach((row, i) => {
    // An empty line between benchmarks, the name on the first line of each.
    const same = i > 0 && cells[i - 1]![0] === row[0];
    if (i > 0 && !same) lines.push("");
    lines.push(line(same ? ["", ...row.slice(1)] : row));
  });
  return lines.join("\n");
}

function fixed(value: number | null, digits: number): string {
  return value === null ? "" : value.toFixed(digits);
}

function number(value: number | null): string {
  return value === null ? "" : String(Number(value.toPrecision(4)));
}

/** Three digits, and at least the whole number. */
function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
