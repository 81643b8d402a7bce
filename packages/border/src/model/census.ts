import type { CensusCase, FixedTraits } from "../parameters/start-parameters.ts";
import type { BorderModel } from "./border-model.ts";
import { type CaseTable, flag } from "./case-table.ts";
import { stage } from "./stage.ts";

/** Writes given traits into a row; those that are not given are drawn when they are needed. */
export function fixTraits(cases: CaseTable, row: number, traits: FixedTraits): void {
  const fix = (value: boolean | undefined, bit: number, given: number): void => {
    if (value === undefined) return;
    cases.set(row, bit, value);
    cases.set(row, given, true);
  };
  fix(traits.exempt, flag.exempt, flag.exemptGiven);
  fix(traits.discretion, flag.discretion, flag.discretionGiven);
  fix(traits.claims, flag.claims, flag.claimGiven);
  fix(traits.atRisk, flag.atRisk, flag.riskGiven);
  fix(traits.acceptsBed, flag.acceptsBed, flag.bedGiven);
}

/** Puts the cases that are there at the start into their places. Each goes on from where it is. */
export function loadCensus(model: BorderModel): void {
  const { cases, draws, parameters, conservation } = model;
  const origins = parameters.sectors.map(({ id }) => draws.origin(`census.${id}`));
  parameters.census.forEach((given, ordinal) => {
    const row = cases.add();
    cases.category[row] = given.category;
    cases.nationality[row] = given.nationality;
    cases.sector[row] = given.sector;
    cases.source[row] = origins[given.sector]!;
    cases.ordinal[row] = ordinal;
    cases.attempt[row] = given.attempt;
    cases.size[row] = given.size;
    cases.originSize[row] = given.size;
    cases.apprehended[row] = given.apprehended;
    cases.hub[row] = given.hub;
    cases.point[row] = given.point;
    cases.hearings[row] = given.hearings;
    fixTraits(cases, row, given);
    conservation.initialPersons += given.size;
    conservation.initialCases++;
    resume(model, row, given);
  });
}

function resume(model: BorderModel, row: number, given: CensusCase): void {
  const { cases, whereabouts } = model;
  if (given.state === "city") {
    model.hearings.takeUp(row, given.next);
    model.cities.resume(row, given.since, given.sheltered);
    return;
  }
  model.counts.startInCustody(row);
  whereabouts.move(row, whereabouts.custody(given.hub), given.since);
  model.clock.start(row, given.apprehended);
  if (given.state === "processing") model.processing.begin(row);
  else if (given.state === "exit") {
    cases.disposition[row] = given.disposition;
    cases.cause[row] = given.cause;
    model.exits.leaveAt(row, Math.max(0, given.next));
  } else {
    const { pathways } = model.parameters.sectors[given.sector]!;
    const pathway = pathways.findIndex(({ hub, bus }) => hub === given.hub || (bus >= 0 && given.hub === given.sector));
    if (pathway < 0) {
      cases.stage[row] = stage.processing;
      model.exits.fallback(row, "no-pathway");
      return;
    }
    cases.pathway[row] = pathway;
    cases.hub[row] = pathways[pathway]!.hub;
    model.routing.onward(row);
  }
}
