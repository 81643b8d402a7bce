import type { SourcedValue } from "@mpp-sim/scenario";
import { byOrigin } from "./by-origin.ts";

/** Values whose sources have one grade, or that have none. */
export interface GradeGroup {
  /** For example `Grade A: official`. */
  readonly title: string;
  /** A value that is written once and holds in several places is listed once. */
  readonly values: readonly SourcedValue[];
}

/** The weakest sources come first. */
const titles: readonly (readonly [grade: string, title: string])[] = [
  ["given", "Given on the command line, without a source"],
  ["unsourced", "Given in a file, without a source"],
  ["assumption", "Assumptions: our own choices, each with a range"],
  ["D", "Grade D: weak source"],
  ["C", "Grade C: unverified"],
  ["B", "Grade B: report"],
  ["A", "Grade A: official"],
];

/**
 * Values by the grade of their source, weakest first, after those without a source. Each group is in the order of the
 * scenario.
 */
export function byGrade(sourced: readonly SourcedValue[]): GradeGroup[] {
  const known = titles.map(([grade]) => grade);
  const others = [...new Set(sourced.map(({ grade }) => grade))].filter((grade) => !known.includes(grade)).sort();
  return [...titles, ...others.map((grade) => [grade, `Grade ${grade}`] as const)]
    .map(([grade, title]) => ({ title, values: byOrigin(sourced.filter((value) => value.grade === grade)) }))
    .filter(({ values }) => values.length > 0);
}
