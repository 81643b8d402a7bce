import { describe, expect, it } from "vitest";
import { emptyFolder } from "./support/folder.ts";
import { rangedBorder } from "./support/ranged-border.ts";
import { rowsOf, study } from "./support/study.ts";

const of = ["--of", "system.returned.first"];
const few = ["--until", "2018-10-06", "--replications", "4", "--workers", "1", ...of];

describe("mpp sensitivity", () => {
  it("moves every range to its ends, one at a time, and ranks them", async () => {
    const { code, err, out, files, manifest } = await study(
      emptyFolder(),
      ["sensitivity", "small.yaml", ...few],
      rangedBorder,
    );
    expect([code, err]).toEqual([0, ""]);
    expect(Object.keys(files).sort()).toEqual([
      "manifest.json",
      "ranges.csv",
      "scenario.resolved.yaml",
      "study.json",
      "tornado.svg",
    ]);
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
