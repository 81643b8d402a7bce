import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { readVary } from "../src/study/read-vary.ts";
import { emptyFolder, filesOf } from "./support/folder.ts";
import { rowsOf, studied, study } from "./support/study.ts";

const limit = "returnLimits.el-paso.limit";
const acceptance = "cities.ciudad-juarez.shelters.acceptance";
const few = ["--until", "2018-10-04", "--replications", "2", "--of", "system.returned.first"];
const sweep = (...vary: readonly string[]): readonly string[] => [
  "sweep",
  "small.yaml",
  ...vary.flatMap((one) => ["--vary", one]),
  ...few,
];

describe("--vary", () => {
  it.each([
    ["a.b=1,2, 3", { path: "a.b", levels: ["1", "2", "3"] }],
    ["a=1,1,2", { path: "a", levels: ["1", "2"] }],
    ['a={ x: 1, y: 2 },[3, 4],"5,6"', { path: "a", levels: ["{ x: 1, y: 2 }", "[3, 4]", '"5,6"'] }],
    ["a=0 %..60 %", { path: "a", ends: ["0 %", "60 %"] }],
    ["a=0..60:7", { path: "a", ends: ["0", "60"], steps: 7 }],
    ["a=04:00..20:00", { path: "a", ends: ["04:00", "20:00"] }],
    ["a=04:00..20:00:3", { path: "a", ends: ["04:00", "20:00"], steps: 3 }],
    ["a=2019-11-01..2019-12-01:2", { path: "a", ends: ["2019-11-01", "2019-12-01"], steps: 2 }],
    ["a.b", { path: "a.b" }],
  ])("%s", (text, vary) => expect(readVary(text)).toEqual(vary));

  it.each(["=1,2", "a=", "a=1..2:1"])("%s is refused", (text) => expect(() => readVary(text)).toThrow(/--vary must/));
});

