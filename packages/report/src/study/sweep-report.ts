import type { StudyPoint, StudyResult, StudyRow } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { measureObject } from "../files/measure-object.ts";
import { figureText } from "../summary/figure.ts";
import { type StudyBlock, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What a sweep came to, as an object for JSON: every point with each measure. */
export function sweepObject(run: StudyRun, { paths, rows }: StudyResult): object {
  return {
    ...studyHead(run),
    paths,
    results: pointsOf(rows).map((point, index) => ({
      point: index + 1,
      set: point.settings.map(({ path, value }) => ({ path, value })),
      measures: rows.filter((row) => row.point === point).map(measureObject),
    })),
  };
}

/** What a sweep came to, for a terminal: a row for each point, a column for each measure. */
export function sweepText(run: StudyRun, { paths, measures, rows, replications }: StudyResult, paper: Paper): string {
  const table: StudyBlock = {
    title: paths.join(", "),
    heads: measures.map(({ name }) => name),
    rows: pointsOf(rows).map((point) => ({
      label: `  ${point.values.join(", ")}`,
      cells: rows
        .filter((row) => row.point === point)
        .map((estimate) => figureText({ estimate, whyNone: "not defined" }, replications)),
    })),
  };
  const legend = replications < 2 ? "One replication: no interval." : "Mean ± half of its 95 % interval.";
  return studyText(run, [legend, table], paper);
}

function pointsOf(rows: readonly StudyRow[]): readonly StudyPoint[] {
  return [...new Set(rows.map(({ point }) => point))];
}
