/** Results as text: the terminal summary, JSON and CSV. Pure: the same result gives the same bytes. Drawing is in `@mpp-sim/report/svg`. */
export { assumedText, briefText, oneMoreText, verdictText } from "./brief/brief-text.ts";
export type { Paper } from "./brief/paper.ts";
export { answerJson } from "./files/answer-json.ts";
export { dailyCsv } from "./files/daily-csv.ts";
export { measuresCsv } from "./files/measures-csv.ts";
export { replicationsCsv } from "./files/replications-csv.ts";
export { bottlenecksJson, differencesJson, resultJson, summaryJson } from "./files/result-json.ts";
export type { RunOrVariants } from "./files/runs-of.ts";
export { csvOf } from "./format/csv.ts";
export { inkOf } from "./format/ink.ts";
export { plain, plainJson, plainLines, wrap } from "./format/plain.ts";
export { assumptionsText } from "./scenario/assumptions-text.ts";
export { familiesOf, type MeasureFamily } from "./scenario/measure-families.ts";
export { measuresText } from "./scenario/measures-text.ts";
export { storyText } from "./story/story-text.ts";
export { type Bottlenecks, bottlenecksObject, bottlenecksText, worthCsv } from "./study/bottlenecks-report.ts";
export {
  type ComparedFiles,
  comparisonCsv,
  comparisonObject,
  comparisonText,
} from "./study/comparison-report.ts";
export {
  drawsCsv,
  explorationObject,
  explorationText,
} from "./study/exploration-report.ts";
export { indicesCsv, morrisRows, sobolRows } from "./study/index-rows.ts";
export { morrisObject, morrisText } from "./study/morris-report.ts";
export { type PlanFound, planCsv, planObject, planText } from "./study/plan-report.ts";
export { pointsCsv } from "./study/points-csv.ts";
export { rangesCsv, sensitivityObject, sensitivityText } from "./study/sensitivity-report.ts";
export { sobolObject, sobolText } from "./study/sobol-report.ts";
export type { StudyRun } from "./study/study-text.ts";
export { sweepObject, sweepText } from "./study/sweep-report.ts";
export { type PrecisionObject, precisionObject } from "./summary/precision.ts";
export { summaryText } from "./summary/summary-text.ts";
export { variantsSummaryText } from "./variants/variants-summary-text.ts";
