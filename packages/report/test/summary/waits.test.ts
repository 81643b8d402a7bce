import type { Bottleneck } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { divertedSentence } from "../../src/summary/waits.ts";

const wait = (constraint: string, rankByHours: number, diverted: number, rankByDiverted: number): Bottleneck => ({
  place: "tucson",
  constraint,
  personHours: { n: 2, mean: 100 / rankByHours, halfWidth: 0 },
  share: 0.25,
  persons: { n: 2, mean: 9, halfWidth: 0 },
  diverted: { n: 2, mean: diverted, halfWidth: 0 },
  heldPersonHours: { n: 2, mean: 100, halfWidth: 0 },
  rankByHours,
  rankByDiverted,
});

it("lists those who drive people out, most first, as many as are asked for", () => {
  const waits = [wait("officer", 1, 0, 4), wait("seat", 2, 5, 3), wait("limit", 3, 8, 2), wait("consent", 4, 90, 1)];
  expect(divertedSentence(waits, 2).replaceAll("\u00a0", " ")).toBe(
    "By people who left the pathway while they waited, the order is: a return point closed to returns (90 ± 0), a place under a return limit (8 ± 0).",
  );
});

it("is silent where hours tell the same, or nobody left", () => {
  expect(divertedSentence([wait("seat", 1, 5, 1), wait("limit", 2, 4, 2), wait("officer", 3, 0, 3)], 3)).toBe("");
  expect(divertedSentence([wait("seat", 1, 0, 1)], 3)).toBe("");
});
