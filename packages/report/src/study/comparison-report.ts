import type { ComparedMeasure, PolicyDifference } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { type Cell, csvOf } from "../format/csv.ts";
import { type EstimateText, formatFixed } from "../format/number.ts";
import { figureText } from "../summary/figure.ts";
import { figures, spreadObject } from "./points-csv.ts";
import { signedText } from "./signed-text.ts";
import { type StudyBlock, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What was compared: the first policy is the one that the others are compared with. */
export interface ComparedFiles extends StudyRun {
  readonly policies: readonly string[];
  /** Why some policies are not compared over the same people, a sentence each. */
  readonly apart?: readonly string[];
}

/**
 * `comparison.csv`: a row for each measure and policy, and one for each of its differences from the first, which names it as `reference`.
 */
export function comparisonCsv({ policies }: ComparedFiles, measures: readonly ComparedMeasure[]): string {
  return csvOf(
    ["measure", "unit", "policy", "reference", ...figures, "distinguishable", "varianceRatio", "paired"],
    measures.flatMap(({ name, unit, estimates, differences }) =>
      policies.flatMap((policy, index): (readonly Cell[])[] => {
        const [own, difference] = [estimates[index], differences[index]];
        return [
          ...(own ? [[name, unit, policy, "", ...figures.map((figure) => own[figure]), "", "", ""]] : []),
          ...(difference
            ? [
                [
                  ...[name, unit, policy, policies[0] as string, ...figures.map((figure) => difference[figure])],
                  ...[String(difference.distinguishable), difference.varianceRatio, String(difference.paired)],
                ],
              ]
            : []),
        ];
      }),
    ),
  );
}

/** Policies side by side, as an object for JSON. */
export function comparisonObject(run: ComparedFiles, measures: readonly ComparedMeasure[]): object {
  return {
    ...studyHead(run),
    policies: run.policies,
    reference: run.policies[0],
    comparisons: run.policies.length - 1,
    ...(run.apart?.length ? { apart: run.apart } : {}),
    results: measures.map(({ name, unit, estimates, differences }) => ({
      name,
      unit,
      policies: run.policies.map((policy, index) => {
        const difference = differences[index];
        return {
          policy,
          ...spreadObject(estimates[index] as ComparedMeasure["estimates"][number]),
          ...(difference && {
            difference: {
              ...spreadObject(difference),
              distinguishable: difference.distinguishable,
              varianceRatio: difference.varianceRatio,
              paired: difference.paired,
              ...(difference.controlled && { controlled: difference.controlled }),
            },
          }),
        };
      }),
    })),
  };
}

/** Policies side by side, for a terminal: means, then differences from the first. */
export function comparisonText(run: ComparedFiles, measures: readonly ComparedMeasure[], paper: Paper): string {
  const { policies, replications, apart = [] } = run;
  const heads = measures.map(({ name }) => name);
  const means: StudyBlock = {
    heads,
    rows: policies.map((policy, index) => ({
      label: `  ${policy}`,
      cells: measures.map(({ estimates }) =>
        figureText(
          { estimate: estimates[index] as ComparedMeasure["estimates"][number], whyNone: "not defined" },
          replications,
        ),
      ),
    })),
  };
  const differences: StudyBlock = {
    title: `Difference from ${policies[0]}${apart.length === 0 ? ", the same people" : ""}`,
    heads,
    rows: policies.slice(1).map((policy, index) => ({
      label: `  ${policy}`,
      cells: measures.map((measure) => differenceCell(measure.differences[index + 1], measure.unit)),
    })),
  };
  const corrected = policies.length > 2 ? `, corrected for ${policies.length - 1} comparisons (Holm)` : "";
  const isTold = measures.some((measure) => measure.differences.some((one) => one?.varianceRatio != null));
  const saved: StudyBlock = {
    title: "Variance of the difference by that of independent runs; with arrivals as control variate",
    heads,
    rows: policies.slice(1).map((policy, index) => ({
      label: `  ${policy}`,
      cells: measures.map((measure) => ratioCell(measure.differences[index + 1])),
    })),
  };
  const legend = `Mean ± half of its 95 % interval. A star marks a difference that is distinguishable from 0 at 95 %${corrected}.`;
  return studyText(run, [legend, means, differences, ...(isTold ? [saved] : []), ...apart], paper);
}

/** What the same people are worth: 0.1 is what ten times the replications would be. */
function ratioCell(difference: PolicyDifference | undefined): EstimateText {
  const [ratio, controlled] = [difference?.varianceRatio ?? null, difference?.controlled?.varianceRatio ?? null];
  if (ratio === null) return { mean: "–", interval: "" };
  return { mean: formatFixed(ratio, 3), interval: controlled === null ? "" : `(${formatFixed(controlled, 3)})` };
}

function differenceCell(difference: PolicyDifference | undefined, unit: string): EstimateText {
  if (difference === undefined) return { mean: "–", interval: "" };
  if (difference.n > 0 && difference.min === 0 && difference.max === 0) return { mean: "the same", interval: "" };
  const { mean, interval } = signedText(difference, unit);
  return { mean, interval: `${interval}${difference.distinguishable ? " *" : ""}` };
}
