import * as Plot from "@observablehq/plot";
import { formatFixed } from "../format/number.ts";
import { type PlanFound, triedIn } from "../study/plan-report.ts";
import { draw } from "./drawing.ts";
import { sheet } from "./sheet.ts";
import { valueAxis } from "./value-axis.ts";

const height = 280;

/** `plan.svg`: how probable it is that each value meets the target; or, of two settings, which pairs do. */
export function planSheet(title: string, found: PlanFound): string {
  const { target, paths } = found;
  const goal = `${target.measure} ${target.sign} ${target.bound}`;
  const single = found.kind === "smallest";
  const about = single
    ? `% of replications, with exact bounds of 95 % each, over ${paths[0]}; the line is the ${100 * target.probability} % asked for`
    : `${paths[0]} across, ${paths[1]} up: filled surely meets it in ${100 * target.probability} %, ring undecided, cross surely fails`;
  const drawing = draw(single ? curve(found) : edge(found), {
    id: "plan",
    title: goal,
    description: triedIn(found)
      .map(({ value, met, n, certainty }) => `${value.name}: ${met} of ${n}, ${certainty}`)
      .join("; "),
  });
  return sheet(title, [{ heading: `Where ${goal}`, about, drawing, height }]);
}

function curve(found: PlanFound): Plot.PlotOptions {
  const tried = triedIn(found);
  const axis = valueAxis(tried.map(({ value }) => value.values[0] as string));
  const dots = tried.map(({ value, met, n, low, high }) => ({
    at: axis.at(value.values[0] as string),
    share: (100 * met) / n,
    low: 100 * low,
    high: 100 * high,
  }));
  return {
    ...frame,
    x: { type: "linear", inset: 10, ticks: axis.ticks, tickFormat: axis.label, label: null },
    y: { domain: [0, 100], grid: true, ticks: 5, tickFormat: (value: number) => formatFixed(value, 0), label: null },
    marks: [
      Plot.ruleY([100 * found.target.probability], { stroke: "var(--mean)", strokeWidth: 1.5 }),
      Plot.ruleX(dots, { x: "at", y1: "low", y2: "high", stroke: "var(--median)", strokeWidth: 2 }),
      Plot.dot(dots, { x: "at", y: "share", r: 3.5, fill: "var(--median)" }),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],
  };
}

function edge(found: PlanFound): Plot.PlotOptions {
  const tried = triedIn(found);
  const [across, up] = [0, 1].map((column) =>
    valueAxis(found.points.map(({ values }) => values[column] as string)),
  ) as [ReturnType<typeof valueAxis>, ReturnType<typeof valueAxis>];
  const dots = tried.map(({ value, certainty }) => ({
    x: across.at(value.values[0] as string),
    y: up.at(value.values[1] as string),
    certainty,
  }));
  const of = (certainty: string) => dots.filter((dot) => dot.certainty === certainty);
  return {
    ...frame,
    x: { type: "linear", inset: 14, ticks: across.ticks, tickFormat: across.label, label: null },
    y: { type: "linear", inset: 14, grid: true, ticks: up.ticks, tickFormat: up.label, label: null },
    marks: [
      Plot.dot(of("sure"), { x: "x", y: "y", r: 6, fill: "var(--median)" }),
      Plot.dot(of("undecided"), { x: "x", y: "y", r: 6, stroke: "var(--median)", strokeWidth: 2 }),
      Plot.dot(of("fails"), { x: "x", y: "y", r: 6, symbol: "times", stroke: "var(--mean)", strokeWidth: 2 }),
    ],
  };
}

const frame = { height, marginTop: 12, marginBottom: 40, marginLeft: 58, marginRight: 20 } as const;
