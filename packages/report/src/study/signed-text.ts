import type { MeanEstimate } from "@mpp-sim/experiment";
import { type EstimateText, formatEstimate } from "../format/number.ts";

/** A difference with its sign; of a share in percentage points. */
export function signedText({ mean, halfWidth }: MeanEstimate, unit: string): EstimateText {
  if (mean === null) return { mean: "none", interval: "" };
  const scale = unit === "share" ? 100 : 1;
  const text = formatEstimate(mean * scale, halfWidth === null ? null : halfWidth * scale);
  const behind = [text.interval, unit === "share" ? "points" : ""].filter((part) => part !== "");
  return { mean: `${mean > 0 ? "+" : ""}${text.mean}`, interval: behind.join(" ") };
}
