import { ranking, type Worth } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { changeText } from "../brief/figure-table.ts";
import { whatMoves } from "../brief/worth-words.ts";
import { formatNumber } from "../format/number.ts";
import { shortened } from "../format/plain.ts";
import { type Bottlenecks, worthLabel } from "../study/bottlenecks-report.ts";
import { draw, idOf } from "./drawing.ts";
import { type Panel, sheet } from "./sheet.ts";

const row = 40;
const most = 16;
/** Letters that leave room for the figure beside them. */
const longest = 44;

/** `worth.svg`: what more of each capacity changes, a drawing for each figure, capacities in the order of the first. */
export function worthSheet(title: string, { figures, singles, pairs }: Bottlenecks): string {
  const shown = [...ranking(singles).slice(0, most), ...ranking(pairs).slice(0, 3)];
  return sheet(
    `${title}: what one more is worth`,
    figures.map(({ name, unit }, column) => panelOf(shown, { name, unit, column })),
  );
}

interface Shown {
  readonly name: string;
  readonly unit: string;
  readonly column: number;
}

function panelOf(worths: readonly Worth[], { name, unit, column }: Shown): Panel {
  const dots = worths.flatMap((worth, index) => {
    const move = worth.moves[column];
    if (move === undefined || move.mean === null) return [];
    const half = move.halfWidth ?? 0;
    const { mean } = move;
    return [
      {
        index,
        label: shortened(worthLabel(worth), longest),
        text: changeText(move),
        mean,
        low: mean - half,
        high: mean + half,
      },
    ];
  });
  const height = 30 + row * worths.length;
  const description = dots.map(({ label, text }) => `${label} ${text}`).join("; ");
  const options: Plot.PlotOptions = {
    height,
    marginTop: 4,
    marginBottom: 26,
    marginLeft: 4,
    marginRight: 4,
    x: { domain: domainOf(dots), inset: 12, ticks: 5, tickFormat: (value: number) => formatNumber(value), label: null },
    y: { domain: worths.map((_, index) => index), type: "band", axis: null, padding: 0.2 },
    marks: [
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      Plot.ruleY(dots, { x1: "low", x2: "high", y: "index", dy: 9, stroke: "var(--median)", strokeWidth: 2 }),
      Plot.dot(dots, { x: "mean", y: "index", dy: 9, r: 4, fill: "var(--median)" }),
      // The line at 0 does not run through words.
      Plot.text(dots, { ...words, frameAnchor: "left", text: "label" }),
      Plot.text(dots, { ...words, frameAnchor: "right", text: "text" }),
    ],
  };
  return {
    heading: `Change of ${whatMoves(name)}`,
    about: `${unit}: paired mean difference, and its interval over all that were tried together`,
    drawing: draw(options, { id: idOf(name), title: name, description: `In ${unit}: ${description}.` }),
    height,
  };
}

const words = { y: "index", dy: -9, stroke: "var(--paper)", strokeWidth: 5, fill: "currentColor" } as const;

function domainOf(dots: readonly { readonly low: number; readonly high: number }[]): [number, number] {
  const low = Math.min(0, ...dots.map((dot) => dot.low));
  const high = Math.max(0, ...dots.map((dot) => dot.high));
  return low === high ? [-1, 1] : [low, high];
}
