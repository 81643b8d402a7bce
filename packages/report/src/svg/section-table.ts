import { type Figure, figureText, spreadText } from "../summary/figure.ts";
import type { Row, Section } from "../summary/section.ts";
import { html, type Markup } from "./markup.ts";

/** A section as a table: a figure with the spread of single replications, or several figures side by side. */
export function sectionTable(section: Section, done: number): Markup {
  const { title, columns, rows } = section;
  const heads = columns ?? ["mean ± 95 %", "5 to 95 %"];
  return html`<table class="${columns === undefined ? "figures" : "figures several"}">
<caption>${title}</caption>
<thead><tr><td></td>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, columns === undefined, done))}
</tbody>
</table>`;
}

function rowOf({ label, part, figures }: Row, single: boolean, done: number): Markup {
  const cells = figures.map((figure) => meanCell(figure, done));
  const spread = single ? figures.map((figure) => html`<td class="number">${spreadText(figure)}</td>`) : [];
  return html`<tr><th scope="row"${part ? html` class="part"` : ""}>${label}</th>${cells}${spread}</tr>`;
}

function meanCell(figure: Figure, done: number): Markup {
  const { mean, interval } = figureText(figure, done);
  const none = figure.estimate.mean === null ? " none" : "";
  return html`<td class="number${none}">${mean} <span>${interval}</span></td>`;
}
