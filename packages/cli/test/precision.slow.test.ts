import { cpSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { emptyFolder } from "./support/folder.ts";
import { manifestIn, precise as measure, program, until } from "./support/precise.ts";
import { bytesOf } from "./support/run-bytes.ts";

const few = ["--until", "2018-10-03", "--workers", "1"];

describe("a run that ends once a measure is known well enough", () => {
  it("has the figures of as many replications from the start", async () => {
    const folder = emptyFolder();
    await program(folder, ["run", "small.yaml", ...few, "--out", "precise"], until("50 %"));
    const plain = ["run", "small.yaml", ...few, "--replications", "30", "--out", "plain"];
    expect((await program(folder, plain, smallBorder)).code).toBe(0);
    const [own, other] = [bytesOf(folder, "precise"), bytesOf(folder, "plain")];
    for (const file of ["summary.json", "replications.csv", "daily.csv"]) expect(own[file]).toBe(other[file]);
  });

  it("runs all where that is not enough, and says so", async () => {
    const folder = emptyFolder();
    const { code, out } = await program(folder, ["run", "small.yaml", ...few, "--json"], until("0.001", 31));
    const found = JSON.parse(out);
    expect([code, found.replications]).toEqual([0, { asked: 31, done: 31 }]);
    expect(found.precision).toEqual({ measure, within: "0.001", reachedAfter: null });
    const { out: text } = await program(folder, ["run", "small.yaml", ...few]);
    expect(text).toContain(`${measure} is not known within ± 0.001 after 31 replications.`);
  });

  it("waits for every variant, and a run without one tells nothing of it", async () => {
    const folder = emptyFolder();
    const two = `${until("50 %")}variants:\n  none: { returnLimits: { el-paso: { limit: 0/day } } }\n`;
    const { out } = await program(folder, ["run", "small.yaml", ...few, "--out", "both"], two);
    expect(out).toMatch(/50 % of its mean under every variant after 30 replications,\s+as asked\./);
    expect(manifestIn(folder, "both").precision.reachedAfter).toBe(30);
    await program(folder, ["run", "small.yaml", ...few, "--out", "plain"], smallBorder);
    expect(manifestIn(folder, "plain").precision).toBeUndefined();
  });

  it("has the same bytes from shards, which run all there are: none knows what the others find", async () => {
    const together = emptyFolder();
    for (const index of [1, 2]) {
      const folder = emptyFolder();
      const shard = ["run", "small.yaml", ...few, "--shard", `${index}/2`, "--out", `part-${index}`];
      const { err } = await program(folder, shard, until("50 %", 40));
      expect(err).toBe(
        `Shard ${index}/2 of the run: 20 units. experiment.precision ends no shard: all replications are run, and merge takes as many as a run in one go.\n`,
      );
      cpSync(path.join(folder, `part-${index}`), path.join(together, `part-${index}`), { recursive: true });
    }
    expect((await program(together, ["merge", "part-1", "part-2", "--out", "whole"])).code).toBe(0);
    const folder = emptyFolder();
    await program(folder, ["run", "small.yaml", ...few, "--out", "whole"], until("50 %", 40));
    expect(bytesOf(together, "whole")).toEqual(bytesOf(folder, "whole"));
    expect(manifestIn(together, "whole").replications).toEqual({ asked: 40, done: 30 });
  });
});
