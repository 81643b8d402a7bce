import type { Difference, Estimate, RunResult, VariantsResult } from "@mpp-sim/experiment";
import type { Scenario, Variant } from "@mpp-sim/scenario";
import type { Figure } from "../summary/figure.ts";
import { overLimitWords } from "../summary/focus.ts";
import { oneFigureARow } from "../summary/in-focus.ts";
import type { Row, Section } from "../summary/section.ts";
import { summarySections } from "../summary/sections.ts";
import { mergedOrder } from "./merged-order.ts";

/** One measure under all variants. Lists are in the order of the variants. */
export interface ComparedRow {
  readonly label: string;
  /** Label of the figure that it is a part of: a cause of release is a part of releases. */
  readonly partOf?: string;
  /** Its name. */
  readonly measure: string;
  readonly unit: string;
  /** Undefined where a variant does not have the measure. */
  readonly figures: readonly (Figure | undefined)[];
  /** From the reference; undefined for the reference itself and where one of the two does not have the measure. */
  readonly differences: readonly (Difference | undefined)[];
}

export interface ComparedSection {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** Variants side by side. */
export interface Comparison {
  /** Futures are followed by their mixture, where there is one. */
  readonly variants: readonly Variant[];
  /** What they are. */
  readonly kind: "variant" | "future";
  /** Index of the variant that the others are compared with. */
  readonly reference: number;
  /** Indices of those that are compared with it. */
  readonly others: readonly number[];
  /** Replications of each. */
  readonly done: number;
  /** Variants compared with the reference, for which differences are corrected. */
  readonly comparisons: number;
  /** Measures that differ in some replication under some variant. */
  readonly sections: readonly ComparedSection[];
  /** Measures that are the same under every variant in every replication. */
  readonly same: readonly ComparedSection[];
}

/**
 * Lines up what a summary shows of each variant, measure by measure.
 * @throws RangeError if the scenario has no variant of a name in the result
 */
export function compare(
  result: VariantsResult,
  scenario: Scenario,
  sectionsOf: (result: RunResult, scenario: Scenario, overLimit: string) => readonly Section[] = summarySections,
): Comparison {
  const own = result.variants.map(({ name }) => variantNamed(scenario, name));
  const reference = own.findIndex(({ name }) => name === result.reference);
  const others = [...own.keys()].filter((index) => index !== reference);
  const variants = result.mixture === undefined ? own : [...own, mixtureOf(own[reference] as Variant)];
  const compared = new Map(
    result.differences.map((difference) => [`${difference.variant} ${difference.name}`, difference]),
  );
  const estimates = [
    ...result.variants.map(({ result }) => result.estimates),
    ...(result.mixture ? [result.mixture] : []),
  ].map((list) => new Map(list.map((one) => [one.name, one])));
  const overLimit = overLimitWords(own.map(({ scenario }) => scenario));
  const sections = result.variants.map(({ result }, index) =>
    sectionsOf(result, (variants[index] as Variant).scenario, overLimit).map(oneFigureARow),
  );
  const titles = mergedOrder(sections.map((own) => own.map(({ title }) => title)));
  const above = new Set<string>();
  const lined = titles.map((title): ComparedSection => {
    const rows = sections.map((own) => own.find((section) => section.title === title)?.rows ?? []);
    const byMeasure = new Map(rows.flat().map((row) => [row.figures[0]?.estimate.name ?? "", row]));
    const wholes = new Map(rows.flatMap(partsOf));
    // A cause without releases is left out of a variant's causes. Otherwise its name would appear again further down.
    const measures = mergedOrder(rows.map((own) => own.map(({ figures }) => figures[0]?.estimate.name ?? ""))).filter(
      (measure) => !above.has(measure),
    );
    for (const measure of measures) above.add(measure);
    return {
      title,
      rows: measures.flatMap((measure): ComparedRow[] => {
        const { label, part, figures } = byMeasure.get(measure) ?? { label: "", figures: [] };
        const [about] = figures;
        if (about === undefined) return [];
        return [
          {
            label,
            ...(part ? { partOf: wholes.get(measure) ?? "" } : {}),
            measure,
            unit: about.estimate.unit,
            figures: estimates.map((own) => figureOf(about, own.get(measure))),
            differences: variants.map(({ name }) => compared.get(`${name} ${measure}`)),
          },
        ];
      }),
    };
  });
  const isSame = (row: ComparedRow): boolean =>
    others.length > 0 && sameEverywhere(row, others, result.replicationsDone);
  const sectionsWith = (kept: (row: ComparedRow) => boolean): ComparedSection[] =>
    lined.map(({ title, rows }) => ({ title, rows: rows.filter(kept) })).filter(({ rows }) => rows.length > 0);
  return {
    variants,
    kind: own.some(({ probability }) => probability !== undefined) ? "future" : "variant",
    reference,
    others,
    done: result.replicationsDone,
    comparisons: result.comparisons,
    sections: sectionsWith((row) => !isSame(row)),
    same: sectionsWith(isSame),
  };
}

/** The measures that are parts, each with the label of the row above them that is not. */
function partsOf(rows: readonly Row[]): (readonly [measure: string, whole: string])[] {
  let whole = "";
  return rows.flatMap(({ label, part, figures }) => {
    if (!part) whole = label;
    return part ? figures.map(({ estimate }) => [estimate.name, whole] as const) : [];
  });
}

/** All futures together as a column of its own, beside that of the future they are compared with. */
function mixtureOf({ scenario }: Variant): Variant {
  const because =
    "All futures together, each by its probability: what is to be expected while nobody knows which will come.";
  return { name: "mixture", label: "mixture", because, scenario };
}

function variantNamed({ variants }: Scenario, name: string): Variant {
  const found = variants.find((variant) => variant.name === name);
  if (found === undefined) throw new RangeError(`variants of a result must be those of its scenario, got ${name}`);
  return found;
}

/** A figure of the measure, read like another one but without the words after it. */
function figureOf({ whyNone }: Figure, estimate: Estimate | undefined): Figure | undefined {
  return estimate && { estimate, whyNone };
}

function sameEverywhere({ differences }: ComparedRow, others: readonly number[], done: number): boolean {
  return others.every((index) => {
    const one = differences[index];
    return one?.n === done && isZero(one);
  });
}

/** In every replication. */
export function isZero({ n, min, max }: Difference): boolean {
  return n > 0 && min === 0 && max === 0;
}

/** Rows without those that are parts: on a ladder, the figure that they are parts of is enough. */
export function wholes(rows: readonly ComparedRow[]): ComparedRow[] {
  return rows.filter(({ partOf }) => partOf === undefined);
}

/** The rows of all sections but for parts, each with the title of its section before its label. */
export function titledRows(sections: readonly ComparedSection[]): ComparedRow[] {
  return sections.flatMap(({ title, rows }) => wholes(rows).map((row) => ({ ...row, label: titledLabel(title, row) })));
}

/** The label of a row that stands without the heading of its section. A name says itself what it is of. */
export function titledLabel(title: string, { label, measure }: ComparedRow): string {
  return label === measure ? label : `${title}: ${label}`;
}
