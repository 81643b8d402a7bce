import type { VariantsResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { type GridRow, gridLines, gridWidth } from "../format/grid.ts";
import { type Ink, inkOf } from "../format/ink.ts";
import type { EstimateText } from "../format/number.ts";
import { paragraphs, wrap } from "../format/plain.ts";
import { setSentence } from "../summary/status.ts";
import { type ComparedRow, type Comparison, compare, titledRows, wholes } from "./comparison.ts";
import { differenceLegend, differenceText, meanOf, sameSentence } from "./comparison-words.ts";
import { variantsAlarms, variantsRunLine } from "./variants-status.ts";

const width = 100;
/** If there are more variants than these, they are rows, each with its figures in a line. */
const mostColumns = 4;

/**
 * The summary of variants for a terminal, at most 100 columns wide: the variants side by side, then what each changes against the
 * reference. Colour is the caller's choice; control characters of the scenario's text are dropped.
 */
export function variantsSummaryText(
  result: VariantsResult,
  scenario: Scenario,
  { color }: { readonly color: boolean },
): string {
  const ink = inkOf(color);
  const blocks = [
    ...variantsAlarms(result, scenario).map((alarm) => wrap(alarm, width).map(ink.alarm)),
    heading(result, scenario, ink),
    ...(result.replicationsDone === 0 ? [] : findings(compare(result, scenario), ink)),
  ];
  return paragraphs(blocks);
}

function heading(result: VariantsResult, scenario: Scenario, ink: Ink): string[] {
  return [
    ...wrap(scenario.name, width).map(ink.strong),
    ...wrap(scenario.question, width),
    ...wrap(variantsRunLine(result, scenario), width).map(ink.faint),
    ...wrap(setSentence(scenario), width).map(ink.alarm),
    ...scenario.notes.flatMap((note) => wrap(`Note: ${note}`, width)),
  ];
}

function findings(comparison: Comparison, ink: Ink): string[][] {
  const { variants, reference, others, done, comparisons } = comparison;
  const from = variants[reference]?.label ?? "";
  const legend =
    done < 2 ? "One replication: no interval." : `Mean ± half of its 95 % interval, n = ${done} replications.`;
  const means = sideBySide(comparison, [...variants.keys()], (row, index) => meanOf(row, index, done), ink);
  const differences = sideBySide(
    comparison,
    others,
    ({ differences }, index) => differenceText(differences[index], done),
    ink,
  );
  return [
    [...wrap(legend, width).map(ink.faint), ...means],
    wrap(sameSentence(comparison), width),
    others.length === 0 || comparison.sections.length === 0
      ? []
      : [
          ...wrap(`Difference from ${from}, the same people`, width).map(ink.strong),
          ...wrap(differenceLegend(comparisons, done), width).map(ink.faint),
          ...differences,
        ],
  ];
}

/**
 * Variants as columns if they are few and fit. Otherwise as rows, with all measures in one table if they fit, or a
 * table for each section with as many measures beside one another as fit.
 */
function sideBySide(
  { variants, sections }: Comparison,
  shown: readonly number[],
  cell: (row: ComparedRow, variant: number) => EstimateText,
  ink: Ink,
): string[] {
  const label = (index: number): string => variants[index]?.label ?? "";
  const across = sections.flatMap(({ title, rows }): GridRow[] => [
    { label: title, cells: [] },
    ...rows.map((row) => ({
      label: `${row.partOf ? "    " : "  "}${row.label}`,
      cells: shown.map((index) => cell(row, index)),
    })),
  ]);
  if (shown.length <= mostColumns && gridWidth(across) <= width) return gridLines(shown.map(label), across, ink);
  const down = (some: readonly ComparedRow[]): GridRow[] =>
    shown.map((index) => ({ label: `  ${label(index)}`, cells: some.map((row) => cell(row, index)) }));
  const lines = (title: string, some: readonly ComparedRow[]): string[] => [
    ink.strong(title),
    ...gridLines(
      some.map((row) => row.label),
      down(some),
      ink,
    ),
  ];
  const all = titledRows(sections);
  if (gridWidth(down(all)) <= width)
    return gridLines(
      all.map((row) => row.label),
      down(all),
      ink,
    );
  return sections.flatMap(({ title, rows }) => {
    const chunks: ComparedRow[][] = [];
    for (const row of wholes(rows)) {
      const last = chunks.at(-1);
      if (last === undefined || gridWidth(down([...last, row])) > width) chunks.push([row]);
      else last.push(row);
    }
    return chunks.flatMap((some, index) => lines(index === 0 ? title : `${title}, continued`, some));
  });
}
