import { isoDate, type RunLimits } from "@mpp-sim/engine";
import { BorderModel } from "./border-model.ts";
import type { Extensions } from "./extension/extensions.ts";
import type { CaseTable } from "./ground/case-table.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";
import { constraints } from "./parameters/vocabulary.ts";
import { measuresOf } from "./results/measures.ts";
import { readResult } from "./results/read-result.ts";
import type { BorderCatalogue, ReplicationResult } from "./results/replication-result.ts";
import { seriesOf } from "./results/series.ts";

/** Which replication to run, within which bounds. */
export interface SimulateOptions {
  /** Any text. Two policies under the same seed and replication meet the same people. */
  readonly seed: string;
  /** From 0. */
  readonly replication: number;
  /** Bounds on the run. One that reaches a bound ends with a result that is truncated. */
  readonly limits?: RunLimits;
  /** Rules and places from outside; the catalogue is then that of `describeBorder(parameters, extensions)`. */
  readonly extensions?: Extensions;
  /** For tests of the ledgers: changes the table of cases once, at a moment in hours. */
  readonly tamper?: { readonly at: number; readonly change: (cases: CaseTable) => void };
}

/** What a run of these parameters reports: measures, daily series and blocked-by rows, in the order of the results' arrays. */
export function describeBorder(parameters: BorderParameters, extensions: Extensions = {}): BorderCatalogue {
  const days: string[] = [];
  for (let day = parameters.firstDay; day < parameters.endDay; day++) days.push(isoDate(day));
  return {
    measures: measuresOf(parameters, extensions).map(({ name, unit, description }) => ({ name, unit, description })),
    series: seriesOf(parameters, extensions).map(({ name, unit, description, kind }) => ({
      name,
      unit,
      description,
      kind,
    })),
    days,
    blocked: parameters.sectors.flatMap(({ id }) => constraints.map((constraint) => ({ sector: id, constraint }))),
  };
}

/** Runs one replication from start to end: a pure function of parameters, seed and replication. */
export function simulateBorder(parameters: BorderParameters, options: SimulateOptions): ReplicationResult {
  const { tamper, ...modelOptions } = options;
  const model = new BorderModel(parameters, modelOptions);
  if (tamper) {
    const { cases, simulation } = model.ground;
    const type = simulation.eventType("tamper", () => tamper.change(cases));
    simulation.scheduleAt(tamper.at, type, 0);
  }
  return readResult(model.view, model.run());
}
