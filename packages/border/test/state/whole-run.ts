import { BorderModel } from "../../src/index.ts";
import { readResult } from "../../src/results/read-result.ts";
import { wholeBorder } from "./whole-border.ts";

const parameters = wholeBorder();

export function started(replication = 0): BorderModel {
  return new BorderModel(parameters, { seed: "snapshot", replication });
}

/** Runs a model on to its end; everything that came of it. */
export function ended(model: BorderModel): Readonly<Record<string, unknown>> {
  const run = model.run();
  const { balance, familiesSplit, uniquePersons } = model.ground.conservation;
  const { measures, daily, blocked, fingerprint, events } = readResult(model.view, run);
  return {
    conservation: [balance, familiesSplit, uniquePersons],
    fingerprint,
    events,
    measures: measures.join(),
    daily: daily.join(),
    blocked: blocked.join(),
  };
}
