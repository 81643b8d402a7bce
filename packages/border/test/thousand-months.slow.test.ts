import { describe, expect, it } from "vitest";
import { startOn } from "./parameters.ts";
import { crossings, days, limitOf, month } from "./texas.ts";

describe("M9 a daily limit", () => {
  it("is never exceeded on any local date, in 1,000 months of which each has a change of clocks in Texas", () => {
    const [march, november] = [month(startOn("2019-02-20"), 4), month(startOn("2019-10-20"), 4)];
    let full = 0;
    for (let replication = 0; replication < 500; replication++) {
      for (const [name, parameters] of [
        ["march", march],
        ["november", november],
      ] as const) {
        for (const [key, persons] of crossings(parameters, name, replication)) {
          if (persons > limitOf(key)) throw new Error(`limit must hold, got ${persons} on ${key} of ${replication}`);
          if (persons === limitOf(key)) full++;
        }
      }
    }
    // Most dates are full: there is something to exceed.
    expect(full).toBeGreaterThan(0.5 * 1_000 * 4 * days);
  });
});
