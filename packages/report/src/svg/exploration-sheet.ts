import { type Exploration, sideOf } from "@mpp-sim/experiment";
import * as Plot from "@observablehq/plot";
import { formatFixed } from "../format/number.ts";
import { boxWords } from "../study/exploration-report.ts";
import { draw } from "./drawing.ts";
import { sheet } from "./sheet.ts";

const height = 320;

interface Dot {
  readonly rank: number;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly isSame: boolean;
}

/** `explore.svg`: the effect at every draw of all ranges at once, from the least to the greatest, beside that of the file. */
export function explorationSheet(title: string, exploration: Exploration): string {
  const { counts, claim, label, matters, same, box, base } = exploration;
  const about = `Each dot is a draw of all ranges at once: by how much it is ${claim} than ${label}, in % of that, with an interval that holds over all draws. Full: on the side of the file (${same.draws} of ${same.of}); hollow: not, or open. Dashed: the least that matters. Thick line: the file itself.`;
  return sheet(title === "" ? counts : title, [
    {
      heading: counts,
      about: box ? `${about} Another verdict: ${boxWords(box)}.` : about,
      height,
      drawing: drawingOf(dotsOf(exploration), matters, base.effect, `${counts}: effect at each draw`),
    },
  ]);
}

function dotsOf({ draws, verdict }: Exploration): readonly Dot[] {
  return draws
    .filter(({ effect }) => effect.effect !== null)
    .sort((one, other) => (one.effect.effect ?? 0) - (other.effect.effect ?? 0))
    .map(({ effect: { effect, low, high }, class: one }, index) => ({
      rank: index + 1,
      effect: 100 * (effect ?? 0),
      low: 100 * (low ?? effect ?? 0),
      high: 100 * (high ?? effect ?? 0),
      isSame: one !== "unresolved" && sideOf(one) === sideOf(verdict.base),
    }));
}

/** Wide intervals are cut, so that the dots can be told apart. */
const widest = 150;

function drawingOf(dots: readonly Dot[], matters: number, base: number | null, title: string) {
  const ends = dots.flatMap(({ low, high, effect }) => [
    Math.max(low, effect - widest),
    Math.min(high, effect + widest),
  ]);
  const domain = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const cut = dots.map((dot) => ({
    ...dot,
    low: Math.max(dot.low, domain[0] as number),
    high: Math.min(dot.high, domain[1] as number),
  }));
  return draw(
    {
      height,
      marginTop: 12,
      marginBottom: 30,
      marginLeft: 58,
      marginRight: 12,
      x: { domain: [0.5, Math.max(1.5, dots.length + 0.5)], axis: null },
      y: { domain, grid: true, ticks: 6, tickFormat: (value: number) => `${formatFixed(value, 0)} %`, label: null },
      marks: [
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.ruleY([100 * matters], { stroke: "currentColor", strokeDasharray: "4 3" }),
        ...(base === null ? [] : [Plot.ruleY([100 * base], { stroke: "var(--mean)", strokeWidth: 2 })]),
        Plot.ruleX(cut, { x: "rank", y1: "low", y2: "high", stroke: "var(--median)", strokeWidth: 1.5 }),
        Plot.dot(cut, {
          x: "rank",
          y: "effect",
          r: 4,
          stroke: "var(--median)",
          fill: ({ isSame }: Dot) => (isSame ? "var(--median)" : "var(--paper)"),
        }),
      ],
    },
    {
      id: "draws",
      title,
      description: dots
        .map(
          ({ effect, low, high }) => `${formatFixed(effect, 0)} % (${formatFixed(low, 0)} to ${formatFixed(high, 0)})`,
        )
        .join("; "),
    },
  );
}
