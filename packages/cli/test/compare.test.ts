import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { rowsOf, study } from "./support/study.ts";

const few = ["--until", "2018-10-04", "--replications", "3", "--workers", "1", "--of", "system.returned.first"];
const twoLimits = `${smallBorder}variants:\n  low: { returnLimits: { el-paso: { limit: 5/day } } }\n  none: { returnLimits: { el-paso: { limit: 0/day } } }\n`;

describe("mpp compare", () => {
  it("runs all variants of a file with the same people, each less the one that others are compared with", async () => {
    const { code, err, out, files, manifest } = await study(
      emptyFolder(),
      ["compare", "small.yaml", ...few],
      twoLimits,
    );
    expect([code, err]).toEqual([0, ""]);
    expect(Object.keys(files).sort()).toEqual([
      "compare.svg",
      "comparison.csv",
      "manifest.json",
      "scenario.resolved.yaml",
      "study.json",
    ]);
    const rows = rowsOf(files["comparison.csv"] as string);
    expect(rows.map(({ policy, reference }) => [policy, reference])).toEqual([
      ["small.yaml#base", ""],
      ["small.yaml#low", ""],
      ["small.yaml#low", "small.yaml#base"],
      ["small.yaml#none", ""],
      ["small.yaml#none", "small.yaml#base"],
    ]);
    const [base, low, lowLess, none, noneLess] = rows.map(({ mean }) => Number(mean)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(none).toBe(0);
    expect(noneLess).toBeCloseTo(-base, 9);
    expect(lowLess).toBeCloseTo(low - base, 9);
    expect(manifest).toMatchObject({ command: "compare", points: 3, replications: { asked: 3, done: 3 } });
    expect(out).toContain("Difference from small.yaml#base, the same people");
    // What `mpp run` says of the same variants.
    const run = JSON.parse(
      (await study(emptyFolder(), ["run", "small.yaml", ...few.slice(0, 6), "--json"], twoLimits)).out,
    );
    const known = run.differences.filter(({ name }: { name: string }) => name === "system.returned.first");
    const told = JSON.parse(files["study.json"] as string).results[0].policies.slice(1);
    expect(told.map((one: { difference: object }) => one.difference)).toMatchObject(
      known.map(({ n, mean, halfWidth, distinguishable }: Record<string, unknown>) => ({
        n,
        mean,
        halfWidth,
        distinguishable,
      })),
    );
  });

  it("chooses the best of them, with the first replications and more where that is not enough", async () => {
    const { code, out, files } = await study(
      emptyFolder(),
      ["compare", "small.yaml", ...few, "--best", "highest"],
      twoLimits,
    );
    const { best } = JSON.parse(files["study.json"] as string);
    // Nobody is returned without a limit's places, few at five a day: the first look shows it.
    expect(best).toMatchObject({
      policy: "small.yaml#base",
      best: "highest",
      measure: "system.returned.first",
      settledAt: 20,
      runs: 60,
      leftOut: [
        { policy: "small.yaml#low", at: 20 },
        { policy: "small.yaml#none", at: 20 },
      ],
    });
    expect([code, out.includes("The highest system.returned.first: small.yaml#base, or one")]).toEqual([0, true]);
  });

  it("compares files, and a file with a variant of another", async () => {
    const folder = emptyFolder();
    write(folder, {
      "closed.yaml": "mpp: 1\nname: Closed\nextends: small.yaml\nreturnLimits: { el-paso: { limit: 0/day } }\n",
    });
    const { files } = await study(
      folder,
      ["compare", "closed.yaml", "small.yaml", "small.yaml#none", ...few],
      twoLimits,
    );
    const rows = rowsOf(files["comparison.csv"] as string).filter(({ reference }) => reference === "closed.yaml");
    expect(Number(rows[0]?.mean)).toBeGreaterThan(0);
    expect(rows[1]).toMatchObject({ policy: "small.yaml#none", mean: "0", halfWidth: "0", distinguishable: "false" });
  });

  it.each<[policies: readonly string[], message: string]>([
    [["plain.yaml"], "compare must have two policies or more, or a file with variants (got plain.yaml)"],
    [["small.yaml#low", "small.yaml#low"], "compare must name each policy once (got small.yaml#low twice)"],
    [["small.yaml", "small.yaml#lwo"], 'must be a variant of small.yaml, got "lwo" (did you mean "low"?)'],
    [
      ["small.yaml", "longer.yaml"],
      "longer.yaml must have the period of the first, 2018-10-01 to 2018-10-31 (got 2018-10-01 to 2018-11-30)",
    ],
  ])("%j is refused", async (policies, message) => {
    const folder = emptyFolder();
    write(folder, {
      "plain.yaml": smallBorder,
      "longer.yaml": "mpp: 1\nname: Longer\nextends: small.yaml\nperiod: { to: 2018-11-30 }\n",
    });
    const { code, err, files } = await study(folder, ["compare", ...policies, ...few.slice(2)], twoLimits);
    expect([code, files]).toEqual([2, {}]);
    expect(err).toContain(message);
  });
});
