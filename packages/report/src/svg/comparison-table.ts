import type { EstimateText } from "../format/number.ts";
import { type ComparedRow, type Comparison, titledRows, wholes } from "../variants/comparison.ts";
import { differenceText, meanOf, notDistinguishable } from "../variants/comparison-words.ts";
import { labelMarkup } from "./breakable.ts";
import { html, type Markup } from "./markup.ts";

/** Columns of a table that a phone can still show. */
const mostColumns = 4;

/** The measures of all variants, a table a section. */
export function meanTables(comparison: Comparison): Markup[] {
  const { done } = comparison;
  return tables(comparison, [...comparison.variants.keys()], (row, index) => meanOf(row, index, done));
}

/** What each variant changes against the reference, a table a section. */
export function differenceTables(comparison: Comparison): Markup[] {
  const { done, others } = comparison;
  if (others.length === 0) return [];
  return tables(comparison, others, ({ differences }, index) => differenceText(differences[index], done));
}

/**
 * With few variants, measures are rows. Otherwise variants are rows, with all measures in one table if they are few, or
 * a table for each section.
 */
function tables(
  { variants, sections }: Comparison,
  shown: readonly number[],
  cell: (row: ComparedRow, variant: number) => EstimateText,
): Markup[] {
  const label = (index: number): string => variants[index]?.label ?? "";
  const down = (title: string, rows: readonly ComparedRow[]): Markup =>
    table(
      title,
      rows.map((row) => row.label),
      shown.map((index) => ({ label: label(index), cells: rows.map((row) => cell(row, index)) })),
    );
  if (shown.length > mostColumns) {
    const all = titledRows(sections);
    if (all.length <= mostColumns) return [down("", all)];
    return sections.flatMap(({ title, rows }) =>
      chunksOf(wholes(rows), mostColumns).map((some, chunk) => down(chunk === 0 ? title : `${title}, continued`, some)),
    );
  }
  return sections.map(({ title, rows }) =>
    table(
      title,
      shown.map(label),
      rows.map((row) => ({ ...row, cells: shown.map((index) => cell(row, index)) })),
    ),
  );
}

interface Line {
  readonly label: string;
  readonly partOf?: string;
  readonly cells: readonly EstimateText[];
}

function table(title: string, heads: readonly string[], lines: readonly Line[]): Markup {
  return html`<table class="figures compared${heads.length > 2 ? " wide" : ""}" style="--columns: ${heads.length}">
${title === "" ? "" : html`<caption>${title}</caption>`}
<thead><tr><td></td>${heads.map((head) => html`<th scope="col" class="number">${labelMarkup(head)}</th>`)}</tr></thead>
<tbody>
${lines.map(({ label, partOf, cells }) => html`<tr><th scope="row"${partOf ? html` class="part"` : ""}>${labelMarkup(label)}</th>${cells.map(cellOf)}</tr>`)}
</tbody>
</table>`;
}

function cellOf({ mean, interval }: EstimateText): Markup {
  if (mean === notDistinguishable) return html`<td class="number none"><span>not distin&shy;guish&shy;able</span></td>`;
  return html`<td class="number${mean === "none" ? " none" : ""}">${mean}${interval === "" ? "" : html` <span>${interval}</span>`}</td>`;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) =>
    items.slice(chunk * size, (chunk + 1) * size),
  );
}
