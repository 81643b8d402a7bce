import type { MeasureEffects, RangeEffect, TornadoEnd } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { apart } from "../format/apart.ts";
import { shortened } from "../format/plain.ts";
import { signedText } from "../study/signed-text.ts";
import { figureText } from "../summary/figure.ts";
import { draw, idOf } from "./drawing.ts";
import { type Panel, sheet } from "./sheet.ts";

/** So many bars are drawn; all are in the table. */
const mostBars = 15;
const rowHeight = 66;
/** Letters in a line, and of a value in it. */
const [longest, longestValue] = [62, 18];

/** `tornado.svg`: for each measure the ranges that move it most, one at a time, the widest first. */
export function tornadoSheet(title: string, measures: readonly MeasureEffects[]): string {
  return sheet(
    title,
    measures.map(({ base, effects }): Panel => {
      const moving = effects.filter(({ swing }) => swing > 0);
      const shown = moving.slice(0, mostBars);
      const { mean, interval } = figureText({ estimate: base, whyNone: "not defined" }, base.n);
      const unit = base.unit === "share" ? "points" : base.unit;
      const about = `With nothing changed ${`${mean} ${interval}`.trim()}${base.unit === "share" ? "" : ` ${unit}`}. Bars: the paired difference, in ${unit}, with one value at a time moved to an end of its range; lines are 95 % intervals, of chance alone. ${moving.length} of ${effects.length} ranges move it${moving.length > shown.length ? `; the ${shown.length} widest are shown` : ""}.`;
      return {
        heading: base.name,
        about,
        height: 8 + rowHeight * Math.max(1, shown.length),
        drawing: drawingOf(shown, base.name, base.unit),
      };
    }),
  );
}

/** One row: what it is, and how far it goes. */
interface Bar {
  readonly label: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface End {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

function drawingOf(effects: readonly RangeEffect[], measure: string, unit: string) {
  const scale = unit === "share" ? 100 : 1;
  const bars = effects.map(({ name, base, least, greatest }): Bar => {
    const values = [base, ...[least, greatest].map(({ value }) => String(value))];
    const ends = least.value === greatest.value ? [least] : [least, greatest];
    return {
      label: name,
      text: shortened(ends.map((end) => endText(end, values, unit)).join("   "), longest),
      from: scale * Math.min(0, least.difference.mean ?? 0),
      to: scale * Math.max(0, greatest.difference.mean ?? 0),
    };
  });
  const intervals = effects.flatMap(({ name, least, greatest }): End[] =>
    [least, greatest].map(({ difference: { mean, low, high } }) => ({
      label: name,
      low: scale * (low ?? mean ?? 0),
      high: scale * (high ?? mean ?? 0),
    })),
  );
  const domain = [
    Math.min(0, ...bars.map(({ from }) => from), ...intervals.map(({ low }) => low)),
    Math.max(1e-9, ...bars.map(({ to }) => to), ...intervals.map(({ high }) => high)),
  ];
  return draw(
    {
      height: 8 + rowHeight * Math.max(1, effects.length),
      margin: 2,
      x: { domain, axis: null, inset: 4 },
      y: { domain: bars.map(({ label }) => label), axis: null, padding: 0.72, align: 1 },
      marks: [
        Plot.barX(bars, { x1: "from", x2: "to", y: "label", fill: "var(--band)" }),
        Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
        Plot.ruleY(intervals, { x1: "low", x2: "high", y: "label", stroke: "var(--median)", strokeWidth: 2 }),
        Plot.text(bars, {
          frameAnchor: "left",
          y: "label",
          text: ({ label }: Bar) => shortened(label, longest),
          dy: -35,
        }),
        Plot.text(bars, { frameAnchor: "left", y: "label", text: "text", dy: -18, fill: "var(--soft)" }),
      ],
    },
    {
      id: idOf(measure),
      title: measure,
      description: `Differences from the base: ${bars.map(({ label, text }) => `${label} ${text}`).join("; ")}.`,
    },
  );
}

function endText({ value, difference }: TornadoEnd, values: readonly string[], unit: string): string {
  const { mean, interval } = signedText(difference, unit);
  return `${shortened(apart(String(value), values), longestValue)}: ${mean} ${interval}`.trim();
}
