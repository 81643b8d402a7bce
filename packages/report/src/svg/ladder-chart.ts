import * as Plot from "@observablehq/plot";
import { formatFixed, formatNumber } from "../format/number.ts";
import { draw } from "./drawing.ts";
import type { Markup } from "./markup.ts";

/** A figure at one place of a ladder: its mean, half of the width of its interval, and both as text. */
export interface RungFigure {
  readonly at: number;
  readonly label: string;
  readonly mean: number;
  readonly halfWidth: number;
  readonly text: string;
}

/** Figures over the ladder as a curve with intervals, in ascending order; undefined below two. */
export function ladderChart(
  rungs: readonly RungFigure[],
  about: { readonly id: string; readonly title: string; readonly unit: string; readonly atUnit: string },
): Markup | undefined {
  if (rungs.length < 2) return undefined;
  const { id, title, unit, atUnit } = about;
  const ascending = [...rungs].sort((a, b) => a.at - b.at);
  const description = `In ${unit}: ${ascending.map(({ label, text }) => `${label} ${text}`).join("; ")}.`;
  const places = [...new Set(ascending.map(({ at }) => at))];
  const top = Math.max(...ascending.map(high), 1e-9);
  const decimals = top >= 5 ? 0 : top >= 0.5 ? 1 : 3;
  const options: Plot.PlotOptions = {
    height: 260,
    marginTop: 10,
    marginRight: 16,
    marginLeft: 58,
    marginBottom: 44,
    x: {
      type: "linear",
      inset: 8,
      ...(places.length <= 12 ? { ticks: places } : {}),
      tickFormat: formatNumber,
      label: atUnit === "" ? null : atUnit,
      labelAnchor: "center",
      labelArrow: "none",
    },
    y: {
      domain: [Math.min(0, ...ascending.map(low)), top],
      nice: true,
      grid: true,
      ticks: 5,
      tickFormat: (value: number) => formatFixed(value, decimals),
      label: null,
    },
    marks: [
      Plot.areaY(ascending, { x: "at", y1: low, y2: high, fill: "var(--band)" }),
      Plot.lineY(ascending, { x: "at", y: "mean", stroke: "var(--median)", strokeWidth: 1.8 }),
      Plot.ruleX(ascending, { x: "at", y1: low, y2: high, stroke: "var(--median)", strokeWidth: 2 }),
      Plot.dot(ascending, { x: "at", y: "mean", r: 3.5, fill: "var(--median)" }),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],
  };
  return draw(options, { id, title, description });
}

/** A count is not below 0, whatever the interval says. */
const low = ({ mean, halfWidth }: RungFigure): number => Math.max(mean - halfWidth, Math.min(mean, 0));
const high = ({ mean, halfWidth }: RungFigure): number => mean + halfWidth;