describe("a sweep", () => {
  it("runs every combination with the same people, into one table", async () => {
    const { out, files, manifest } = await studied(
      ["points.csv", "sweep.svg"],
      sweep(`${limit}=0/day,20/day`, `${acceptance}=20 %..60 %:3`),
    );
    const rows = rowsOf(files["points.csv"] as string);
    expect(rows.map((row) => [row.point, row[limit], row[acceptance], row.n])).toEqual([
      ["1", "0/day", "20 %", "2"],
      ["2", "0/day", "40 %", "2"],
      ["3", "0/day", "60 %", "2"],
      ["4", "20/day", "20 %", "2"],
      ["5", "20/day", "40 %", "2"],
      ["6", "20/day", "60 %", "2"],
    ]);
    // Nobody is returned at a limit of 0. At 20 it is the limit alone that counts: beds decide who has one, not who is returned.
    expect(rows.slice(0, 3).map(({ mean }) => mean)).toEqual(["0", "0", "0"]);
    expect(new Set(rows.slice(3).map(({ mean }) => mean)).size).toBe(1);
    expect(Number(rows[3]?.mean)).toBeGreaterThan(0);
    expect(manifest).toMatchObject({
      command: "sweep",
      points: 6,
      seed: "small",
      status: "complete",
      replications: { asked: 2, done: 2 },
      options: { vary: [limit, acceptance], of: ["system.returned.first"] },
    });
    expect(out).toContain("6 points of 2 replications, the same people at each");
    expect(out).toMatch(/\n {2}20\/day, 40 % +\d/);
  });

  it("goes down as well as up", async () => {
    const agents = "sectors.el-paso.processing.agents";
    const { files } = await studied(["points.csv", "sweep.svg"], sweep(`${agents}=4..2:3`));
    expect(rowsOf(files["points.csv"] as string).map((row) => row[agents])).toEqual(["4", "3", "2"]);
  });

  it("has the results of a run with the same settings, and shares its replications", async () => {
    const folder = emptyFolder();
    const set = ["--set", `${limit}=5/day`];
    const swept = await study(folder, sweep(`${limit}=5/day`));
    const run = await study(emptyFolder(), ["run", "small.yaml", ...set, ...few.slice(0, 4), "--json"]);
    const { n, mean, halfWidth } = JSON.parse(run.out).measures.find(
      ({ name }: { name: string }) => name === "system.returned.first",
    );
    const [row] = rowsOf(swept.files["points.csv"] as string);
    expect([row?.n, row?.mean, row?.halfWidth].map(Number)).toEqual([n, mean, halfWidth]);
    // More points run only what is new: nobody asks again for what is kept.
    const records = Object.keys(filesOf(folder)).filter((name) => name.endsWith(".record"));
    rmSync(path.join(folder, "out"), { recursive: true });
    await study(folder, sweep(`${limit}=5/day,10/day`));
    const more = Object.keys(filesOf(folder)).filter((name) => name.endsWith(".record"));
    expect([records.length, more.length]).toEqual([2, 4]);
    expect(more).toEqual(expect.arrayContaining(records));
  });

  it("takes whole figures where the setting takes no others", async () => {
    const { files } = await study(emptyFolder(), sweep("sectors.el-paso.processing.agents=1..4:9"));
    expect(rowsOf(files["points.csv"] as string).map((row) => row["sectors.el-paso.processing.agents"])).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  it.each(["lhs", "sobol"])("spreads points over all values at once (%s)", async (design) => {
    const args = [...sweep(`${limit}=5/day..12/day`, `${acceptance}=20 %,60 %`), "--design", design, "--points", "8"];
    const { files, manifest } = await study(emptyFolder(), [...args, "--workers", "1"]);
    const rows = rowsOf(files["points.csv"] as string);
    // Each eighth of the interval has one point: limits are whole, so each of the eight comes once. Levels come equally often.
    expect(rows.map((row) => row[limit]).sort()).toEqual(
      ["5/day", "6/day", "7/day", "8/day", "9/day", "10/day", "11/day", "12/day"].sort(),
    );
    expect(rows.filter((row) => row[acceptance] === "20 %")).toHaveLength(4);
    expect(manifest).toMatchObject({ points: 8, options: { design } });
  });

  it("takes the range of the file where the path stands alone", async () => {
    const ranged = smallBorder.replace(
      "acceptance: 60 %",
      "acceptance: { value: 60 %, source: assumption, range: [40 %, 80 %] }",
    );
    const { files } = await study(emptyFolder(), sweep(acceptance), ranged);
    expect(rowsOf(files["points.csv"] as string).map((row) => row[acceptance])).toEqual([
      "40 %",
      "50 %",
      "60 %",
      "70 %",
      "80 %",
    ]);
  });

  it("prints its document with --json, and nothing else", async () => {
    const { out, files } = await study(emptyFolder(), [...sweep(`${limit}=5/day`), "--json"]);
    const { directory, ...document } = JSON.parse(out);
    expect([directory, document]).toEqual(["out", JSON.parse(files["study.json"] as string)]);
    expect(document.results[0]).toMatchObject({ point: 1, set: [{ path: limit, value: "5/day" }] });
  });

  it("that was interrupted writes nothing, and goes on with the same command", async () => {
    const folder = emptyFolder();
    let asks = 0;
    const args = sweep(`${limit}=5/day,10/day`);
    const stopped = await study(folder, args, smallBorder, { interrupted: () => ++asks > 3 });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(
      /^The study was interrupted: [1-3] of 4 replications are done and kept; the same command goes on/,
    );
    expect(stopped.files).toEqual({});
    const whole = await study(folder, args);
    const anew = await study(emptyFolder(), args);
    expect(whole.code).toBe(0);
    expect({ ...whole.files, "manifest.json": "" }).toEqual({ ...anew.files, "manifest.json": "" });
  });

  it.each<[vary: string, message: string]>([
    [`${limit}=5/day,many`, "--vary returnLimits.el-paso.limit must be"],
    [`${limit}=5/day..many`, "--vary must go from one figure, date or time to another of its kind"],
    ["sectors.el-paso.custody.limt=5 h,6 h", 'did you mean "limit"?'],
    [acceptance, `--vary ${acceptance} must be a value with a range in small.yaml`],
  ])("--vary %s is refused before anything is run", async (vary, message) => {
    const folder = emptyFolder();
    const { code, err } = await study(folder, sweep(vary));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(Object.keys(filesOf(folder))).toEqual(["small.yaml"]);
  });

  it("refuses a setting that is named twice, and a measure that there is none of", async () => {
    const twice = await study(emptyFolder(), sweep(`${limit}=5/day`, `${limit}=6/day`));
    expect([twice.code, twice.err]).toEqual([2, `--vary must name each setting once (got ${limit} twice)\n`]);
    const none = await study(emptyFolder(), [...sweep(`${limit}=5/day`), "--of", "system.realeased"]);
    expect(none.code).toBe(2);
    expect(none.err).toContain(
      'system.realeased must be a measure of small.yaml (did you mean "system.released"?); `mpp show small.yaml --measures` lists them',
    );
  });
});
