import type { ComparedMeasure } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import type { ComparedFiles } from "../study/comparison-report.ts";
import { signedText } from "../study/signed-text.ts";
import { figureText } from "../summary/figure.ts";
import { draw, idOf } from "./drawing.ts";
import { type Panel, sheet } from "./sheet.ts";

const rowHeight = 66;

interface Row {
  readonly policy: string;
  readonly text: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** `compare.svg`: each measure under each policy, with its interval, and how far it is from the first. */
export function comparisonSheet({ policies, scenario }: ComparedFiles, measures: readonly ComparedMeasure[]): string {
  return sheet(
    scenario.question === "" ? scenario.name : scenario.question,
    measures.map((measure): Panel => {
      const unit = measure.unit === "share" ? "%" : measure.unit;
      const rows = rowsOf(policies, measure);
      return {
        heading: measure.name,
        about: `${unit}: mean with its 95 % interval; then the ${measure.differences.some((one) => one?.paired === false) ? "" : "paired "}difference from ${policies[0]}`,
        height: 8 + rowHeight * Math.max(1, rows.length),
        drawing: drawingOf(rows, measure.name, unit),
      };
    }),
  );
}

function rowsOf(policies: readonly string[], { unit, estimates, differences }: ComparedMeasure): readonly Row[] {
  const scale = unit === "share" ? 100 : 1;
  return policies.flatMap((policy, index): Row[] => {
    const [estimate, difference] = [estimates[index], differences[index]];
    if (estimate === undefined || estimate.mean === null) return [];
    const { mean: middle } = estimate;
    const own = figureText({ estimate, whyNone: "" }, estimate.n);
    const apart = difference && signedText(difference, unit);
    const behind = apart ? `   ${apart.mean} ${apart.interval}` : "";
    return [
      {
        policy,
        text: `${own.mean} ${own.interval}${behind}`,
        mean: scale * middle,
        low: scale * (estimate.low ?? middle),
        high: scale * (estimate.high ?? middle),
      },
    ];
  });
}

function drawingOf(rows: readonly Row[], measure: string, unit: string) {
  const top = Math.max(1e-9, ...rows.map(({ high }) => high));
  return draw(
    {
      height: 8 + rowHeight * Math.max(1, rows.length),
      margin: 2,
      x: { domain: [Math.min(0, ...rows.map(({ low }) => low)), top], axis: null, inset: 6 },
      y: { domain: rows.map(({ policy }) => policy), axis: null, padding: 0.75, align: 1 },
      marks: [
        Plot.barX(rows, { x1: 0, x2: "mean", y: "policy", fill: "var(--band)" }),
        Plot.ruleY(rows, { x1: "low", x2: "high", y: "policy", stroke: "var(--median)", strokeWidth: 2 }),
        Plot.text(rows, { frameAnchor: "left", y: "policy", text: "policy", dy: -33 }),
        Plot.text(rows, { frameAnchor: "left", y: "policy", text: "text", dy: -17, fill: "var(--soft)" }),
      ],
    },
    {
      id: idOf(measure),
      title: measure,
      description: `In ${unit}: ${rows.map(({ policy, text }) => `${policy} ${text}`).join("; ")}.`,
    },
  );
}
