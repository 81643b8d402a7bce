import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type RunResult, runReplications, runVariants, type VariantsResult } from "@mpp-sim/experiment";
import {
  formatDiagnostic,
  type LoadOptions,
  loadScenario,
  ReadBefore,
  type Scenario,
  type ScenarioReader,
} from "@mpp-sim/scenario";

export const root = fileURLToPath(new URL("../", import.meta.url));

const reader: ScenarioReader = {
  read(reference, from) {
    const file = from === undefined ? reference : path.posix.join(path.posix.dirname(from), reference);
    return { file, text: readFileSync(path.join(root, file), "utf8") };
  },
};

/** Files of the repository do not change while tests run. */
const before = new ReadBefore();

/** A scenario of the repository. */
export function scenarioNamed(name: string, options?: LoadOptions): Scenario {
  const { scenario, diagnostics } = loadScenario(`scenarios/${name}.yaml`, reader, options, before);
  if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return scenario;
}

export function run({ parameters }: Scenario, replications: number, seed: string): RunResult {
  return runReplications({ parameters, replications, seed });
}

/** Every variant or future of a scenario. */
export function runAll({ variants, experiment }: Scenario, replications: number, seed: string): VariantsResult {
  return runVariants({
    variants: variants.map(({ scenario: { parameters }, ...variant }) => ({ ...variant, parameters })),
    reference: experiment.reference,
    replications,
    seed,
  });
}

/** Values of a measure, one a replication. */
export function valuesOf({ catalogue, replications }: RunResult, name: string): number[] {
  const index = catalogue.measures.findIndex((measure) => measure.name === name);
  if (index < 0) throw new RangeError(`measure must be one of the catalogue, got ${name}`);
  return replications.map(({ measures }) => measures[index] as number);
}

/** Values of a daily series: by replication, then by date. */
export function daysOf({ catalogue, replications }: RunResult, name: string): number[][] {
  const index = catalogue.series.findIndex((series) => series.name === name);
  if (index < 0) throw new RangeError(`series must be one of the catalogue, got ${name}`);
  return replications.map(({ daily }) =>
    catalogue.days.map((_, day) => daily[day * catalogue.series.length + index] as number),
  );
}
