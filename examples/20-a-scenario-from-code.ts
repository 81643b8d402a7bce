/** Runs a scenario from code. Run it in the folder of the repository with `npx tsx examples/20-a-scenario-from-code.ts`. */
import { runReplications } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

const { parameters } = openScenario("scenarios/tucson-el-paso-bus.yaml", { until: "2019-12-01" });
const result = runReplications({ parameters, seed: "tucson", replications: 5 });
if (result.status !== "complete") throw new Error(result.reason);
for (const name of ["bus.tucson-el-paso.boarded", "sector.tucson.returned.first", "sector.tucson.released"]) {
  const { mean, halfWidth, n } = result.estimate(name);
  console.log(`${name}: ${mean?.toFixed(1)} ± ${halfWidth?.toFixed(1)} persons (n = ${n})`);
}
