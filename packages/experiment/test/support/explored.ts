import type { Answer, Factor } from "@mpp-sim/scenario";
import { pointAt } from "../../src/index.ts";

/** A range that is explored, and the question that is asked at each draw. */
export const share: Factor = {
  origin: "a.yaml:1",
  paths: ["share"],
  base: "10 %",
  range: { kind: "interval", low: "0 %", high: "100 %", whole: false },
};
export const asked: Answer = {
  measure: "released",
  counts: "People released",
  claim: "lower",
  against: { kind: "variant", name: "no-bus" },
  label: "without the bus",
  matters: 0.05,
  assumptions: [],
};
/** The policy takes the same part in every replication, so that intervals have no width. */
export const taking = (part: number) => {
  const against = [100, 200, 300];
  return { own: against.map((value) => value * (1 - part)), against };
};
export const drawAt = (position: number, part: number) => ({
  ...taking(part),
  positions: [position],
  point: pointAt([share], [position]),
});
