import { type LoadOptions, loadScenario } from "../load-scenario.ts";
import type { Scenario } from "../scenario.ts";
import { formatDiagnostic } from "../text/diagnostics.ts";
import { NodeReader } from "./node-reader.ts";

/**
 * The scenario in a file, with everything it builds on. Warnings are in its `warnings`.
 * @throws Error if anything is wrong with it; the message has a line for every fault
 * @example openScenario("scenarios/tucson-el-paso-bus.yaml", { until: "2019-12-01" }).parameters
 */
export function openScenario(file: string, options: LoadOptions = {}): Scenario {
  const { scenario, diagnostics } = loadScenario(file, new NodeReader(), options);
  if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return scenario;
}
