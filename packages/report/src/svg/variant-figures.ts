import type { Scenario } from "@mpp-sim/scenario";
import { figureText } from "../summary/figure.ts";
import { focusOf } from "../summary/focus.ts";
import { type ComparedRow, type Comparison, titledLabel } from "../variants/comparison.ts";
import { type Bar, barChart } from "./bar-chart.ts";
import { figureOf } from "./charts.ts";
import { ladderChart } from "./ladder-chart.ts";
import { html, type Markup } from "./markup.ts";

const mostFigures = 4;

/**
 * The first measures in focus, or returns and releases, by variant: a curve if the variants are on a ladder, else bars.
 */
export function variantFigures(comparison: Comparison, scenario: Scenario): Markup {
  const { prefix } = focusOf(scenario);
  const wanted = scenario.focus.measures ?? [`${prefix}.released`, `${prefix}.returned.first`];
  const rows = comparison.sections.flatMap(({ title, rows }) => rows.map((row) => ({ title, row })));
  const figures = wanted
    .slice(0, mostFigures)
    .flatMap((measure) => rows.filter(({ row }) => row.measure === measure).slice(0, 1))
    .flatMap(({ title, row }, index) => drawn(comparison, row, title, `variants-${index}`));
  return figures.length === 0
    ? html``
    : html`<div class="columns">
${figures}
</div>`;
}

function drawn({ variants, done }: Comparison, row: ComparedRow, section: string, id: string): Markup[] {
  const unit = row.unit === "share" ? "%" : row.unit;
  const scale = row.unit === "share" ? 100 : 1;
  const bars = row.figures.flatMap((figure, index): (Bar & { at: number | undefined })[] => {
    const variant = variants[index];
    if (variant === undefined || figure === undefined || figure.estimate.mean === null) return [];
    const { mean, interval } = figureText(figure, done);
    return [
      {
        label: variant.label,
        at: variant.at?.value,
        mean: figure.estimate.mean * scale,
        halfWidth: (figure.estimate.halfWidth ?? 0) * scale,
        text: `${mean} ${interval}`.trim().replaceAll(" ", "\u00a0"),
      },
    ];
  });
  const title = titledLabel(section, row);
  const rungs = bars.flatMap(({ at, ...bar }) => (at === undefined ? [] : [{ at, ...bar }]));
  const onLadder = variants.every(({ at }) => at !== undefined) && rungs.length > 1;
  const atUnit = variants[0]?.at?.unit ?? "";
  const drawing = onLadder ? ladderChart(rungs, { id, title, unit, atUnit }) : barChart(bars, { id, title, unit });
  return figureOf(drawing, title, `${unit}, with the 95 % interval of the mean`);
}
