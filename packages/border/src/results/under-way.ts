import type { BorderView } from "../border-view.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseColumn } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import { sum } from "./measure.ts";

const notUnderWay: readonly number[] = [stage.city, stage.atHearing, stage.betweenAttempts, stage.onList];
const wayOut: readonly number[] = [stage.leaving, stage.held];

/** Some of the cases present. */
type Which = (row: CaseRow) => boolean;

/** Persons in cases that are present. */
function personsIn({ cases }: BorderView, which: Which): number {
  return sum(cases.rows(), (row) => (which(row) ? cases.size[row]! : 0));
}

/** Persons present who are neither returned nor out otherwise: in custody anywhere or on a bus; of one sector of arrival, or of all. */
export function underWay(view: BorderView, sector?: number): number {
  const { cases } = view;
  const isUnderWay = (row: CaseRow) => !notUnderWay.includes(cases.stage[row]!) && !cases.isBack(row);
  return personsIn(view, (row) => isUnderWay(row) && (sector === undefined || cases.sector[row] === sector));
}

/** Persons present who have been returned and whose case is open. */
export function returnedPresent(view: BorderView): number {
  return personsIn(view, isReturned(view));
}

/** Persons present who have been returned and are in custody: back from a hearing, until they cross again. */
export function heldAfterHearing(view: BorderView): number {
  return personsIn(view, (row) => view.cases.isBack(row));
}

/** Hours and persons of waits that have not ended. */
export function* openWaits(
  { cases, simulation }: BorderView,
  { which, since }: { readonly which: Which; readonly since: CaseColumn },
): Generator<readonly [hours: number, persons: number]> {
  for (const row of cases.rows()) if (which(row)) yield [simulation.now - since[row]!, cases.size[row]!];
}

/** Those who wait in Mexico, in one city or in all. */
export function inMexico(view: BorderView, city?: number): Parameters<typeof openWaits>[1] {
  const { cases, parameters } = view;
  const waits = (row: CaseRow) => isReturned(view)(row) && !wayOut.includes(cases.stage[row]!);
  const isHere = (row: CaseRow) => city === undefined || parameters.returnPoints[cases.point[row]!]!.city === city;
  return { which: (row) => waits(row) && isHere(row), since: cases.waitingSince };
}

/** Those who wait on the list of a port. */
export function onList({ cases }: BorderView, sector: number): Parameters<typeof openWaits>[1] {
  const which = (row: CaseRow) => cases.stage[row] === stage.onList && cases.sector[row] === sector;
  return { which, since: cases.placeSince };
}

function isReturned({ cases }: BorderView): Which {
  return (row) => [stage.city, stage.atHearing].some((one) => one === cases.stage[row]) || cases.isBack(row);
}
