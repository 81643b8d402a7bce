import { readFileSync } from "node:fs";
import { join } from "node:path";
import { simulateBorder } from "@mpp-sim/border";
import { dayOfCivil, isoDate } from "@mpp-sim/engine";
import { loadScenario } from "@mpp-sim/scenario";
import { type Prepare, stopwatch } from "../measure/program.ts";

/** The border model, all nine sectors: `n` days of fiscal year 2019. Work is counted in events. */
export const prepare: Prepare = ({ n, root }) => {
  const read = (reference: string) => ({
    file: reference,
    text: readFileSync(join(root, "scenarios", reference), "utf8"),
  });
  const until = isoDate(dayOfCivil(2018, 10, 1) + n - 1);
  const { scenario } = loadScenario("southwest-border-2019.yaml", { read }, { until });
  if (scenario === undefined) throw new Error("base scenario must load, got faults");
  return (replication) => {
    const seconds = stopwatch();
    const { events } = simulateBorder(scenario.parameters, { seed: "bench", replication });
    return { work: events, seconds: seconds(), result: null };
  };
};
