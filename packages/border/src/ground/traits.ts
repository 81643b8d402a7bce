import type { FixedTraits } from "../parameters/start-parameters.ts";
import type { CaseRow } from "./case-row.ts";
import { type CaseTable, flag } from "./case-table.ts";

const traits = [
  "exempt",
  "discretion",
  "claims",
  "atRisk",
  "acceptsBed",
] as const satisfies readonly (keyof FixedTraits)[];

/** Writes given traits into a row; those that are not given are drawn when they first matter. */
export function fixTraits(cases: CaseTable, row: CaseRow, given: FixedTraits): void {
  for (const trait of traits) {
    const on = given[trait];
    if (on !== undefined) cases.fix(row, flag[trait], on);
  }
}

/** The traits of a case that are known. */
export function knownTraits(cases: CaseTable, row: CaseRow): FixedTraits {
  return Object.fromEntries(
    traits.filter((trait) => cases.knows(row, flag[trait])).map((trait) => [trait, cases.has(row, flag[trait])]),
  );
}
