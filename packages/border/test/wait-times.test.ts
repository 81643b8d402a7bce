import { describe, expect, it } from "vitest";
import { WaitTimes } from "../src/ledger/wait-times.ts";

describe("waits of which not all have ended", () => {
  it("have the median of the product-limit estimate", () => {
    const waits = new WaitTimes();
    waits.begin(0, 5);
    for (const day of [1, 2, 3]) waits.end(24 * day + 6, 1);
    // Two still wait, for two and for four days: 4/5 remain after day 1, of them 3/4 after day 2, of them 1/2 after day 3.
    const open = [
      [2 * 24 + 1, 1],
      [4 * 24, 1],
    ] as const;
    expect(waits.median(open)).toBe(4);
    // Without those who wait, half would end on day 2.
    const ended = new WaitTimes();
    ended.begin(0, 3);
    for (const day of [1, 2, 3]) ended.end(24 * day, 1);
    expect(ended.median([])).toBe(3);
  });

  it("count people who had waited already from then on only", () => {
    const waits = new WaitTimes();
    waits.begin(0, 2);
    waits.begin(10 * 24, 8);
    waits.end(5 * 24, 1);
    waits.end(12 * 24, 3);
    // 1/2 after day 5, at which the eight of day 10 had not been seen.
    expect(waits.median([])).toBe(6);
    const late = new WaitTimes();
    late.begin(0, 2);
    late.begin(10 * 24, 8);
    late.end(12 * 24, 4);
    expect(late.median([])).toBeNaN();
    late.end(13 * 24, 3);
    expect(late.median([])).toBe(14);
  });

  it("have no median while fewer than half have ended", () => {
    const waits = new WaitTimes();
    expect(waits.median([])).toBeNaN();
    waits.begin(0, 4);
    waits.end(24, 1);
    expect(waits.median([[72, 3]])).toBeNaN();
  });

  it("of two places are merged", () => {
    const [all, one, other] = [new WaitTimes(), new WaitTimes(), new WaitTimes()];
    one.begin(0, 1);
    one.end(48, 1);
    other.begin(0, 1);
    all.merge(one);
    all.merge(other);
    expect(all.median([[24 * 9, 1]])).toBe(3);
  });
});
