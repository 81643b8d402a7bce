import type { Scenario, Source, SourcedValue } from "@mpp-sim/scenario";
import { byGrade } from "../scenario/grades.ts";
import { breakable } from "./breakable.ts";
import { html, type Markup } from "./markup.ts";

/** Every value that has a source, or should have one, by grade, weakest first; then the sources. */
export function assumptions({ sourced, sources }: Scenario): Markup {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const groups = byGrade(sourced).map(
    ({ title, values }) => html`<h3>${title}</h3>
<table class="values stacked">
<thead><tr><th scope="col">setting</th><th scope="col">value</th><th scope="col">range</th><th scope="col">from</th></tr></thead>
<tbody>
${values.map((value) => valueRow(value, titles))}
</tbody>
</table>`,
  );
  return html`${groups.length === 0 ? html`<p>No value of this scenario names a source.</p>` : groups}
<h2>Sources</h2>
${
  sources.length === 0
    ? html`<p>None.</p>`
    : html`<ul>
${sources.map(sourceItem)}
</ul>`
}`;
}

function valueRow(
  { path, text, range, source, note, origin }: SourcedValue,
  titles: ReadonlyMap<string, string>,
): Markup {
  const title = titles.get(source);
  const from = [note, title === undefined ? "" : `${source}: ${title}`].filter((part) => part !== "").join(" · ");
  return html`<tr><th scope="row"><code>${breakable(path)}</code></th><td>${text}</td><td data-label="range">${range}</td><td>${from}${from === "" ? "" : " · "}<code>${origin}</code></td></tr>`;
}

/** Only an address that a browser opens as a page becomes a link. */
function link(address: string): Markup | string {
  return /^https?:\/\/\S+$/.test(address) ? html`<a href="${address}">${address}</a>` : address;
}

function sourceItem({ id, title, date, grade, address }: Source): Markup {
  const links = address.split(/\s*;\s*/).map((one) => html`${link(one)}`);
  const where = links.reduce((before, one) => html`${before}; ${one}`);
  return html`<li><code>${id}</code>: ${[title, date, `grade ${grade}`].filter((part) => part !== "").join(", ")}${address === "" ? "" : ". "}${where}</li>`;
}
