import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { bytesOf } from "./support/run-bytes.ts";
import { study } from "./support/study.ts";

const few = ["--until", "2018-10-06", "--replications", "2", "--seed", "a", "--workers", "1"];
const at = ["--at", "2018-10-03"];
const futures = {
  "ruling/injunction.yaml": "because: Hypothetical.\nsuspend: returns\n",
  "ruling/fewer.yaml": "{ set: { returnLimits.el-paso.limit: 5/day } }",
};
const both = ["--with", "ruling/injunction.yaml", "--with", "ruling/fewer.yaml"];

async function branched(files: Record<string, string>, args: readonly string[], text = smallBorder) {
  const folder = emptyFolder();
  write(folder, files);
  return { folder, ...(await study(folder, ["branch", "small.yaml", ...args], text)) };
}

describe("mpp branch", () => {
  it("runs one past and several futures, which are compared with the one in which nothing changes", async () => {
    const { code, err, out, files, manifest, folder } = await branched(futures, [...few, ...at, ...both]);
    expect([code, err]).toEqual([0, ""]);
    expect(manifest.reference).toBe("unchanged");
    expect(manifest.variants.map(({ name }: { name: string }) => name)).toEqual(["unchanged", "injunction", "fewer"]);
    expect(out).toContain("Note: Futures are taken as equally likely, for nobody says how likely they are.");
    // With nothing changed it is the scenario itself, to the last event.
    const alone = await study(emptyFolder(), ["run", "small.yaml", ...few]);
    expect(manifest.variants[0].fingerprint).toBe(alone.manifest.fingerprint);
    // Nothing is returned from the date on in one, at most five a day in the other; before it all are alike.
    const returned = (future: string, date: string): number => {
      const row = new RegExp(`^${date},sector\\.el-paso\\.returned\\.first,persons,([^,]*),.*,${future}$`, "m");
      return Number(row.exec(files["daily.csv"] as string)?.[1]);
    };
    expect(returned("unchanged", "2018-10-02")).toBeGreaterThan(0);
    for (const future of ["injunction", "fewer"])
      expect(returned(future, "2018-10-02")).toBe(returned("unchanged", "2018-10-02"));
    expect(returned("unchanged", "2018-10-04")).toBeGreaterThan(5);
    expect(returned("injunction", "2018-10-04")).toBe(0);
    expect(returned("fewer", "2018-10-04")).toBeLessThanOrEqual(5);
    // No scenario is left behind, and none is named that is not there.
    expect(out).not.toContain("small-branch.yaml");
    expect(readdirSync(folder).sort()).toEqual(["out", "ruling", "runs", "small.yaml"]);
  });

  it("is the scenario that it prints: saved beside the first, a run of it has the same bytes, and so it is reproduced", async () => {
    const { out } = await branched(futures, [...at, ...both, "--print"]);
    const { folder } = await branched(futures, [...few, ...at, ...both]);
    const second = emptyFolder();
    write(second, { "small-branch.yaml": out });
    expect(await study(second, ["run", "small-branch.yaml", ...few])).toMatchObject({ code: 0 });
    expect(bytesOf(second, "out")).toEqual(bytesOf(folder, "out"));
    write(folder, { "small-branch.yaml": out });
    const host = fakeHost(folder);
    expect([await mpp(["reproduce", "out"], host), host.printed.err]).toEqual([0, ""]);
    const manifest = JSON.parse(readFileSync(path.join(folder, "out/manifest.json"), "utf8"));
    expect(manifest.asked.file).toBe("small-branch.yaml");
  });

  it("takes what the files say of how likely they are; what is left is that nothing changes", async () => {
    const { out } = await branched(
      {
        "a.yaml": "probability: 20 %\nsuspend: returns",
        "b.yaml": "probability: { value: 0.5, source: assumption }\nsuspend: hearings",
      },
      [...at, "--with", "a.yaml", "--with", "b.yaml", "--print"],
    );
    expect(out).toContain("      unchanged:\n        probability: 30 %\n");
    expect(out).not.toContain("equally likely");
  });

  it("as many as are equally likely sum to 100 %, also three", async () => {
    const { code, files } = await branched(futures, [...few.slice(2), "--until", "2018-10-03", ...at, ...both]);
    expect(code).toBe(0);
    expect(files["summary.json"]).toContain('"variant":"mixture"');
  });

  it.each<[what: string, files: Record<string, string>, args: readonly string[], message: string]>([
    ["no file", {}, [...at, "--with", "a.yaml"], "a.yaml must be a file that can be read (ENOENT)"],
    [
      "a list",
      { "a.yaml": "- suspend: returns" },
      [...at, "--with", "a.yaml"],
      "a.yaml must hold what changes in a future",
    ],
    ["nothing", { "a.yaml": "" }, [...at, "--with", "a.yaml"], "suspend: returns (got null)"],
    ["no YAML", { "a.yaml": "a: [" }, [...at, "--with", "a.yaml"], "a.yaml must hold what changes in a future"],
    [
      "two of one name",
      { "a.yaml": "suspend: returns", "b/a.yaml": "suspend: returns" },
      [...at, "--with", "a.yaml", "--with", "b/a.yaml"],
      "--with must name files of different names (got a twice)",
    ],
    [
      "the name of what is there",
      { "unchanged.yaml": "suspend: returns" },
      [...at, "--with", "unchanged.yaml"],
      "--with must name files of different names (got unchanged twice)",
    ],
    [
      "a probability of one alone",
      { "a.yaml": "probability: 20 %\nsuspend: returns", "b.yaml": "suspend: hearings" },
      [...at, "--with", "a.yaml", "--with", "b.yaml"],
      "each future must have a probability, or none of them (b.yaml has none)",
    ],
    [
      "too much",
      { "a.yaml": "probability: 60 %\nsuspend: returns", "b.yaml": "probability: 50 %\nsuspend: hearings" },
      [...at, "--with", "a.yaml", "--with", "b.yaml"],
      "probabilities must sum to at most 100 % (got 110 %)",
    ],
    [
      "a date after the period",
      { "a.yaml": "suspend: returns" },
      ["--at", "2018-11-01", "--with", "a.yaml"],
      "policy[0].on must be a date in the period, 2018-10-01 to 2018-10-31 (got 2018-11-01)",
    ],
    [
      "a date after the last that is asked for",
      { "a.yaml": "suspend: returns" },
      ["--at", "2018-10-06", "--until", "2018-10-05", "--with", "a.yaml"],
      "--at must be a date of the period, 2018-10-01 to 2018-10-05 (got 2018-10-06)",
    ],
    [
      "what no future can be",
      { "a.yaml": "suspend: everything" },
      [...at, "--with", "a.yaml"],
      "policy[0].branch.a.suspend",
    ],
  ])("%s is refused", async (_what, files, args, message) => {
    const { code, err, files: written } = await branched(files, args);
    expect([code, err, written]).toEqual([2, expect.stringContaining(message), {}]);
  });
});
