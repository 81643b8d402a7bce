import type { Cause } from "@mpp-sim/border";
import { estimate, type RunResult } from "@mpp-sim/experiment";
import { formatSupported } from "../format/number.ts";
import type { FigureRow } from "./figure-table.ts";

/** Why people are released, in three words: a rule says so, an officer chooses so, or something is too little. */
const kinds = ["by rule", "by officers' choice", "for want of capacity"] as const;

const kindOf: Readonly<Record<Cause, (typeof kinds)[number]>> = {
  nationality: "by rule",
  exempt: "by rule",
  discretion: "by officers' choice",
  "no-pathway": "by rule",
  "at-risk": "by rule",
  "too-large": "for want of capacity",
  "custody-full": "for want of capacity",
  // A ruling, or Mexico's consent.
  "no-consent": "by rule",
  "no-court-slot": "for want of capacity",
  "no-shelter": "for want of capacity",
  "no-officer": "for want of capacity",
  "no-limit": "for want of capacity",
  "no-port-hours": "for want of capacity",
  "no-timetable": "for want of capacity",
  "no-seat": "for want of capacity",
  "no-agent": "for want of capacity",
  "no-custody": "for want of capacity",
  "time-limit": "for want of capacity",
};

/** Values of measures added up, by replication; undefined where the run does not report all of them. */
export function added({ catalogue, replications }: RunResult, names: readonly string[]): number[] | undefined {
  const rows = names.map((name) => catalogue.measures.findIndex((measure) => measure.name === name));
  if (rows.includes(-1)) return undefined;
  return replications.map(({ measures }) => rows.reduce((sum, row) => sum + (measures[row] as number), 0));
}

/** How many people a run is about, and what became of them: exclusive, and the rest is named as such. Undefined where it does not say. */
export function outcomeRows(
  result: RunResult,
  prefix: string,
): { readonly people: number; readonly rows: readonly FigureRow[] } | undefined {
  const people = added(result, [`${prefix}.initial.custody`, `${prefix}.arrivals`]);
  if (people === undefined || people.length === 0) return undefined;
  const named = [
    ["returned", "returned.first"],
    ["released", "released"],
    ["detained", "exits.detention"],
    ["removed another way", "exits.removal"],
  ].flatMap(([label, what]) => {
    const values = added(result, [`${prefix}.${what}`]);
    return values ? [{ label: label as string, values }] : [];
  });
  const rest = people.map((all, index) => named.reduce((left, { values }) => left - (values[index] as number), all));
  const rows = [...named, { label: "other, or still there", values: rest }];
  return {
    people: estimate(people).mean ?? 0,
    rows: rows.map(({ label, values }) => ({ label, spread: estimate(values), unit: "persons" })),
  };
}

/** `by rule 1,597 ± 20 · by officers' choice 1,312 ± 18 · for want of capacity 245 ± 30`; empty where the run does not say. */
export function releasedWords(result: RunResult, prefix: string): string {
  const start = `${prefix}.released.cause.`;
  const words = kinds.map((kind) => {
    const causes = Object.entries(kindOf).flatMap(([cause, of]) => (of === kind ? [`${start}${cause}`] : []));
    const known = causes.filter((name) => result.catalogue.measures.some((measure) => measure.name === name));
    const { mean, halfWidth } = estimate(added(result, known) ?? []);
    const text = formatSupported(mean ?? 0, halfWidth);
    return { known: known.length > 0, text: `${kind} ${text.mean} ${text.interval}`.trimEnd() };
  });
  return words.every(({ known }) => !known)
    ? ""
    : words.map(({ text }) => text.replaceAll(" ± ", "\u00a0±\u00a0")).join(" · ");
}
