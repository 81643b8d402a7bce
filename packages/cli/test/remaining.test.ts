import { expect, it } from "vitest";
import { Remaining } from "../src/terminal/remaining.ts";

it("says nothing before a pace is known, however much is kept from before", () => {
  const remaining = new Remaining();
  expect([0, 1, 2, 50].map((done, index) => remaining.words(done, 100, index))).toEqual(["", "", "", ""]);
  expect(remaining.words(51, 100, 1_999)).toBe("");
});

it("goes by the pace of the last units", () => {
  const remaining = new Remaining();
  remaining.words(0, 100, 0);
  // 10 units in 10 s: 90 more take 90 s.
  expect(remaining.words(10, 100, 10_000)).toBe(", about 1 min 30 s left");
  expect(remaining.words(60, 100, 60_000)).toBe(", about 40 s left");
  expect(remaining.words(99, 100, 99_000)).toBe(", about 5 s left");
  expect(remaining.words(100, 100, 100_000)).toBe("");
  expect(new Remaining().words(1, 2, 10_000)).toBe("");
});

it("forgets what was long ago, as records that came at once", () => {
  const remaining = new Remaining();
  for (let kept = 0; kept < 50; kept++) remaining.words(kept, 100, kept);
  let words = "";
  for (let ran = 1; ran <= 24; ran++) words = remaining.words(49 + ran, 100, 49 + 1_000 * ran);
  // One a second over the last 24: 27 are left.
  expect(words).toBe(", about 25 s left");
});
