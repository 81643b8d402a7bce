import type { DailyEstimate, RunResult } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../format/number.ts";
import { dateTicks } from "./date-ticks.ts";
import { draw } from "./drawing.ts";
import type { Markup } from "./markup.ts";

/** A daily series to draw, and its words. */
export interface Fan {
  readonly id: string;
  readonly series: string;
  readonly title: string;
  /** Of the figures on the axis, for example `persons a day`. */
  readonly unit: string;
}

/** Median, mean and 5 to 95 % band of a daily series by date; undefined if the run has no such series or no defined day. */
export function fanChart(
  { daily, catalogue: { days } }: RunResult,
  { id, series, title, unit }: Fan,
): Markup | undefined {
  const dayOf = new Map(days.map((date, day) => [date, day]));
  const points = daily
    .filter(({ measure, mean }) => measure === series && mean !== null)
    .map((row) => ({ ...row, day: dayOf.get(row.date) }));
  if (points.length === 0) return undefined;
  const ticks = dateTicks(days);
  const labels = new Map(ticks.map(({ day, label }) => [day, label]));
  const options: Plot.PlotOptions = {
    height: 240,
    marginTop: 10,
    marginRight: 10,
    marginLeft: 58,
    marginBottom: 42,
    x: {
      type: "linear",
      domain: [0, Math.max(days.length - 1, 1)],
      ticks: ticks.map(({ day }) => day),
      tickFormat: (day: number) => labels.get(day) ?? "",
      label: null,
    },
    y: {
      domain: [0, topOf(points)],
      nice: true,
      grid: true,
      ticks: 5,
      tickFormat: formatNumber,
      label: null,
    },
    marks: [
      Plot.areaY(points, { x: "day", y1: "q05", y2: "q95", fill: "var(--band)" }),
      Plot.lineY(points, { x: "day", y: "mean", stroke: "var(--mean)", strokeWidth: 1.5, strokeDasharray: "4 3" }),
      Plot.lineY(points, { x: "day", y: "q50", stroke: "var(--median)", strokeWidth: 1.8 }),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],
  };
  return draw(options, { id, title, description: descriptionOf(points, unit) });
}

function topOf(points: readonly DailyEstimate[]): number {
  return Math.max(1, ...points.map(({ q95, mean }) => Math.max(q95 ?? 0, mean ?? 0)));
}

function descriptionOf(points: readonly DailyEstimate[], unit: string): string {
  const largest = points.reduce((best, point) => ((point.mean ?? 0) > (best.mean ?? 0) ? point : best));
  const ends = [points[0], points.at(-1)]
    .map((point) => `${formatNumber(point?.mean ?? 0)} on ${point?.date}`)
    .join(" and ");
  return `Mean ${unit}: ${ends}; largest ${formatNumber(largest.mean ?? 0)} on ${largest.date}.`;
}
