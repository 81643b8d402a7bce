import type { StudyResult, StudyRow } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../format/number.ts";
import { shortened } from "../format/plain.ts";
import { meanText } from "../summary/figure.ts";
import { draw, idOf } from "./drawing.ts";
import { type Panel, sheet } from "./sheet.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

/** So many lines can be told apart in one drawing. */
const mostLines = 6;
const height = 260;
const [marginTop, marginBottom] = [12, 44];
/** Between the labels of lines. */
const least = 17;
/** Letters of a label. */
const longest = 16;

/** A measure at one point. */
interface Dot {
  readonly at: number;
  readonly label: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * `sweep.svg`: each measure over the first setting, with a line for each value of the second and a drawing for each combination of the
 * others. Where the points are no grid, each measure over each setting by itself.
 */
export function sweepSheet(title: string, result: StudyResult, isGrid: boolean): string {
  const { paths, measures, rows } = result;
  const panels = measures.flatMap(({ name }): Panel[] => {
    const own = rows.filter((row) => row.name === name && row.mean !== null);
    if (!isGrid) return paths.flatMap((path, column) => panelOf(own, { column, path, lines: undefined, under: "" }));
    const [path = "", second] = paths;
    const isLine = second !== undefined && new Set(own.map(({ point }) => point.values[1])).size <= mostLines;
    const from = isLine ? 2 : 1;
    const under = ({ point }: StudyRow): string =>
      paths
        .slice(from)
        .map((other, index) => `${other} = ${point.values[from + index]}`)
        .join(", ");
    return [...new Set(own.map(under))].flatMap((key) =>
      panelOf(
        own.filter((row) => under(row) === key),
        { column: 0, path, lines: isLine ? second : undefined, under: key },
      ),
    );
  });
  return sheet(title, panels);
}

interface Shown {
  /** Place of the setting on the axis. */
  readonly column: number;
  readonly path: string;
  /** The setting of which each value has a line; undefined: one line, or dots alone if the points are no grid. */
  readonly lines: string | undefined;
  /** What all of these points have in common. */
  readonly under: string;
}

function panelOf(rows: readonly StudyRow[], { column, path, lines, under }: Shown): Panel[] {
  const [first] = rows;
  if (first === undefined) return [];
  const axis = valueAxis(rows.map(({ point }) => point.values[column] as string));
  const labelOf = ({ point }: StudyRow): string => (lines === undefined ? "" : (point.values[1] as string));
  const isShare = first.unit === "share";
  const dots = rows.map((row) => dotOf(row, axis.at(row.point.values[column] as string), labelOf(row), isShare));
  const unit = isShare ? "%" : first.unit;
  const about = [
    `${unit}: mean and 95 % interval over ${path}${axis.unit === "" ? "" : `, ${axis.unit}`}`,
    ...(lines === undefined ? [] : [`a line for each ${lines}`]),
    ...(under === "" ? [] : [under]),
  ].join("; ");
  const description = rows
    .map((row) => `${row.point.name} ${meanText({ ...row, ...(isShare && scaled(row)) })}`)
    .join("; ");
  const id = idOf(`${first.name} ${path} ${under}`);
  const drawing = draw(optionsOf(dots, axis, first.point.values.length === 1 || lines !== undefined || under !== ""), {
    id,
    title: first.name,
    description: `In ${unit}: ${description}.`,
  });
  return [{ heading: first.name, about, drawing, height }];
}

function scaled({ mean, halfWidth }: StudyRow): Pick<StudyRow, "mean" | "halfWidth"> {
  return { mean: (mean ?? 0) * 100, halfWidth: halfWidth === null ? null : halfWidth * 100 };
}

function dotOf(row: StudyRow, at: number, label: string, isShare: boolean): Dot {
  const scale = isShare ? 100 : 1;
  const mean = row.mean ?? 0;
  return { at, label, mean: mean * scale, low: (row.low ?? mean) * scale, high: (row.high ?? mean) * scale };
}

function optionsOf(dots: readonly Dot[], axis: ValueAxis, joined: boolean): Plot.PlotOptions {
  const ends = [Math.min(0, ...dots.map(({ low }) => low)), Math.max(1e-9, ...dots.map(({ high }) => high))] as const;
  const labels = joined ? endLabels(dots, ends) : [];
  const letters = Math.max(0, ...labels.map(({ text }) => text.length));
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft: 58,
    marginRight: 16 + 8 * letters,
    x: { type: "linear", inset: 10, ticks: axis.ticks, tickFormat: axis.label, label: null },
    y: { domain: ends, grid: true, ticks: 5, tickFormat: formatNumber, label: null },
    marks: [
      ...(joined
        ? [Plot.lineY(dots, { x: "at", y: "mean", z: "label", sort: "at", stroke: "var(--median)", strokeWidth: 1.8 })]
        : []),
      Plot.ruleX(dots, { x: "at", y1: "low", y2: "high", stroke: "var(--median)", strokeWidth: joined ? 2 : 1 }),
      Plot.dot(dots, { x: "at", y: "mean", r: 3.5, fill: "var(--median)" }),
      Plot.text(labels, { x: "at", y: "y", text: "text", textAnchor: "start", dx: 12 }),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],
  };
}

/** The name of each line at its right end, far enough from the next to be read. */
function endLabels(dots: readonly Dot[], [low, high]: readonly [number, number]) {
  const last = Math.max(...dots.map(({ at }) => at));
  const ends = dots.filter(({ at, label }) => at === last && label !== "").sort((a, b) => a.mean - b.mean);
  const step = (least * (high - low)) / (height - marginTop - marginBottom);
  let below = Number.NEGATIVE_INFINITY;
  const labels = ends.map(({ at, label, mean }) => {
    below = Math.max(mean, below + step);
    return { at, y: below, text: shortened(label, longest) };
  });
  const over = Math.max(0, below - high);
  return labels.map((one) => ({ ...one, y: one.y - over }));
}
