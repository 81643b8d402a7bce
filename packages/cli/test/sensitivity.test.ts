import { describe, expect, it } from "vitest";
import { emptyFolder } from "./support/folder.ts";
import { rangedBorder } from "./support/ranged-border.ts";
import { rowsOf, studied, study } from "./support/study.ts";

const of = ["--of", "system.returned.first"];
const few = ["--until", "2018-10-06", "--replications", "4", "--workers", "1", ...of];

describe("mpp sensitivity", () => {
  it("moves every range to its ends, one at a time, and ranks them", async () => {
    const own = ["ranges.csv", "tornado.svg"];
    const { out, files, manifest } = await studied(own, ["sensitivity", "small.yaml", ...few], rangedBorder);
    const rows = rowsOf(files["ranges.csv"] as string);
    // The limit stands at the upper end of its range already. Beds decide who has one, not who is returned: two replications show it.
    expect(rows.map(({ path, value, n }) => [path?.split(".").at(-1), value, n])).toEqual([
      ["limit", "5/day", "4"],
      ["single-adult", "0 %", "4"],
      ["single-adult", "60 %", "4"],
      ["agents", "1", "4"],
      ["agents", "4", "4"],
      ["acceptance", "40 %", "2"],
      ["acceptance", "80 %", "2"],
    ]);
    expect(Number(rows[0]?.mean)).toBeLessThan(0);
    expect([rows[5]?.mean, rows[6]?.halfWidth]).toEqual(["0", "0"]);
    // The base, and seven ends.
    expect(manifest).toMatchObject({ command: "sensitivity", points: 8, options: { method: "oat" } });
    expect(out).toContain(
      "4 ranges tried, 3 of them move it. 1 gave the same figure in every replication tried (2 replications",
    );
    expect(files["tornado.svg"]).toContain("returnLimits.el-paso.limit");
    expect(files["tornado.svg"]).not.toContain("acceptance");
  });

  it("refuses a scenario without a range", async () => {
    const { code, err } = await study(emptyFolder(), ["sensitivity", "small.yaml", ...few]);
    expect([code, err]).toEqual([2, "small.yaml must have a value with a range (it has none)\n"]);
  });
});

describe("mpp sensitivity --vary", () => {
  it("moves the ranges that are named, or all whose paths begin so", async () => {
    const varied = async (...vary: string[]) => {
      const { files } = await study(
        emptyFolder(),
        ["sensitivity", "small.yaml", ...few, ...vary.flatMap((name) => ["--vary", name])],
        rangedBorder,
      );
      return new Set(rowsOf(files["ranges.csv"] ?? "").map(({ path }) => path?.split(".").at(-1)));
    };
    expect(await varied("returnLimits")).toEqual(new Set(["limit"]));
    expect(await varied("returnLimits.el-paso.limit", "sectors.el-paso.eligibility")).toEqual(
      new Set(["limit", "single-adult"]),
    );
  });

  it.each<[args: readonly string[], message: string]>([
    [
      ["--vary", "returnLimits.el-paso.limt"],
      '(got returnLimits.el-paso.limt) (did you mean "returnLimits.el-paso.limit"?); `mpp show small.yaml --assumptions` lists them',
    ],
    // A path ends at a dot.
    [["--vary", "returnLimits.el"], "or what several begin with (got returnLimits.el)"],
    [["--trajectories", "3"], "--trajectories must be with --method morris (got --method oat)"],
    [["--rows", "8", "--method", "morris"], "--rows must be with --method sobol (got --method morris)"],
    [["--method", "sobol"], "--replications must be with --method oat or morris (got --method sobol)"],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await study(emptyFolder(), ["sensitivity", "small.yaml", ...few, ...args], rangedBorder);
    expect([code, err.includes(message), err]).toEqual([2, true, expect.any(String)]);
  });
});

const alone = ["--until", "2018-10-06", "--workers", "1", ...of];

it("mpp sensitivity --method morris walks through all ranges, and moves those that do nothing in two walks only", async () => {
  const args = ["sensitivity", "small.yaml", ...alone, "--method", "morris", "--trajectories", "4"];
  const { code, err, out, files, manifest } = await study(emptyFolder(), args, rangedBorder);
  expect([code, err]).toEqual([
    0,
    "Morris: 10 runs to see which of 4 ranges do something, then 4 × (those + 1) × 2.\n",
  ]);
  expect(Object.keys(files).sort()).toEqual([
    "indices.csv",
    "manifest.json",
    "morris.svg",
    "scenario.resolved.yaml",
    "study.json",
  ]);
  const rows = rowsOf(files["indices.csv"] as string).filter(({ index }) => index === "meanAbsolute");
  expect(rows.map(({ kind, rank }) => [kind, rank])).toEqual([1, 2, 3, 4].map((rank) => ["range", `${rank}`]));
  // Beds do nothing to who is returned. Agents do, with the limit of the file: not where these two walks passed.
  expect(rows.map(({ name, n, value }) => [name?.split(".").at(-1), n, value === "0"])).toEqual([
    ["limit", "4", false],
    ["single-adult", "4", false],
    ["agents", "2", true],
    ["acceptance", "2", true],
  ]);
  expect(Number(rows[0]?.low)).toBeLessThanOrEqual(Number(rows[0]?.value));
  expect(manifest).toMatchObject({ command: "sensitivity", options: { method: "morris", trajectories: 4 } });
  const told = JSON.parse(files["study.json"] as string);
  // The first point and the two that follow a range that does something, of each walk.
  expect(told).toMatchObject({ method: "morris", moving: 2, first: 2, replications: 2, points: 12, refused: 0 });
  expect(out).toMatch(/; 2 of them did something in the\s+first 2/);
  expect(out).toContain("people of its own at each");
});

it("mpp sensitivity --method sobol takes the variance apart, chance beside the ranges", async () => {
  const args = ["sensitivity", "small.yaml", ...alone, "--method", "sobol", "--rows", "4", "--vary"];
  const { code, err, out, files } = await study(
    emptyFolder(),
    [...args, "returnLimits", "--vary", "cities"],
    rangedBorder,
  );
  expect([code, err]).toEqual([0, "Sobol': 20 runs, 4 rows × (ranges 2 + groups of several 0 + 3).\n"]);
  expect(Object.keys(files)).toContain("sobol.svg");
  const rows = rowsOf(files["indices.csv"] as string);
  expect(rows.filter(({ index }) => index === "total").map(({ kind }) => kind)).toEqual([
    "range",
    "range",
    "group",
    "group",
    "chance",
    "dummy",
  ]);
  const told = JSON.parse(files["study.json"] as string);
  expect(told).toMatchObject({ method: "sobol", rows: 4, of: 2, points: 20, replications: 1 });
  expect(out).toContain("chance: who comes when");
});
