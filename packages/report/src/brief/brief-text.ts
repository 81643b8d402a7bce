import type { AnswerResult, RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { assumptionWords, baseSentence, triedSentence, verdictSentence } from "../answer/answer-words.ts";
import type { RunOrVariants } from "../files/runs-of.ts";
import { equalSentence } from "../format/equal.ts";
import { formatFixed } from "../format/number.ts";
import { paragraphs, wrap } from "../format/plain.ts";
import { focusOf } from "../summary/focus.ts";
import { precisionSentence } from "../summary/precision.ts";
import { askedSections } from "../summary/sections.ts";
import { invariantSentence, setSentence, statusSentence } from "../summary/status.ts";
import { variantsAlarms } from "../variants/variants-status.ts";
import { type FigureRow, figureTable } from "./figure-table.ts";
import { outcomeRows, releasedWords } from "./outcomes.ts";
import { block, type Paper } from "./paper.ts";
import { variantTables } from "./variant-tables.ts";
import { elsewhereWords, oneMoreNote, oneMoreWords } from "./worth-words.ts";

/**
 * What a person reads first on a terminal: what was asked and what came of it, in some twenty lines, none wider than the paper. With an
 * answer it begins with that. Control characters of the scenario's text are dropped.
 */
export function briefText(result: RunOrVariants, scenario: Scenario, paper: Paper, answer?: AnswerResult): string {
  const { width, ink } = paper;
  const alarms =
    "variants" in result ? variantsAlarms(result, scenario) : [statusSentence(result), invariantSentence(result)];
  const found =
    result.replicationsDone === 0
      ? []
      : "variants" in result
        ? variantTables(result, scenario, paper)
        : figures(result, scenario, paper);
  const elsewhere = answer === undefined ? [] : block("ELSEWHERE", elsewhereWords(answer), paper);
  return paragraphs([
    alarms.flatMap((alarm) => wrap(alarm, width)).map(ink.alarm),
    [
      ...wrap(titleOf(result, scenario), width).map(ink.strong),
      ...wrap(scenario.question, width),
      ...wrap(setSentence(scenario), width).map(ink.alarm),
      ...wrap(precisionSentence(result, scenario), width).map(ink.faint),
    ],
    answer === undefined ? [] : block("ANSWER", [baseSentence(answer)], paper),
    ...found,
    elsewhere,
    [
      ...wrap(legendOf(result), width).map(ink.faint),
      ...wrap(equalSentence([...found.flat(), ...elsewhere], result.replicationsDone), width).map(ink.faint),
      ...scenario.notes.flatMap((note) => wrap(`Note: ${note}`, width).map(ink.faint)),
    ],
  ]);
}

/** What more of each capacity is worth: a line for each, from the one at `from` on. */
export function oneMoreText(answer: AnswerResult, from: number, paper: Paper): string {
  const lines = answer.oneMore.slice(from).map(oneMoreWords);
  return continued("ONE MORE", from === 0 ? [oneMoreNote(answer), ...lines] : lines, from, paper);
}

/** What one assumption does to the answer: a line for each, from the one at `from` on. */
export function assumedText(
  answer: AnswerResult,
  from: number,
  { answer: asked }: Pick<Scenario, "answer">,
  paper: Paper,
): string {
  const lines = answer.verdict.factors.slice(from).map((one) => {
    const base = asked?.assumptions.find(({ path }) => path === one.factor)?.factor.base;
    const here = typeof base === "string" ? ` (here ${base})` : "";
    return `${one.factor}${here}, ${assumptionWords(answer, one)}`;
  });
  return continued("ASSUMED", lines, from, paper);
}

/** What the question comes to over all that was tried. */
export function verdictText(answer: AnswerResult, paper: Paper): string {
  return paragraphs([block("VERDICT", [verdictSentence(answer), triedSentence(answer)], paper)]);
}

/** Lines under a word that stands before the first of them alone. */
function continued(word: string, lines: readonly string[], from: number, paper: Paper): string {
  if (lines.length === 0) return "";
  return from === 0 ? `\n${paragraphs([block(word, lines, paper)])}` : `${block("", lines, paper).join("\n")}\n`;
}

function titleOf(result: RunOrVariants, { name, period }: Scenario): string {
  const { replicationsDone: done, replicationsAsked: all, seed } = result;
  const count = done === all ? `${all}` : `${done} of ${all}`;
  return `${name} · ${dateWords(period.from)} – ${dateWords(period.to)} · ${count} replication${all === 1 ? "" : "s"}, seed "${seed}"`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `22 Nov 2019` */
function dateWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}\u00a0${months[(month as number) - 1]}\u00a0${year}`;
}

function figures(result: RunResult, scenario: Scenario, paper: Paper): string[][] {
  const focus = focusOf(scenario);
  const measures = scenario.focus.measures !== undefined;
  const outcomes = measures ? undefined : outcomeRows(result, focus.prefix);
  const released = outcomes ? releasedWords(result, focus.prefix) : "";
  const asked = askedSections(result, scenario).map(({ title, rows }) => {
    const figures = rows.flatMap(({ label, figures: [figure] }): FigureRow[] =>
      figure ? [{ label, spread: figure.estimate, unit: figure.estimate.unit }] : [],
    );
    return figureTable(title, figures, { ...paper, bars: false });
  });
  return [
    outcomes ? figureTable(peopleTitle(outcomes.people), outcomes.rows, paper) : [],
    released === "" ? [] : block("RELEASED", [released], paper),
    ...asked,
  ];
}

function peopleTitle(people: number): string {
  return `Of ${formatFixed(people, 0)} people`;
}

function legendOf({ replicationsDone: done }: Pick<RunOrVariants, "replicationsDone">): string {
  if (done === 0) return "";
  if (done === 1) return "A single replication: it has no interval.";
  return "± is how well a mean is known (95 %); 9 of 10 seasons is where single replications lie. Neither holds what nobody published.";
}
