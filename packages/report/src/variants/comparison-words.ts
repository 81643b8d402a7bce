import type { Difference } from "@mpp-sim/experiment";
import { type EstimateText, formatEstimate } from "../format/number.ts";
import { figureText } from "../summary/figure.ts";
import { type ComparedRow, type Comparison, isZero } from "./comparison.ts";

/** A measure under one variant as text; a dash where the variant does not have it. */
export function meanOf({ figures }: ComparedRow, variant: number, done: number): EstimateText {
  const figure = figures[variant];
  if (figure === undefined) return { mean: "–", interval: "" };
  return figure.estimate.mean === null ? { mean: "none", interval: "" } : figureText(figure, done);
}

/** What the variants do not change; empty if there is nothing of that kind. */
export function sameSentence({ same, kind, others, done }: Comparison): string {
  if (same.length === 0) return "";
  const sections = same.map(({ title, rows }) => {
    const figures = rows.map((row) => {
      const { mean, interval } = meanOf(row, 0, done);
      const figure = `${mean} ${interval}`.trim().replaceAll(" ", "\u00a0");
      return `${row.partOf === undefined ? "" : `${row.partOf}, `}${row.label} ${figure}`;
    });
    return `${title}: ${figures.join("; ")}.`;
  });
  return `The same under all ${others.length + 1} ${kind}s, in every replication. ${sections.join(" ")}`;
}

/** Words for a difference that may be chance. */
export const notDistinguishable = "not distinguishable";

/**
 * A difference as text, with its sign; of a share in percentage points. A difference that cannot be told from 0 is
 * words without a figure, so that noise is not read as a finding. Its figures are in `differences.json`.
 */
export function differenceText(difference: Difference | undefined, done: number): EstimateText {
  if (difference === undefined) return { mean: "–", interval: "" };
  if (difference.mean === null) return { mean: "none", interval: "" };
  if (isZero(difference) && difference.n === done) return { mean: "the same", interval: "" };
  if (!difference.distinguishable && difference.halfWidth !== null) return { mean: notDistinguishable, interval: "" };
  const scale = difference.unit === "share" ? 100 : 1;
  const { mean, interval } = formatEstimate(
    difference.mean * scale,
    difference.halfWidth === null ? null : difference.halfWidth * scale,
  );
  const behind = [
    interval,
    difference.unit === "share" ? "points" : "",
    difference.n === done ? "" : `(n = ${difference.n})`,
  ];
  return {
    mean: `${difference.mean > 0 ? "+" : ""}${mean}`,
    interval: behind.filter((part) => part !== "").join(" "),
  };
}

/** How differences are to be read. */
export function differenceLegend(comparisons: number, done: number): string {
  if (done < 2) return "One replication: no interval, and nothing can be told from chance.";
  const corrected = comparisons < 2 ? "" : `, corrected for ${comparisons} comparisons of each measure (Holm)`;
  return (
    "Mean ± half of the 95 % interval of the paired differences, replication by replication. Not distinguishable: " +
    `from 0 at 95 %${corrected}. Differences of shares are in percentage points.`
  );
}
