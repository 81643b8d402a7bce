import type { AnswerResult } from "@mpp-sim/experiment";
import type { RunOrVariants } from "@mpp-sim/report";
import type { Run } from "./manifest.ts";
import type { Content } from "./write-whole.ts";

/** The files of a run but for the manifest: the same bytes for the same scenario, seed and version. */
export async function outputFiles(
  { scenario, inputs }: Run,
  result: RunOrVariants,
  version: string,
  answer: AnswerResult | undefined,
): Promise<Map<string, Content>> {
  const { answerJson, bottlenecksJson, dailyCsv, differencesJson, measuresCsv, replicationsCsv, summaryJson } =
    await import("@mpp-sim/report");
  const { htmlReport, variantsHtmlReport } = await import("@mpp-sim/report/svg");
  const provenance = { version, inputs, ...(answer && { answer }) };
  const report =
    "variants" in result ? variantsHtmlReport(result, scenario, provenance) : htmlReport(result, scenario, provenance);
  return new Map<string, Content>([
    ["scenario.resolved.yaml", scenario.resolved],
    ...(answer ? [["answer.json", answerJson(answer)] as const] : []),
    ["summary.json", summaryJson(result)],
    ["replications.csv", replicationsCsv(result)],
    ["daily.csv", dailyCsv(result)],
    ["measures.csv", measuresCsv(result)],
    ["bottlenecks.json", bottlenecksJson(result)],
    ...("variants" in result ? [["differences.json", differencesJson(result)] as const] : []),
    ["report.html", report],
  ]);
}
