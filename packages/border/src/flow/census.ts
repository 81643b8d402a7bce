import { flag } from "../ground/case-table.ts";
import { priority } from "../ground/priorities.ts";
import { addKnown } from "../ground/traits.ts";
import type { Ground } from "../ground.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { type Flow, type Resumes, step } from "./step.ts";

/** Puts the cases that are there at the start into their places. Each goes on from where it is. */
export function scheduleCensus(ground: Ground, flow: Flow & Resumes): void {
  const { draws, parameters, simulation } = ground;
  const { census, sectors, censusAt = 0 } = parameters;
  if (census.length === 0) return;
  const origins = sectors.map(({ id }) => draws.origin(`census.${id}`));
  const order = [...census.keys()].sort((a, b) => beforeInLine(census[a]!, census[b]!) || a - b);
  const type = simulation.eventType("census", () => {
    // Known dates are booked before others are given one.
    for (const known of [true, false]) {
      for (const index of order) {
        const given = census[index]!;
        if ((given.next !== undefined) === known) place(ground, flow, given, origins[given.sector]!, index);
      }
    }
  });
  simulation.scheduleAt(censusAt, type, 0, priority.census);
}

/**
 * Lines form again in the order in which people came to their place; those kept outside come after those who fill custody, and before
 * all who wait come those with an agent or an officer.
 */
function beforeInLine(a: CensusCase, b: CensusCase): number {
  return (
    Number(a.state === "outside") - Number(b.state === "outside") ||
    Number(a.serviceSince === undefined) - Number(b.serviceSince === undefined) ||
    a.since - b.since ||
    a.apprehended - b.apprehended ||
    a.sector - b.sector
  );
}

function place(ground: Ground, flow: Flow & Resumes, given: CensusCase, origin: number, ordinal: number): void {
  const { cases, conservation, simulation } = ground;
  const row = addKnown(cases, given, given.sector, origin, ordinal);
  cases.attempt[row] = given.attempt;
  cases.apprehended[row] = simulation.now + given.apprehended;
  cases.next[row] = simulation.now + (given.next ?? 0);
  cases.hub[row] = given.hub;
  cases.point[row] = given.point;
  cases.disposition[row] = given.disposition;
  cases.cause[row] = given.cause;
  cases.hearings[row] = given.hearings;
  cases.set(row, flag.interviewed, given.interviewed === true);
  cases.set(row, flag.noticeFailed, given.noticeFailed === true);
  if (given.state === "list") {
    flow.next(row, step.arrival, simulation.now + given.since);
    return;
  }
  conservation.initialPersons += given.size;
  conservation.initialCases++;
  flow.resume(row, given);
}
