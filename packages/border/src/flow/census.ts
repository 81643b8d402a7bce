import type { BorderModel } from "../border-model.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { priority } from "../ground/priorities.ts";
import { stage } from "../ground/stage.ts";
import { fixTraits } from "../ground/traits.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";

/** Puts the cases that are there at the start into their places. Each goes on from where it is. */
export function scheduleCensus(model: BorderModel): void {
  const { draws, parameters, simulation } = model;
  const { census, sectors, censusAt = 0 } = parameters;
  if (census.length === 0) return;
  const origins = sectors.map(({ id }) => draws.origin(`census.${id}`));
  const order = [...census.keys()].sort((a, b) => beforeInLine(census[a]!, census[b]!) || a - b);
  const type = simulation.eventType("census", () => {
    // Whose date is known has it before others are given one.
    for (const known of [true, false]) {
      for (const index of order) {
        const given = census[index]!;
        if ((given.next !== undefined) === known) place(model, given, origins[given.sector]!, index);
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

function place(model: BorderModel, given: CensusCase, origin: number, ordinal: number): void {
  const { cases, conservation, simulation } = model;
  const row = cases.add();
  cases.category[row] = given.category;
  cases.nationality[row] = given.nationality;
  cases.sector[row] = given.sector;
  cases.source[row] = origin;
  cases.ordinal[row] = ordinal;
  cases.attempt[row] = given.attempt;
  cases.size[row] = given.size;
  cases.originSize[row] = given.size;
  cases.apprehended[row] = simulation.now + given.apprehended;
  cases.next[row] = simulation.now + (given.next ?? 0);
  cases.hub[row] = given.hub;
  cases.point[row] = given.point;
  cases.disposition[row] = given.disposition;
  cases.cause[row] = given.cause;
  cases.hearings[row] = given.hearings;
  cases.set(row, flag.interviewed, given.interviewed === true);
  cases.set(row, flag.noticeFailed, given.noticeFailed === true);
  fixTraits(cases, row, given);
  if (given.state === "list") {
    model.attempts.come(row, simulation.now + given.since);
    return;
  }
  conservation.initialPersons += given.size;
  conservation.initialCases++;
  if (given.state === "away") model.tryAgain.resume(row, given);
  else if (given.point >= 0) resumeReturned(model, row, given);
  else resumeInCustody(model, row, given);
}

/** A case that waits in Mexico, or is across for its hearing. */
function resumeReturned(model: BorderModel, row: CaseRow, given: CensusCase): void {
  const { cases, cities, custodyLimit, desks, hearings, interviews, parameters, simulation, whereabouts } = model;
  const { city, court, sector } = parameters.returnPoints[given.point]!;
  const since = simulation.now + given.since;
  cases.court[row] = court;
  cases.stage[row] = given.state === "city" ? stage.city : stage.atHearing;
  cities.resume(row, given.sheltered);
  if (given.state === "hearing") {
    hearings.attend(row);
    return;
  }
  if (given.next === undefined) hearings.bookAgain(row, since);
  else hearings.takeUp(row);
  if (given.state === "city") {
    whereabouts.move(row, whereabouts.city(city), since);
    hearings.await(row);
    return;
  }
  cases.hub[row] = sector;
  whereabouts.move(row, whereabouts.custody(sector), since);
  custodyLimit.start(row, since);
  if (given.interviewed !== false || !interviews.asksAgain(row)) desks.ready(row, since);
  else if (given.serviceSince === undefined) interviews.beginAgain(row);
  else interviews.resumeAgain(row, simulation.now + given.serviceSince);
}

function resumeInCustody(model: BorderModel, row: CaseRow, given: CensusCase): void {
  const {
    cases,
    custodyLimit,
    counts,
    custody,
    exemptions,
    exits,
    parameters,
    processing,
    routing,
    simulation,
    whereabouts,
  } = model;
  exemptions.settle(row);
  counts.startInCustody(row);
  custodyLimit.start(row, cases.apprehended[row]!);
  if (given.state === "outside") {
    custody.arrive(row);
    return;
  }
  const since = simulation.now + given.since;
  whereabouts.move(row, whereabouts.custody(given.hub), since);
  const serviceSince = given.serviceSince === undefined ? undefined : simulation.now + given.serviceSince;
  if (given.state === "processing") {
    if (serviceSince === undefined) processing.begin(row);
    else processing.resume(row, serviceSince);
  } else if (given.state === "exit") exits.leaveAt(row, simulation.now + (given.next ?? exits.hoursLeft(row, since)));
  else if (given.state === "held") cases.stage[row] = stage.held;
  else {
    const { pathways } = parameters.sectors[given.sector]!;
    const pathway = pathways.findIndex(({ hub, bus }) => hub === given.hub || (bus >= 0 && given.hub === given.sector));
    if (pathway >= 0 && serviceSince !== undefined) routing.resumeInterview(row, pathway, since, serviceSince);
    else if (pathway >= 0) routing.enter(row, pathway, since);
    else exits.fallback(row, "no-pathway");
  }
}
