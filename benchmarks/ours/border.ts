import { readFileSync } from "node:fs";
import { join } from "node:path";
import { simulateBorder } from "@mpp-sim/border";
import { dayNumber, isoDate } from "@mpp-sim/engine";
import { loadScenario } from "@mpp-sim/scenario";
import { type Prepare, stopwatch } from "../measure/program.ts";
import { scaledBorder } from "./scaled-border.ts";

/**
 * The border model, all nine sectors: `n` days of fiscal year 2019, and work is counted in events. With a scale, `n` days of its
 * summer, when people were returned, at so many times the size; work is counted in days of the border as it is, so that rates at
 * several scales are those of one work.
 */
export const prepare: Prepare = ({ n, root, scale, replications = 1 }) => {
  const read = (reference: string) => ({
    file: reference,
    text: readFileSync(join(root, "scenarios", reference), "utf8"),
  });
  const from = scale === undefined ? "2018-10-01" : "2019-06-15";
  const until = isoDate(dayNumber(from) + n - 1);
  const { scenario } = loadScenario("southwest-border-2019.yaml", { read }, { from, until });
  if (scenario === undefined) throw new Error("base scenario must load, got faults");
  const parameters = scale === undefined ? scenario.parameters : scaledBorder(scenario.parameters, scale);
  return (replication) => {
    const seconds = stopwatch();
    let events = 0;
    for (let i = 0; i < replications; i++) {
      events += simulateBorder(parameters, { seed: "bench", replication: replication * replications + i }).events;
    }
    const days = n * (scale ?? 1) * replications;
    return { work: scale === undefined ? events : days, seconds: seconds(), result: null };
  };
};
