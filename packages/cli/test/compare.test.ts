import { appendFileSync, renameSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { rowsOf, studied, study } from "./support/study.ts";

const few = ["--until", "2018-10-04", "--replications", "3", "--workers", "1", "--of", "system.returned.first"];
const twoLimits = `${smallBorder}variants:\n  low: { returnLimits: { el-paso: { limit: 5/day } } }\n  none: { returnLimits: { el-paso: { limit: 0/day } } }\n`;

describe("mpp compare", () => {
  it("runs all variants of a file with the same people, each less the one that others are compared with", async () => {
    const own = ["compare.svg", "comparison.csv"];
    const { out, files, manifest } = await studied(own, ["compare", "small.yaml", ...few], twoLimits);
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

  it("chooses with a budget: replications go to who is close to the best, and nothing is promised", async () => {
    const near =
      smallBorder +
      "variants:\n  low: { returnLimits: { el-paso: { limit: 19/day } } }\n  none: { returnLimits: { el-paso: { limit: 0/day } } }\n";
    const { code, out, files } = await study(
      emptyFolder(),
      ["compare", "small.yaml", ...few, "--best", "highest", "--budget", "45"],
      near,
    );
    const { best } = JSON.parse(files["study.json"] as string);
    expect([code, best.method, best.budget, best.runs]).toEqual([0, "ocba", 45, 45]);
    const [base, low, none] = best.policies.map(({ n }: { n: number }) => n);
    // Nobody is returned in any replication without places: that one needs no more than it began with.
    expect([base + low + none, none]).toEqual([45, 10]);
    expect(Math.min(base, low)).toBeGreaterThan(10);
    const means = best.policies.map(({ mean }: { mean: number }) => mean);
    expect(best.policy).toBe(best.policies[means.indexOf(Math.max(...means))].policy);
    expect(out).toMatch(/The highest system\.returned\.first of 45\s+replications: /);
    expect(out).toContain("small.yaml#none 10");
  });

  it.each<[args: readonly string[], message: string]>([
    [["--budget", "60"], "--budget must be with --best lowest or highest (got neither)"],
    [
      ["--budget", "29", "--best", "lowest"],
      "--budget must be 30 replications at least, 10 for each of 3 policies (got 29)",
    ],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await study(emptyFolder(), ["compare", "small.yaml", ...few, ...args], twoLimits);
    expect([code, err]).toEqual([2, `${message}\n`]);
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

describe("mpp compare with run directories", () => {
  const measure = ["--of", "system.returned.first"];
  const how = ["--until", "2018-10-04", "--replications", "3", "--workers", "1", "--quiet"];
  /** Puts a run of small.yaml into a folder of this name. */
  const runAs = async (folder: string, name: string, more: readonly string[] = [], text = smallBorder) => {
    expect(await study(folder, ["run", "small.yaml", ...how, ...more], text)).toMatchObject({ code: 0 });
    renameSync(path.join(folder, "out"), path.join(folder, name));
  };

  it("pairs runs that met the same people, and says what a comparison of the scenarios says", async () => {
    const folder = emptyFolder();
    await runAs(folder, "open");
    await runAs(folder, "closed", ["--set", "returnLimits.el-paso.limit=0/day"]);
    const { code, err, out, files, manifest } = await study(folder, ["compare", "open", "closed", ...measure]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("2 points of 3 replications, the same people at each");
    expect(out).toContain("Difference from open, the same people");
    const [open, closed, difference] = rowsOf(files["comparison.csv"] as string);
    expect([open?.policy, closed?.mean, difference]).toEqual([
      "open",
      "0",
      expect.objectContaining({ policy: "closed", reference: "open", mean: `-${open?.mean}`, paired: "true" }),
    ]);
    expect(manifest.options.runs.map(({ name, done }: { name: string; done: number }) => [name, done])).toEqual([
      ["open", 3],
      ["closed", 3],
    ]);
    // The same as of scenarios, which are run.
    const second = emptyFolder();
    const ran = await study(second, ["compare", "small.yaml#base", "small.yaml#none", ...few], twoLimits);
    const figures = (csv: string | undefined) =>
      rowsOf(csv as string).map(({ policy: _, reference: __, ...rest }) => rest);
    expect(figures(files["comparison.csv"])).toEqual(figures(ran.files["comparison.csv"]));
  });

  it("runs a scenario beside a run as that was run: with its seed, as often", async () => {
    const folder = emptyFolder();
    await runAs(folder, "before", ["--seed", "other"]);
    const { code, files } = await study(folder, [
      "compare",
      "before",
      "small.yaml",
      "--until",
      "2018-10-04",
      "--workers",
      "1",
    ]);
    expect(code).toBe(0);
    const difference = rowsOf(files["comparison.csv"] as string).filter(({ reference }) => reference === "before");
    // Nothing asks anything: returns and releases are looked at.
    expect(difference.map((row) => [row.measure, row.mean, row.paired])).toEqual([
      ["system.returned.first", "0", "true"],
      ["system.released", "0", "true"],
    ]);
    expect(JSON.parse(files["study.json"] as string)).toMatchObject({ seed: "other", replications: 3 });
  });

  it("compares runs of other people as independent ones, and says why", async () => {
    const folder = emptyFolder();
    await runAs(folder, "a");
    await runAs(folder, "b", ["--seed", "b"]);
    const { out, files } = await study(folder, ["compare", "a", "b", ...measure]);
    expect(out).toContain("not all with the same people");
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      'b met other people than a: its seed is "b" and not "small". The two are',
    );
    const [, , difference] = rowsOf(files["comparison.csv"] as string);
    expect(difference).toMatchObject({ paired: "false", varianceRatio: "", q05: "" });
    expect(Number(difference?.halfWidth)).toBeGreaterThan(0);
  });

  it("takes the variants of a run: all if it stands alone, else the one that others are compared with", async () => {
    const folder = emptyFolder();
    await runAs(folder, "both", [], twoLimits);
    const all = await study(folder, ["compare", "both", ...measure]);
    expect(JSON.parse(all.files["study.json"] as string).policies).toEqual(["both#base", "both#low", "both#none"]);
    renameSync(path.join(folder, "out"), path.join(folder, "first"));
    const two = await study(folder, ["compare", "both", "both#none", ...measure]);
    const [base, none] = rowsOf(two.files["comparison.csv"] as string);
    expect([base?.policy, Number(base?.mean) > 0, none?.mean]).toEqual(["both", true, "0"]);
  });

  it.each<[what: string, args: readonly string[], message: string]>([
    [
      "a measure that it does not report",
      ["a", "small.yaml", "--of", "system.retruned"],
      "a must report system.retruned",
    ],
    ["a variant that it has not", ["a", "a#low"], "a#low must be a variant of the run in a (it has none)"],
    ["another period", ["a", "small.yaml"], "small.yaml must have the period of the first, 2018-10-01 to 2018-10-04"],
    [
      "the best of runs that are there",
      ["a", "small.yaml", "--until", "2018-10-04", "--best", "lowest"],
      "--best must have scenarios, which it runs until it can tell (got the run a)",
    ],
    ["a folder that is no run", ["a", "."], ". must be the directory of a run (it has no manifest.json"],
    ["one that was changed", ["a", "b"], "b must be as its run left it (replications.csv is not)"],
  ])("%s is refused", async (_what, args, message) => {
    const folder = emptyFolder();
    await runAs(folder, "a");
    await runAs(folder, "b");
    appendFileSync(path.join(folder, "b/replications.csv"), "3,system.returned.first,persons,7\n");
    const { code, err } = await study(folder, ["compare", ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
