import type { Estimate, RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { constraintPhrase } from "../format/names.ts";
import { meanText } from "../summary/figure.ts";
import { focusOf, underWayAtEnd } from "../summary/focus.ts";
import { waitsAt } from "../summary/waits.ts";
import { type Bar, barChart } from "./bar-chart.ts";
import { type Fan, fanChart } from "./fan-chart.ts";
import { html, type Markup, raw } from "./markup.ts";

/**
 * Daily releases and custody of the people in focus, and releases of the whole border. `under` is the name of the
 * variant shown.
 */
export function dailyFigures(result: RunResult, scenario: Scenario, under?: string): Markup {
  const { prefix, name, sector } = focusOf(scenario);
  // People released after a hearing had been returned before, and are counted beside these.
  const afterHearing = result.estimates.find(({ name: measure }) => measure === "system.released.after-hearing");
  const unit = (afterHearing?.mean ?? 0) > 0 ? "persons a day, of those not returned before" : "persons a day";
  const own: Fan[] = [
    { id: "released", series: `${prefix}.released`, title: `Released each day, ${name}`, unit },
    { id: "custody", series: `${prefix}.custody`, title: `In custody, ${name}`, unit: "persons, mean of the day" },
  ];
  const everywhere: Fan = {
    id: "system-released",
    series: "system.released",
    title: "Released each day, all sectors",
    unit,
  };
  const figures = [...own, ...(sector === undefined ? [] : [everywhere])].flatMap((fan) =>
    figureOf(fanChart(result, fan), fan.title, `${fan.unit}, by local date${only(under)}`),
  );
  return html`${key}
<div class="columns">
${figures}
</div>`;
}

/** What became of those who arrived. */
export function outcomeFigure({ estimates }: RunResult, scenario: Scenario): Markup[] {
  const focus = focusOf(scenario);
  const { prefix, name } = focus;
  const bars = [
    ["first returns to Mexico", `${prefix}.returned.first`],
    ["released", `${prefix}.released`],
    ["detained", `${prefix}.exits.detention`],
    ["removed another way", `${prefix}.exits.removal`],
    ["transferred (children alone)", `${prefix}.exits.transfer`],
    ["in custody or on a bus at the end", underWayAtEnd(focus)],
  ].flatMap(([label, measure]) =>
    estimates.filter(({ name }) => name === measure).flatMap((estimate) => barOf(label ?? "", estimate)),
  );
  const title = `What became of the people of ${name}`;
  return figureOf(
    barChart(bars, { id: "outcomes", title, unit: "persons" }),
    title,
    "persons over the period: those in custody at the start and those who arrived",
  );
}

/** Where the people in focus wait, and for what. `under` is the name of the variant shown. */
export function waitFigure(result: RunResult, scenario: Scenario, under?: string): Markup[] {
  const { place, name } = focusOf(scenario);
  const bars = waitsAt(result, place).flatMap(({ constraint, personHours }) =>
    barOf(constraintPhrase(constraint), personHours),
  );
  const title = `What people of ${name} wait for`;
  return figureOf(
    barChart(bars, { id: "waits", title, unit: "person-hours" }),
    title,
    `person-hours over the period, with the 95 % interval of the mean${only(under)}`,
  );
}

/** An estimate as a bar; none where it is undefined. */
export function barOf(label: string, estimate: Pick<Estimate, "n" | "mean" | "halfWidth">): Bar[] {
  const { mean, halfWidth } = estimate;
  return mean === null ? [] : [{ label, mean, halfWidth: halfWidth ?? 0, text: meanText(estimate) }];
}

/** A drawing with its caption; none if there is no drawing. */
export function figureOf(drawing: Markup | undefined, title: string, about: string): Markup[] {
  return drawing === undefined
    ? []
    : [
        html`<figure>
<figcaption><strong>${title}</strong> ${about}</figcaption>
${drawing}
</figure>`,
      ];
}

function only(under: string | undefined): string {
  return under === undefined ? "" : `, under ${under} only`;
}

const key: Markup = raw(`<ul class="key">
<li><svg viewBox="0 0 28 12" aria-hidden="true"><rect width="28" height="12" fill="var(--band)"/></svg>5 to 95 % of single replications</li>
<li><svg viewBox="0 0 28 12" aria-hidden="true"><path d="M0 6H28" stroke="var(--median)" stroke-width="2"/></svg>median</li>
<li><svg viewBox="0 0 28 12" aria-hidden="true"><path d="M0 6H28" stroke="var(--mean)" stroke-width="2" stroke-dasharray="4 3"/></svg>mean</li>
</ul>`);
