import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { PathwayParameters } from "../parameters/sector-parameters.ts";

/** What the way of a case is read off. */
interface Ways {
  readonly cases: CaseTable;
  /** As in force. */
  readonly parameters: BorderParameters;
}

/** The pathway that the case is enrolled in. */
export function pathwayOf({ cases, parameters }: Ways, row: CaseRow): PathwayParameters {
  return parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
}
