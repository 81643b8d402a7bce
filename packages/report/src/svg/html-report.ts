import type { AnswerResult, RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { focusOf } from "../summary/focus.ts";
import { precisionSentence } from "../summary/precision.ts";
import { summarySections } from "../summary/sections.ts";
import { invariantSentence, runLine, setSentence, statusSentence } from "../summary/status.ts";
import { viewSections } from "../summary/views.ts";
import { divertedSentence, waitSentence, waitsAt } from "../summary/waits.ts";
import { answerSection } from "./answer-section.ts";
import { assumptions } from "./assumptions.ts";
import { dailyFigures, outcomeFigure, waitFigure } from "./charts.ts";
import { html, type Markup } from "./markup.ts";
import { page } from "./page.ts";
import { sectionTable } from "./section-table.ts";
import { waitsTable } from "./waits-table.ts";

/** What else a report needs to name, so that a run can be repeated. */
export interface Provenance {
  /** Of the program. */
  readonly version: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** What the question of the scenario comes to, if it asks something. */
  readonly answer?: AnswerResult;
}

/**
 * The report of a run as one page, without scripts and without requests to other places. The same arguments give the
 * same bytes. All text of the scenario is escaped.
 */
export function htmlReport(result: RunResult, scenario: Scenario, provenance: Provenance): string {
  return page(
    scenario.name,
    html`${heading(scenario, runLine(result, scenario.period), [statusSentence(result), invariantSentence(result)], precisionSentence(result, scenario))}${answerSection(provenance.answer)}
${result.replicationsDone === 0 ? "" : findings(result, scenario)}
<h2>Where the numbers come from</h2>
${assumptions(scenario)}
<h2>This run</h2>
${runTable(result, scenario, provenance)}`,
  );
}

/** The beginning of every report. An empty alarm is left out. */
export function heading(scenario: Scenario, line: string, alarms: readonly string[], precision: string): Markup {
  const { name, question, notes } = scenario;
  const set = setSentence(scenario);
  return html`<header>
<h1>${name}</h1>
${question === "" ? "" : html`<p class="question">${question}</p>`}
<p class="soft">${line}</p>${precision === "" ? "" : html`\n<p class="soft">${precision}</p>`}${set === "" ? "" : html`\n<p><strong>${set}</strong></p>`}
${alarms.filter((alarm) => alarm !== "").map((alarm) => html`<p class="alarm" role="alert">${alarm}</p>`)}
${notes.map((note) => html`<p class="note">${note}</p>`)}
</header>`;
}

function findings(result: RunResult, scenario: Scenario): Markup {
  const { replicationsDone: done } = result;
  const tables = (sections: ReturnType<typeof summarySections>) =>
    sections.map((section) => sectionTable(section, done));
  const waits = waitsAt(result, focusOf(scenario).place);
  const diverted = divertedSentence(waits, 3);
  return html`<h2>Summary</h2>
${outcomeFigure(result, scenario)}
<p class="soft">${done < 2 ? "One replication: no interval." : `Mean ± half of its 95 % interval over ${done} replications; 5 to 95 %: what single replications lie between.`}</p>
${tables(summarySections(result, scenario))}
<h2>Day by day</h2>
${dailyFigures(result, scenario)}
<h2>Where people wait</h2>
<ol>
${waits.slice(0, 3).map((wait) => html`<li>${waitSentence(wait)}</li>`)}
</ol>
${diverted === "" ? "" : html`<p>${diverted}</p>`}
${waitFigure(result, scenario)}
${waitsTable(result)}
<h2>Three views of the result</h2>
<p>What each asks for first. No weight between them is built in.</p>
${tables(viewSections(result, scenario))}
${howToRead(done)}`;
}

/** What intervals hold and what they do not. */
export function howToRead(done: number): Markup {
  return html`<h2>How to read this</h2>
<p>Each figure is a mean over ${done} replications: courses of events that differ by chance alone, under one scenario.
The figure behind ± is half of the 95 % interval for that mean, by Student t over the replications: how well the mean is known.
More replications make it smaller. The bands, and the columns headed 5 to 95 %, show single replications: what one course of events may bring.
More replications do not make them smaller.</p>
<p>Neither holds the doubt about the scenario's own numbers, whose ranges are listed below, nor the doubt about the structure of the model: rules that were chosen
because no source gives them. Persons are counted, not cases, unless a figure says so. People whose stay or case had not ended with the period are counted as such, not as zero.</p>`;
}

/** What is needed to repeat a run. `more` stands between the run and its inputs. */
export function runTable(
  result: Pick<RunResult, "seed" | "replicationsDone" | "replicationsAsked" | "status" | "fingerprint">,
  { file }: Scenario,
  { version, inputs }: Provenance,
  more: readonly (readonly [label: string, value: string])[] = [],
): Markup {
  const facts: readonly (readonly [label: string, value: string])[] = [
    ["scenario", file],
    ["program version", version],
    ["seed", result.seed],
    ["replications", `${result.replicationsDone} of ${result.replicationsAsked}`],
    ["status", result.status],
    ["fingerprint", result.fingerprint],
    ...more,
    ...inputs.map(({ file, sha256 }) => [`SHA-256 of ${file}`, sha256] as const),
  ];
  return html`<table class="facts stacked">
<tbody>
${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td><code>${value}</code></td></tr>`)}
</tbody>
</table>`;
}
