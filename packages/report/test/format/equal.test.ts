import { expect, it } from "vitest";
import { equalSentence, roomFor } from "../../src/format/equal.ts";

it("what was the same in each of some replications may differ in others, by some three in their number", () => {
  // (1 - p) ^ n = 0.05: p = 0.1391 at n = 20, 0.0582 at 50, 0.0030 at 1,000.
  expect([20, 50, 1000].map(roomFor)).toEqual(["14 %", "5.8 %", "0.3 %"]);
});

it("is said where something was the same, and only there", () => {
  const sentence = "± 0: the same in each of the 20 replications; it may differ in up to 14 % of all (95 %).";
  expect(equalSentence(["released 12 ± 3", "heard\u00a0±\u00a00"], 20)).toBe(sentence);
  expect(equalSentence(["released ± 0 *"], 20)).toBe(sentence);
  expect(equalSentence(["released 12 ± 0.3", "± 0,5", "± 03", "0 replications"], 20)).toBe("");
  expect(equalSentence(["released 12 ± 0"], 1)).toBe("");
});
