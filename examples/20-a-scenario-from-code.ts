/** Runs a scenario from code. Run it in the folder of the repository with `npx tsx examples/20-a-scenario-from-code.ts`. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { runReplications } from "@mpp-sim/experiment";
import { formatDiagnostic, loadScenario } from "@mpp-sim/scenario";

// The library opens no files; it asks this reader, with the file that refers to another.
const reader = {
  read(reference: string, from?: string) {
    const file = from === undefined ? reference : path.join(path.dirname(from), reference);
    return { file, text: readFileSync(file, "utf8") };
  },
};
const { scenario, diagnostics } = loadScenario("scenarios/tucson-el-paso-bus.yaml", reader, { until: "2019-12-01" });
if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));

const { parameters } = scenario;
const result = runReplications({ parameters, seed: "tucson", replications: 5 });
if (result.status !== "complete") throw new Error(result.reason);
for (const name of ["bus.tucson-el-paso.boarded", "sector.tucson.returned.first", "sector.tucson.released"]) {
  const { mean, halfWidth, n } = result.estimate(name);
  console.log(`${name}: ${mean?.toFixed(1)} ± ${halfWidth?.toFixed(1)} persons (n = ${n})`);
}
