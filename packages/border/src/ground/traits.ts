import type { FixedTraits, ScriptedCase } from "../parameters/start-parameters.ts";
import type { CaseRow } from "./case-row.ts";
import { type CaseTable, flag } from "./case-table.ts";

const traits = [
  "exempt",
  "discretion",
  "claims",
  "atRisk",
  "acceptsBed",
] as const satisfies readonly (keyof FixedTraits)[];

/** A row for a case of known people. Traits that are not given are drawn when they first matter. */
export function addKnown(
  cases: CaseTable,
  given: ScriptedCase,
  sector: number,
  source: number,
  ordinal: number,
): CaseRow {
  const row = cases.add();
  cases.category[row] = given.category;
  cases.nationality[row] = given.nationality;
  cases.size[row] = given.size;
  cases.originSize[row] = given.size;
  cases.sector[row] = sector;
  cases.source[row] = source;
  cases.ordinal[row] = ordinal;
  for (const trait of traits) {
    const on = given[trait];
    if (on !== undefined) cases.fix(row, flag[trait], on);
  }
  return row;
}

/** The traits of a case that are known. */
export function knownTraits(cases: CaseTable, row: CaseRow): FixedTraits {
  return Object.fromEntries(
    traits.filter((trait) => cases.knows(row, flag[trait])).map((trait) => [trait, cases.has(row, flag[trait])]),
  );
}
