import { blockedFigures, describeBorder } from "@mpp-sim/border";
import type { Simulate } from "@mpp-sim/experiment";

/** Nothing happens, at once. */
export const uneventful: Simulate = (parameters, { replication }) => {
  const { measures, series, days, blocked } = describeBorder(parameters);
  return {
    replication,
    status: "complete",
    message: "",
    fingerprint: "0",
    events: 0,
    measures: new Float64Array(measures.length),
    daily: new Float64Array(series.length * days.length),
    blocked: new Float64Array(blocked.length * blockedFigures.length),
  };
};
