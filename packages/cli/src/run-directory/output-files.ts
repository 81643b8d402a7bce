import type { RunResult } from "@mpp-sim/experiment";
import type { Run } from "./manifest.ts";

/** The files of a run but for the manifest: the same bytes for the same scenario, seed and version. */
export async function outputFiles(
  { scenario, inputs }: Run,
  result: RunResult,
  version: string,
): Promise<Map<string, string>> {
  const { bottlenecksJson, dailyCsv, replicationsCsv, summaryJson } = await import("@mpp-sim/report");
  const { htmlReport } = await import("@mpp-sim/report/svg");
  return new Map([
    ["scenario.resolved.yaml", scenario.resolved],
    ["summary.json", summaryJson(result)],
    ["replications.csv", replicationsCsv(result)],
    ["daily.csv", dailyCsv(result)],
    ["bottlenecks.json", bottlenecksJson(result)],
    ["report.html", htmlReport(result, scenario, { version, inputs })],
  ]);
}
