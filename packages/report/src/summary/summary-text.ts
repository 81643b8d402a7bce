import type { RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import Table, { type HorizontalTableRow } from "cli-table3";
import { equalSentence } from "../format/equal.ts";
import { type Ink, inkOf } from "../format/ink.ts";
import type { EstimateText } from "../format/number.ts";
import { paragraphs, wrap } from "../format/plain.ts";
import { figureText } from "./figure.ts";
import { focusOf } from "./focus.ts";
import type { Row, Section } from "./section.ts";
import { summarySections } from "./sections.ts";
import { invariantSentence, runLine, setSentence, statusSentence } from "./status.ts";
import { divertedSentence, waitSentence, waitsAt } from "./waits.ts";

const width = 100;
const shownWaits = 3;

/**
 * The summary a person reads on a terminal in ten seconds, at most 100 columns wide, with a line end behind its last line.
 * Colour is the caller's choice; control characters of the scenario's text are dropped.
 */
export function summaryText(result: RunResult, scenario: Scenario, { color }: { readonly color: boolean }): string {
  const ink = inkOf(color);
  const status = statusSentence(result);
  const blocks = [
    wrap(status, width).map(ink.alarm),
    heading(result, scenario, ink),
    ...(result.replicationsDone === 0 ? [] : figures(result, scenario, ink)),
    wrap(invariantSentence(result), width).map(ink.alarm),
  ];
  return paragraphs(blocks);
}

function heading(result: RunResult, scenario: Scenario, ink: Ink): string[] {
  const { name, question, notes, period } = scenario;
  return [
    ...wrap(name, width).map(ink.strong),
    ...wrap(question, width),
    ...wrap(runLine(result, period), width).map(ink.faint),
    ...wrap(setSentence(scenario), width).map(ink.alarm),
    ...notes.flatMap((note) => wrap(`Note: ${note}`, width)),
  ];
}

function figures(result: RunResult, scenario: Scenario, ink: Ink): string[][] {
  const { replicationsDone: done } = result;
  const legend =
    done < 2 ? "One replication: no interval." : `Mean ± half of its 95 % interval, n = ${done} replications.`;
  const sections = summarySections(result, scenario);
  const labelWidth = 2 + Math.max(...sections.flatMap(({ rows }) => rows.map((row) => labelOf(row).length)));
  const tables = sections.flatMap((section) => [
    ink.strong(section.title),
    ...(section.columns ? columnsOf(section, section.columns, done, ink) : listOf(section, labelWidth, done, ink)),
  ]);
  const equal = wrap(equalSentence(tables, done), width).map(ink.faint);
  return [[ink.faint(legend), ...tables], equal, waits(result, scenario, ink)];
}

/** Label, mean and interval, aligned through all sections. */
function listOf({ rows }: Section, labelWidth: number, done: number, ink: Ink): string[] {
  return linesOf(
    [labelWidth, 11, null],
    rows.map((row) => [labelOf(row), ...row.figures.flatMap((figure) => cellsOf(figureText(figure, done), ink))]),
  );
}

/** Label, then mean and interval a column. The figures of a row are defined in the same replications, so it says once which. */
function columnsOf({ rows }: Section, columns: readonly string[], done: number, ink: Ink): string[] {
  const head = ["", ...columns.flatMap((column) => [ink.faint(column), ""])];
  const body = rows.map((row) => {
    const undefinedOne = row.figures.find(({ estimate }) => estimate.mean === null);
    if (undefinedOne) return [labelOf(row), { content: `none (${undefinedOne.whyNone})`, colSpan: 2 * columns.length }];
    return [labelOf(row), ...row.figures.flatMap((figure) => cellsOf(figureText(figure, done), ink))];
  });
  return linesOf([null, ...columns.flatMap(() => [null, null])], [head, ...body]);
}

function labelOf({ label, part }: Row): string {
  return `${part ? "    " : "  "}${label}`;
}

function cellsOf({ mean, interval }: EstimateText, ink: Ink): string[] {
  return [ink.good(mean), ink.faint(interval)];
}

/** A table without frame or colour of its own; widths are those of columns, null for as wide as needed. */
function linesOf(colWidths: (number | null)[], rows: HorizontalTableRow[]): string[] {
  const table = new Table({
    chars: frameless,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 1 },
    colAligns: colWidths.map((_, column) => (column % 2 === 1 ? "right" : "left")),
    colWidths,
  });
  table.push(...rows);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

function waits(result: RunResult, scenario: Scenario, ink: Ink): string[] {
  const { place, name, sector } = focusOf(scenario);
  const waits = waitsAt(result, place);
  const sentences = waits
    .slice(0, shownWaits)
    .flatMap((wait, index) => wrap(waitSentence(wait), width, "     ", `  ${index + 1}. `));
  return [
    ink.strong(sector === undefined ? "Where people wait" : `Where people of ${name} wait`),
    ...(sentences.length === 0 ? ["  Nobody waited."] : sentences),
    ...wrap(divertedSentence(waits, shownWaits), width, "  "),
  ];
}

const frameless = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"])
    .map((part) => [part, ""]),
);
