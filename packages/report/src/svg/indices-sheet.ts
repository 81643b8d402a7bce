import type { Bounded } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../format/number.ts";
import { shortened } from "../format/plain.ts";
import { boundedText, type IndexRow, type MeasureRows } from "../study/index-rows.ts";
import { draw, idOf } from "./drawing.ts";
import { type Panel, sheet } from "./sheet.ts";

/** Which indices are drawn, and what is said of them. */
export interface IndicesPicture {
  /** Name of the index with a full dot. */
  readonly full: string;
  /** Of the one with a hollow dot. */
  readonly hollow: string;
  readonly about: string;
}

/** So many lines are drawn of each kind; all are in the table. */
const mostRows = 15;
const rowHeight = 44;
/** Letters that leave room for the figure beside them. */
const longest = 42;

/** `morris.svg`, `sobol.svg`: for each measure two indices of each range, the greatest first, with their intervals. */
export function indicesSheet(title: string, measures: readonly MeasureRows[], picture: IndicesPicture): string {
  return sheet(
    title,
    measures.map(({ name, unit, rows }): Panel => {
      const shown = rows.filter((row, at) => isShown(row, picture.full) && rankOf(rows, at) <= mostRows);
      return {
        heading: `${name} (${unit})`,
        about: picture.about,
        height: 30 + rowHeight * Math.max(1, shown.length),
        drawing: drawingOf(name, shown, picture),
      };
    }),
  );
}

/** A range that does nothing needs no line; chance and dummy always have one. */
function isShown({ kind, indices }: IndexRow, full: string): boolean {
  return kind !== "range" || (indices[full]?.value ?? 0) > 0;
}

function rankOf(rows: readonly IndexRow[], at: number): number {
  return rows.slice(0, at + 1).filter(({ kind }) => kind === rows[at]?.kind).length;
}

interface Mark {
  readonly index: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function drawingOf(measure: string, rows: readonly IndexRow[], { full, hollow }: IndicesPicture) {
  const marks = (name: string): readonly Mark[] =>
    rows.flatMap(({ indices }, index) => {
      const { value, low, high }: Bounded = indices[name] ?? { value: null, low: null, high: null };
      return value === null ? [] : [{ index, value, low: low ?? value, high: high ?? value }];
    });
  const [filled, open] = [marks(full), marks(hollow)];
  const labels = rows.map(({ kind, name, indices }, index) => {
    const { mean, interval } = boundedText(indices[full] ?? { value: null, low: null, high: null });
    const label = kind === "group" ? `all of ${name}` : name;
    return {
      index,
      label: shortened(label, longest),
      text: `${mean} ${interval}`.trim(),
    };
  });
  const ends = [...filled, ...open].flatMap(({ low, high }) => [low, high]);
  const words = { y: "index", dy: -11, stroke: "var(--paper)", strokeWidth: 5, fill: "currentColor" } as const;
  return draw(
    {
      height: 30 + rowHeight * Math.max(1, rows.length),
      marginTop: 4,
      marginBottom: 26,
      marginLeft: 4,
      marginRight: 4,
      x: {
        domain: [Math.min(0, ...ends), Math.max(1e-9, ...ends)],
        inset: 12,
        ticks: 5,
        tickFormat: (value: number) => formatNumber(value),
        label: null,
      },
      y: { domain: rows.map((_, index) => index), type: "band", axis: null, padding: 0.2 },
      marks: [
        Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
        Plot.ruleY(open, { x1: "low", x2: "high", y: "index", dy: 13, stroke: "var(--soft)", strokeWidth: 1.5 }),
        Plot.dot(open, { x: "value", y: "index", dy: 13, r: 4, stroke: "var(--soft)", fill: "var(--paper)" }),
        Plot.ruleY(filled, { x1: "low", x2: "high", y: "index", dy: 4, stroke: "var(--median)", strokeWidth: 2 }),
        Plot.dot(filled, { x: "value", y: "index", dy: 4, r: 4, fill: "var(--median)" }),
        Plot.text(labels, { ...words, frameAnchor: "left", text: "label" }),
        Plot.text(labels, { ...words, frameAnchor: "right", text: "text" }),
      ],
    },
    {
      id: idOf(measure),
      title: measure,
      description: labels.map(({ label, text }) => `${label} ${text}`).join("; "),
    },
  );
}
