import { expect, it } from "vitest";
import { median, rowsOf } from "./row.ts";
import { tableOf } from "./table.ts";

const sample = (work: number, seconds: number, result: number | null, peakMb = 50) => ({
  work,
  seconds,
  result,
  peakMb,
});

// The first run of each counts for memory only. Rates of the ceiling: 100, 50, 200; of ours: 40, 30, 60; ratios: 0.4, 0.6, 0.3.
const rows = rowsOf(
  "mm1",
  10,
  ["ceiling", "ours"],
  [
    [sample(100, 9, 99, 52), sample(100, 1, 9), sample(100, 2, 10), sample(100, 0.5, 11)],
    [sample(60, 9, 99, 61), sample(60, 1.5, 9), sample(60, 2, 10), sample(60, 1, 14)],
  ],
);

it("a row holds medians of rates and of ratios in one round, the mean of the estimates, the memory of the first run", () => {
  expect(rows).toEqual([
    { name: "mm1", engine: "ceiling", n: 100, perSecond: 100, ratioToCeiling: 1, result: 10, theory: 10, peakMb: 52 },
    { name: "mm1", engine: "ours", n: 60, perSecond: 40, ratioToCeiling: 0.4, result: 11, theory: 10, peakMb: 61 },
  ]);
});

it("a benchmark without a ceiling or a theory has none in its row", () => {
  const [row] = rowsOf("border", null, ["ours"], [[sample(1, 1, null), sample(1, 1, null)]]);
  expect(row).toMatchObject({ ratioToCeiling: null, result: null, theory: null });
});

it("the median of an even number lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

it("the table names a benchmark once and says by how much ours is faster than a rival", () => {
  const rival = { ...rows[1]!, engine: "simjs", perSecond: 4, ratioToCeiling: 0.04 };
  expect(tableOf([...rows, rival]).split("\n")).toEqual([
    "benchmark  engine   of ceiling  ours is  million/s    ns each  result  theory  peak MB    n",
    "---------  -------  ----------  -------  ---------  ---------  ------  ------  -------  ---",
    "mm1        ceiling        1.00              0.0001   10000000      10      10       52  100",
    "           ours           0.40             0.00004   25000000      11      10       61   60",
    "           simjs          0.04     10 x   0.000004  250000000      11      10       61   60",
  ]);
});
