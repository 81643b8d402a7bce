import { readFileSync } from "node:fs";
import path from "node:path";
import { describeBorder, simulateBorder } from "@mpp-sim/border";
import { loadScenario } from "@mpp-sim/scenario";

export interface FiscalYearTiming {
  /** Persons apprehended. */
  readonly people: number;
  readonly events: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** One replication of the base scenario, all nine sectors, from October 2018; until 30 September 2019 it is fiscal year 2019. */
export function benchFiscalYear(scenarios: string, until = "2019-09-30"): FiscalYearTiming {
  const read = (reference: string) => ({
    file: reference,
    text: readFileSync(path.join(scenarios, reference), "utf8"),
  });
  const { scenario } = loadScenario("southwest-border-2019.yaml", { read }, { until });
  if (scenario === undefined) throw new Error("base scenario must load, got faults");
  const { parameters } = scenario;
  const start = performance.now();
  const { events, measures } = simulateBorder(parameters, { seed: "bench", replication: 0 });
  const seconds = (performance.now() - start) / 1000;
  const arrivals = describeBorder(parameters).measures.findIndex(({ name }) => name === "system.arrivals");
  return { people: measures[arrivals] as number, events, seconds, peakMb: process.resourceUsage().maxRSS / 1024 };
}
