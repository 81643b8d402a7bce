import type { VariantResult, VariantsResult } from "@mpp-sim/experiment";
import type { Scenario, Variant } from "@mpp-sim/scenario";
import { formatNumber } from "../format/number.ts";
import { precisionSentence } from "../summary/precision.ts";
import { viewSections } from "../summary/views.ts";
import { type Comparison, compare } from "../variants/comparison.ts";
import { differenceLegend, sameSentence } from "../variants/comparison-words.ts";
import { variantsAlarms, variantsRunLine } from "../variants/variants-status.ts";
import { answerSection } from "./answer-section.ts";
import { assumptions } from "./assumptions.ts";
import { dailyFigures, waitFigure } from "./charts.ts";
import { differenceTables, meanTables } from "./comparison-table.ts";
import { heading, howToRead, type Provenance, runTable } from "./html-report.ts";
import { html, type Markup } from "./markup.ts";
import { page } from "./page.ts";
import { comparisonStyle } from "./style.ts";
import { variantFigures } from "./variant-figures.ts";
import { waitsTable } from "./waits-table.ts";

/**
 * The report of variants as one page: side by side, then what each changes against the reference, then the reference by
 * itself. Like the report of a run it has no scripts and no requests, and all text of the scenario is escaped.
 */
export function variantsHtmlReport(result: VariantsResult, scenario: Scenario, provenance: Provenance): string {
  const fingerprints = result.variants.map(
    ({ name, result: { fingerprint } }) => [`fingerprint of ${name}`, fingerprint] as const,
  );
  return page(
    scenario.name,
    html`${heading(scenario, variantsRunLine(result, scenario), variantsAlarms(result, scenario), precisionSentence(result, scenario))}${answerSection(provenance.answer)}
${result.replicationsDone === 0 ? "" : findings(result, scenario)}
<h2>Where the numbers come from</h2>
${assumptions(scenario)}
<h2>This run</h2>
${runTable(result, scenario, provenance, fingerprints)}`,
    comparisonStyle,
  );
}

function findings(result: VariantsResult, scenario: Scenario): Markup {
  const comparison = compare(result, scenario);
  const views = compare(result, scenario, viewSections);
  const { done, kind, variants } = comparison;
  const same =
    kind === "future"
      ? "All futures go on from the same past and meet the same people."
      : "All variants meet the same people.";
  const reference = variants[comparison.reference] as Variant;
  const own = result.variants[comparison.reference] as VariantResult;
  return html`<h2>The ${comparison.kind}s</h2>
${variantsTable(comparison)}
<h2>Side by side</h2>
${variantFigures(comparison, scenario)}
<p class="soft">${done < 2 ? "One replication: no interval." : `Mean ± half of its 95 % interval over ${done} replications. ${same}`}</p>
${meanTables(comparison)}
${paragraph(sameSentence(comparison))}
${differences(comparison, reference)}
<h2>Three views of the result</h2>
<p>What each asks for first. No weight between them is built in.</p>
${meanTables(views)}
${paragraph(sameSentence(views))}
<h2>Day by day under ${reference.label}</h2>
${dailyFigures(own.result, reference.scenario, reference.label)}
<h2>Where people wait under ${reference.label}</h2>
${waitFigure(own.result, reference.scenario, reference.label)}
${waitsTable(own.result)}
${howToRead(done)}`;
}

function differences(comparison: Comparison, reference: Variant): Markup {
  const tables = differenceTables(comparison);
  if (tables.length === 0) return html``;
  return html`<h2>Difference from ${reference.label}</h2>
<p class="soft">${differenceLegend(comparison.comparisons, comparison.done)}</p>
${tables}`;
}

function paragraph(text: string): Markup {
  return text === "" ? html`` : html`<p>${text}</p>`;
}

function variantsTable({ variants, kind, reference }: Comparison): Markup {
  return html`<table class="values stacked">
<thead><tr><th scope="col">${kind}</th><th scope="col">name</th><th scope="col">at</th><th scope="col">because</th></tr></thead>
<tbody>
${variants.map(({ label, name, at, because }, index) => {
  const place = at === undefined ? "" : `${formatNumber(at.value)} ${at.unit}`.trim();
  const what = [because, index === reference ? "The others are compared with it." : ""].filter((part) => part !== "");
  return html`<tr><th scope="row">${label}</th><td><code>${name}</code></td><td data-label="at">${place}</td><td>${what.join(" ")}</td></tr>`;
})}
</tbody>
</table>`;
}
