import { workerData } from "node:worker_threads";
import { describeBorder, simulateBorder } from "@mpp-sim/border";
import { simulateOf } from "../run-variants.ts";
import type { Outcome, Unit } from "../units/rounds.ts";
import { type Policy, type Simulating, simulateUnit } from "../units/simulate-unit.ts";
import { type Job, scenarioOf } from "./job.ts";

/** What a thread is started with. */
export interface Started {
  readonly job: Job;
  /** Not 0 once the run was interrupted. */
  readonly flag: Int32Array<SharedArrayBuffer>;
}

const prepared = prepare(workerData as Started);

/** Runs some units in a thread of its own. Undefined where one was interrupted. @throws Error if the scenario cannot be loaded */
export default function runUnits(units: readonly Unit[]): (Outcome | undefined)[] {
  if ("error" in prepared) throw prepared.error;
  const { policies, simulating } = prepared;
  return units.map((unit) => simulateUnit(policies, unit, simulating));
}

/** A module that throws when it is loaded is told of in other words by whoever loads it. */
function prepare(
  started: Started,
): { readonly policies: readonly Policy[]; readonly simulating: Simulating } | { readonly error: unknown } {
  try {
    return policiesOf(started);
  } catch (error) {
    return { error };
  }
}

function policiesOf({ job, flag }: Started): { readonly policies: readonly Policy[]; readonly simulating: Simulating } {
  const scenario = scenarioOf(job);
  const chosen = job.variants.map((name) => scenario.variants.find((variant) => variant.name === name));
  const variants = chosen.flatMap((one) => (one ? [{ ...one, parameters: one.scenario.parameters }] : []));
  const asked = variants.length === 0 ? [{ name: "", parameters: scenario.parameters }] : variants;
  return {
    policies: asked.map(({ name, parameters }) => ({
      name,
      parameters,
      extensions: undefined,
      catalogue: describeBorder(parameters),
    })),
    simulating: {
      seed: job.seed,
      limits: job.limits,
      simulate: variants.length === 0 ? simulateBorder : simulateOf({ variants }),
      interrupted: () => Atomics.load(flag, 0) !== 0,
    },
  };
}
