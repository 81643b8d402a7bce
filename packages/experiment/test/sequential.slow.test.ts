import { fastNormal, negativeBinomial, Stream, streamKey } from "@mpp-sim/engine";
import { crossedShares, estimate, kimNelson, precisionReached, varianceShares } from "@mpp-sim/experiment";
import { expect, it } from "vitest";

const count = negativeBinomial(1, 1 / 6);
const normal = fastNormal(0, 1);

it.each([
  ["normal, 10 %", (stream: Stream) => 1 + 0.3 * normal.sample(stream), 1, 0.1],
  ["a skewed count, 25 %", (stream: Stream) => count.sample(stream), 5, 0.25],
] as const)("%s: of 1,000 runs that end when they are precise, at least 930 hold the truth", (_, draw, truth, part) => {
  const stream = new Stream(streamKey("sequential", 0, "values"));
  let held = 0;
  for (let experiment = 0; experiment < 1000; experiment++) {
    const values = Array.from({ length: 600 }, () => draw(stream));
    const n = precisionReached(values, { measure: "m", part });
    expect(n).toBeDefined();
    const { low, high } = estimate(values.slice(0, n));
    if (low! <= truth && truth <= high!) held++;
  }
  expect(held).toBeGreaterThanOrEqual(930);
});

it("Kim and Nelson choose the best in at least 95 % of 1,000, where it is better by just what matters", async () => {
  const stream = new Stream(streamKey("selection", 0, "values"));
  let right = 0;
  for (let experiment = 0; experiment < 1000; experiment++) {
    // A half of the variance is shared, as with the same people.
    const shared: number[] = [];
    const own: number[][] = [[], [], [], [], []];
    const { best } = await kimNelson({
      systems: [0, 1, 2, 3, 4],
      best: "lowest",
      matters: 1,
      first: 10,
      run: async (system, replications) => {
        while (shared.length < replications) shared.push(normal.sample(stream));
        const values = own[system] as number[];
        while (values.length < replications)
          values.push((shared[values.length] as number) + normal.sample(stream) - (system === 3 ? 1 : 0));
        return values;
      },
    });
    if (best === 3) right++;
  }
  expect(right).toBeGreaterThanOrEqual(950);
});

it("shares of variance are in their intervals of 95 %, but for chance: at least 272 and 926 times", () => {
  const stream = new Stream(streamKey("shares", 0, "values"));
  const some = (n: number): number[] => Array.from({ length: n }, () => normal.sample(stream));
  // Assumptions have variance 4; chance 1 in common and 3 for each draw, or 4 for each.
  const inside = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
    low! <= 0.5 && 0.5 <= high!;
  let crossed = 0;
  for (let experiment = 0; experiment < 300; experiment++) {
    const common = some(8);
    const draws = some(20).map((draw) => some(8).map((own, r) => 2 * draw + common[r]! + Math.sqrt(3) * own));
    if (inside(crossedShares(draws, { seed: "shares", resamples: 200 }).share)) crossed++;
  }
  expect(crossed).toBeGreaterThanOrEqual(272);
  let nested = 0;
  for (let experiment = 0; experiment < 1000; experiment++) {
    const draws = some(20).map((draw) => some(8).map((own) => 2 * draw + 2 * own));
    if (inside(varianceShares(draws).share)) nested++;
  }
  expect(nested).toBeGreaterThanOrEqual(926);
  expect(nested).toBeLessThanOrEqual(971);
});
