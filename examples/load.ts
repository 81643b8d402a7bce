import { readFileSync } from "node:fs";
import path from "node:path";
import type { BorderParameters } from "@mpp-sim/border";
import { formatDiagnostic, loadScenario } from "@mpp-sim/scenario";

const reader = {
  read(reference: string, from?: string) {
    const file = from === undefined ? reference : path.join(path.dirname(from), reference);
    return { file, text: readFileSync(file, "utf8") };
  },
};

/** The parameters of a scenario file, up to a last date. Faults throw. */
export function load(file: string, until: string): BorderParameters {
  const { scenario, diagnostics } = loadScenario(file, reader, { until });
  if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return scenario.parameters;
}
