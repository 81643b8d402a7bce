import type { CaseRow } from "./case-row.ts";
import type { CaseTable } from "./case-table.ts";

type Order = (a: CaseRow, b: CaseRow) => number;

/** The order of cases that become ready at one instant: arrival time, then sector, then ordinal. */
export function byArrival(cases: CaseTable): Order {
  return (a, b) =>
    cases.apprehended[a]! - cases.apprehended[b]! ||
    cases.sector[a]! - cases.sector[b]! ||
    cases.ordinal[a]! - cases.ordinal[b]! ||
    cases.source[a]! - cases.source[b]!;
}

/** The order of every line: ready time, then as above. */
export function byReadiness(cases: CaseTable): Order {
  const arrival = byArrival(cases);
  return (a, b) => cases.readySince[a]! - cases.readySince[b]! || arrival(a, b);
}
