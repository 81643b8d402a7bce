import type { RunResult } from "@mpp-sim/experiment";
import { constraintPhrase, placeName } from "../format/names.ts";
import { formatFixed } from "../format/number.ts";
import { meanText } from "../summary/figure.ts";
import { waitsAt } from "../summary/waits.ts";
import { html, type Markup } from "./markup.ts";

/** Every bottleneck, by place. */
export function waitsTable(result: RunResult): Markup {
  const places = [...new Set(result.bottlenecks.map(({ place }) => place))];
  if (places.length === 0) return html`<p>Nobody waited.</p>`;
  return html`<table class="stacked">
<caption>All waits, by sector of arrival. An hour is charged to one cause; the hours a cause held may be those of others too</caption>
<thead><tr><th scope="col">waiting for</th><th scope="col" class="number">person-hours</th><th scope="col" class="number">share</th><th scope="col" class="number">person-hours it held</th><th scope="col" class="number">waits of a person</th><th scope="col" class="number">people who left meanwhile</th></tr></thead>
${places.map((place) => placeRows(result, place))}
</table>`;
}

function placeRows(result: RunResult, place: string): Markup {
  const rows = waitsAt(result, place).map(({ constraint, personHours, share, heldPersonHours, persons, diverted }) => {
    const cells: readonly (readonly [label: string, text: string])[] = [
      ["person-hours", meanText(personHours)],
      ["share", `${formatFixed(share * 100, 1)} %`],
      ["person-hours it held", meanText(heldPersonHours)],
      ["waits of a person", meanText(persons)],
      ["people who left meanwhile", meanText(diverted)],
    ];
    const numbers = cells.map(([label, text]) => html`<td class="number" data-label="${label}">${text}</td>`);
    return html`<tr><th scope="row">${constraintPhrase(constraint)}</th>${numbers}</tr>`;
  });
  return html`<tbody>
<tr class="group"><th colspan="6" scope="rowgroup">${place === "system" ? "All sectors" : placeName(place)}</th></tr>
${rows}
</tbody>`;
}
