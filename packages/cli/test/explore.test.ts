import { describe, expect, it } from "vitest";
import { emptyFolder } from "./support/folder.ts";
import { rangedBorder } from "./support/ranged-border.ts";
import { rowsOf, studied, study } from "./support/study.ts";

const question = (against: string): string => `${rangedBorder}answer:
  measure: sector.el-paso.released
  counts: People released in El Paso
  claim: lower
  against: { ${against} }
  label: with less
  assumptions: []
`;
const few = ["--until", "2018-10-06", "--replications", "2", "--draws", "20", "--workers", "1"];

describe("mpp explore", () => {
  it("answers the question at draws of all ranges at once", async () => {
    const text = question("returnLimits.el-paso.limit: 2/day");
    const own = ["draws.csv", "explore.svg"];
    const { out, files, manifest } = await studied(own, ["explore", "small.yaml", ...few], text);
    const rows = rowsOf(files["draws.csv"] as string);
    expect(rows).toHaveLength(20);
    // The limit is what is compared: a draw of it would undo the comparison.
    expect(
      Object.keys(rows[0] ?? {})
        .slice(8)
        .map((path) => path.split(".").at(-1)),
    ).toEqual(["agents", "single-adult", "acceptance"]);
    for (const { mean, meanAgainst, effect } of rows) {
      expect(Number(effect)).toBeCloseTo((Number(meanAgainst) - Number(mean)) / Number(meanAgainst), 9);
    }
    // People of its own at each draw.
    expect(new Set(rows.map(({ meanAgainst }) => meanAgainst)).size).toBeGreaterThan(10);
    const { classes, same, notVaried } = JSON.parse(files["study.json"] as string);
    expect(Object.values(classes as Record<string, number>).reduce((sum, one) => sum + one, 0)).toBe(20);
    expect(same.of).toBe(20);
    expect(notVaried).toEqual([{ path: "returnLimits.el-paso.limit", why: "what it is compared with sets it" }]);
    expect(manifest).toMatchObject({ command: "explore", options: { design: "sobol", draws: 20 } });
    expect(out).toContain("20 points of 2 replications, people of its own at each");
    expect(out).toMatch(/\d+ of 20 draws are on the side of the\s+file/);
  });

  it("refuses a scenario that asks nothing", async () => {
    const { code, err } = await study(emptyFolder(), ["explore", "small.yaml", ...few], rangedBorder);
    expect([code, err]).toEqual([2, "small.yaml must ask something (answer), for its verdict is what is explored\n"]);
  });
});
