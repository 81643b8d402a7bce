import type { RunResult } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { presentIn } from "./finished-run.ts";
import { measuresOf } from "./measures.ts";
import type { ReplicationResult } from "./replication-result.ts";
import { seriesOf } from "./series.ts";

/** Reads the result of a model that has been run. Waits that have not ended are closed first, so the model must not run on. */
export function readResult(model: BorderView, run: RunResult): ReplicationResult {
  const { blocked, cases, extensions, parameters, simulation } = model;
  for (const row of cases.rows()) blocked.settle(row);
  const finished = { ...model, present: presentIn(model) };
  const series = seriesOf(parameters, extensions);
  const days = parameters.endDay - parameters.firstDay;
  const daily = new Float64Array(days * series.length);
  series.forEach(({ read }, index) => {
    read(model).forEach((value, day) => {
      daily[day * series.length + index] = value;
    });
  });
  return {
    replication: simulation.replication,
    status: run.status,
    message: run.status === "truncated" ? run.message : "",
    fingerprint: simulation.fingerprint(),
    events: run.events,
    measures: Float64Array.from(measuresOf(parameters, extensions), (measure) => measure.read(finished)),
    daily,
    blocked: blocked.rows,
  };
}
