import type { BorderView } from "../border-view.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import { sum } from "./measure.ts";

const notUnderWay: readonly number[] = [stage.city, stage.atHearing, stage.betweenAttempts, stage.onList];
const wayOut: readonly number[] = [stage.leaving, stage.held];

/** Persons present who are neither returned nor out otherwise: in custody anywhere or on a bus; of one sector of arrival, or of all. */
export function underWay({ cases }: BorderView, sector?: number): number {
  return sum(cases.rows(), (row) =>
    notUnderWay.includes(cases.stage[row]!) ||
    cases.isBack(row) ||
    (sector !== undefined && cases.sector[row] !== sector)
      ? 0
      : cases.size[row]!,
  );
}

/** Persons present who have been returned and whose case is open. */
export function returnedPresent({ cases }: BorderView): number {
  return sum(cases.rows(), (row) => (isReturned(cases, row) ? cases.size[row]! : 0));
}

/** Persons present who have been returned and are in custody: back from a hearing, until they cross again. */
export function heldAfterHearing({ cases }: BorderView): number {
  return sum(cases.rows(), (row) => (cases.isBack(row) ? cases.size[row]! : 0));
}

/** Hours and persons of the waits in Mexico that have not ended; of one city, or of all. */
export function* openWaits(
  { cases, parameters, simulation }: BorderView,
  city?: number,
): Generator<readonly [hours: number, persons: number]> {
  for (const row of cases.rows()) {
    if (!isReturned(cases, row) || wayOut.includes(cases.stage[row]!)) continue;
    if (city !== undefined && parameters.returnPoints[cases.point[row]!]!.city !== city) continue;
    yield [simulation.now - cases.waitingSince[row]!, cases.size[row]!];
  }
}

function isReturned(cases: CaseTable, row: CaseRow): boolean {
  return cases.stage[row] === stage.city || cases.stage[row] === stage.atHearing || cases.isBack(row);
}
