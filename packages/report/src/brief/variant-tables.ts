import { estimate, pairedDifference, type RunResult, type Spread, type VariantsResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { formatFixed } from "../format/number.ts";
import { focusOf } from "../summary/focus.ts";
import { compare, titledRows } from "../variants/comparison.ts";
import { figureTable } from "./figure-table.ts";
import { added, outcomeRows, releasedWords } from "./outcomes.ts";
import { block, type Paper } from "./paper.ts";

/** One figure under every variant. */
interface Compared {
  readonly title: string;
  readonly unit: string;
  readonly of: (result: RunResult) => readonly number[] | undefined;
  /** Its name, where it is one measure: a mixture of futures has it too. */
  readonly measure: string;
}

/** Variants as rows of a table for each figure that matters, with the paired difference from the reference; then why people were released. */
export function variantTables(result: VariantsResult, scenario: Scenario, paper: Paper): string[][] {
  const reference = result.variants.find(({ name }) => name === result.reference);
  if (reference === undefined) return [];
  const labels = new Map(scenario.variants.map(({ name, label }) => [name, label]));
  const labelOf = (name: string): string => labels.get(name) ?? name;
  const { prefix } = focusOf(scenario);
  const asked = scenario.focus.measures;
  const figures = asked ? namedFigures(result, scenario) : usualFigures(reference.result, prefix);
  const tables = figures.map((figure) => {
    const base = figure.of(reference.result);
    const rows = result.variants.flatMap(({ name, result: one }) => {
      const values = figure.of(one);
      if (values === undefined) return [];
      const difference = base && name !== reference.name ? pairedDifference(values, base) : undefined;
      return [{ label: labelOf(name), spread: estimate(values), unit: figure.unit, ...(difference && { difference }) }];
    });
    return figureTable(figure.title, [...rows, ...mixtureRow(result, figure)], paper);
  });
  const released = asked
    ? []
    : result.variants.map(({ name, result: one }) => `${labelOf(name)}: ${releasedWords(one, prefix)}`);
  return [
    ...tables,
    released.some((line) => line.endsWith(": ")) ? [] : block("RELEASED", released, paper),
    block(
      "COMPARED",
      [
        `Differences are from ${labelOf(reference.name)}, the same people, replication by replication. Each ± is for one comparison by itself.`,
      ],
      paper,
    ),
  ];
}

/** What the scenario asks for by name, in its words. */
function namedFigures(result: VariantsResult, scenario: Scenario): readonly Compared[] {
  const { sections, same } = compare(result, scenario);
  return titledRows([...sections, ...same]).map(({ label, measure, unit }) => ({
    title: label,
    unit,
    measure,
    of: (run) => added(run, [measure]),
  }));
}

function usualFigures(reference: RunResult, prefix: string): readonly Compared[] {
  const people = outcomeRows(reference, prefix)?.people;
  const of = people === undefined ? "" : ` of ${formatFixed(people, 0)} people`;
  return [
    ["Returned", "returned.first"],
    ["Released", "released"],
  ].map(([word, what]) => {
    const measure = `${prefix}.${what}`;
    return { title: `${word}${of}`, unit: "persons", measure, of: (run) => added(run, [measure]) };
  });
}

function mixtureRow({ mixture }: VariantsResult, { measure, unit }: Compared) {
  const found: Spread | undefined = mixture?.find(({ name }) => name === measure);
  return found ? [{ label: "mixture", spread: found, unit }] : [];
}
