import type { BorderModel } from "../model/border-model.ts";
import { stage } from "../model/stage.ts";
import { sum } from "./measure.ts";

const returned: readonly number[] = [stage.city, stage.atHearing, stage.awaitingReEntry];
const notUnderWay: readonly number[] = [...returned, stage.betweenAttempts];

/** Persons present who are neither returned nor out: in custody anywhere or on a bus; of one sector of arrival, or of all. */
export function underWay({ cases }: BorderModel, sector?: number): number {
  return sum(cases.rows(), (row) =>
    notUnderWay.includes(cases.stage[row]!) || (sector !== undefined && cases.sector[row] !== sector)
      ? 0
      : cases.size[row]!,
  );
}

/** Persons present who have been returned and whose case is open. */
export function returnedPresent({ cases }: BorderModel): number {
  return sum(cases.rows(), (row) => (returned.includes(cases.stage[row]!) ? cases.size[row]! : 0));
}

/** Hours and persons of the waits in Mexico that have not ended; of one city, or of all. */
export function* openWaits(
  { cases, parameters, simulation }: BorderModel,
  city?: number,
): Generator<readonly [hours: number, persons: number]> {
  for (const row of cases.rows()) {
    if (!returned.includes(cases.stage[row]!)) continue;
    if (city !== undefined && parameters.returnPoints[cases.point[row]!]!.city !== city) continue;
    yield [simulation.now - cases.waitingSince[row]!, cases.size[row]!];
  }
}
