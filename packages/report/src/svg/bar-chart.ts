import * as Plot from "@observablehq/plot";
import { draw } from "./drawing.ts";
import type { Markup } from "./markup.ts";

/** One bar: a mean, half of the width of its interval, and the text behind it. */
export interface Bar {
  readonly label: string;
  readonly mean: number;
  readonly halfWidth: number;
  readonly text: string;
}

/** Horizontal bars in the order given, each with its interval; undefined if there are none. */
export function barChart(
  bars: readonly Bar[],
  about: { readonly id: string; readonly title: string; readonly unit: string },
): Markup | undefined {
  if (bars.length === 0) return undefined;
  const { id, title, unit } = about;
  const description = `In ${unit}: ${bars.map(({ label, text }) => `${label} ${text}`).join("; ")}.`;
  const options: Plot.PlotOptions = {
    height: 8 + 38 * bars.length,
    margin: 2,
    // No axis: each bar has its figure behind it.
    x: { domain: [0, Math.max(1, ...bars.map(({ mean, halfWidth }) => mean + halfWidth))], axis: null },
    y: { domain: bars.map(({ label }) => label), axis: null, padding: 0.6, align: 1 },
    marks: [
      Plot.barX(bars, { x: "mean", y: "label", fill: "var(--band)" }),
      Plot.ruleY(bars, { x1: low, x2: high, y: "label", stroke: "var(--median)", strokeWidth: 2 }),
      Plot.text(bars, { frameAnchor: "left", y: "label", text: "label", dy: -17 }),
      Plot.text(bars, { frameAnchor: "right", y: "label", text: "text", dy: -17 }),
    ],
  };
  return draw(options, { id, title, description });
}

const low = ({ mean, halfWidth }: Bar): number => Math.max(mean - halfWidth, 0);
const high = ({ mean, halfWidth }: Bar): number => mean + halfWidth;
