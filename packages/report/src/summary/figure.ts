import type { Estimate, MeanEstimate } from "@mpp-sim/experiment";
import { type EstimateText, formatEstimate, formatRange } from "../format/number.ts";

/** A space at which no line breaks. */
const unbroken = "\u00a0";

/** One figure of a summary: an estimate and how it is to be read. */
export interface Figure {
  readonly estimate: Estimate;
  /** Written after the figure, for example `of 100`. */
  readonly suffix?: string;
  /** Why it may be undefined: what did not happen. */
  readonly whyNone: string;
}

/** A figure as text, shares in per cent. If it rests on fewer replications than `done`, it says on how many. */
export function figureText({ estimate, suffix = "", whyNone }: Figure, done: number): EstimateText {
  const { mean, halfWidth, n, unit } = estimate;
  if (mean === null) return { mean: "none", interval: `(${whyNone})` };
  const scale = scaleOf(unit);
  const text = formatEstimate(mean * scale, halfWidth === null ? null : halfWidth * scale);
  const behind = [text.interval, unit === "share" ? "%" : "", suffix, n === done ? "" : `(n = ${n})`];
  return { mean: text.mean, interval: behind.filter((part) => part !== "").join(" ") };
}

/** A mean with its interval, for sentences: no line breaks inside it. */
export function meanText({ mean, halfWidth }: MeanEstimate): string {
  if (mean === null) return "none";
  const text = formatEstimate(mean, halfWidth);
  return [text.mean, text.interval]
    .filter((part) => part !== "")
    .join(" ")
    .replaceAll(" ", unbroken);
}

/**
 * The range in which nine of ten replications lie; empty where the figure is undefined or there is only one
 * replication.
 */
export function spreadText({ estimate: { q05, q95, n, unit } }: Figure): string {
  if (q05 === null || q95 === null || n < 2) return "";
  const scale = scaleOf(unit);
  return `${formatRange(q05 * scale, q95 * scale)}${unit === "share" ? `${unbroken}%` : ""}`;
}

function scaleOf(unit: string): number {
  return unit === "share" ? 100 : 1;
}
