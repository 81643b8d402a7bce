import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sealed, unsealed } from "@mpp-sim/experiment/node";
import { describe, expect, it } from "vitest";
import { smallBorder, smallQuestion } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { sha256 } from "../src/run-directory/manifest.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

const few = ["--until", "2018-10-03", "--replications", "2", "--seed", "a", "--workers", "1", "--quiet"];

/** The program in a folder, as some build of it. */
async function program(folder: string, args: readonly string[], sources = "0123456789abcdef") {
  const { printed, ...host } = fakeHost(folder);
  return { code: await mpp(args, { ...host, build: { ...host.build, sources } }), ...printed };
}

/** A folder in which `out` holds a run of `small.yaml`. */
async function withRun(text = smallBorder, more: readonly string[] = []): Promise<string> {
  const folder = emptyFolder();
  write(folder, { "small.yaml": text });
  expect(await program(folder, ["run", "small.yaml", ...few, ...more, "--out", "out"])).toMatchObject({ code: 0 });
  return folder;
}

function change(folder: string, file: string, edit: (text: string) => string): void {
  const at = path.join(folder, "out", file);
  writeFileSync(at, edit(readFileSync(at, "utf8")));
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, "out/manifest.json"), "utf8"));

/** File of the record of a replication. */
function recordOf(folder: string, replication: number): string {
  const table = readFileSync(path.join(folder, "out/records.csv"), "utf8");
  const [, file = ""] = new RegExp(`^${replication},[^,]*,(.*)$`, "m").exec(table) ?? [];
  return path.join(folder, "out/records", file);
}

describe("mpp reproduce", () => {
  it("runs all of a run again, with its answer, and finds the same bytes; nothing is written or read from what is kept", async () => {
    const folder = await withRun(smallQuestion);
    // What is kept is not looked at: were it, this would be found.
    rmSync(path.join(folder, "runs"), { recursive: true });
    const before = filesOf(folder);
    const { code, out, err } = await program(folder, ["reproduce", "out", "--workers", "1"]);
    const { fingerprint, outputs } = manifestIn(folder);
    expect([code, err]).toEqual([0, ""]);
    // Two replications of the policy and of what it is compared with, two with more of the limit, two of both at four values.
    const records = readFileSync(path.join(folder, "out/records.csv"), "utf8").trimEnd().split("\n").length - 1;
    expect(out).toBe(
      `The same, byte for byte: ${outputs.length} files and ${records} records of out, fingerprint ${fingerprint}.\n`,
    );
    expect(filesOf(folder)).toEqual(before);
  });

  it("runs one replication of each variant again, against its record", async () => {
    const folder = await withRun(`${smallBorder}variants:\n  none: { returnLimits: { el-paso: { limit: 0/day } } }\n`);
    const { code, out } = await program(folder, ["reproduce", "out", "--replication", "1"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^The same, byte for byte: replication 1 of out\.\nbase: fingerprint [0-9a-f]{16}, \d+ events\nnone: fingerprint [0-9a-f]{16}, \d+ events\n$/,
    );
    const json = await program(folder, ["reproduce", "out", "--replication", "1", "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      directory: "out",
      same: true,
      replication: 1,
      policies: [
        { policy: "base", same: true },
        { policy: "none", same: true },
      ],
      program: { was: { version: "1.2.3" }, is: { version: "1.2.3" } },
    });
  });

  it("tells a file that was changed after the run from one that comes out otherwise, and other events", async () => {
    const folder = await withRun();
    const whole = manifestIn(folder);
    change(folder, "summary.json", (text) => text.replace('"n":2', '"n":3'));
    const edited = await program(folder, ["reproduce", "out"]);
    expect(edited).toMatchObject({ code: 4, err: "" });
    const files = whole.outputs.length;
    expect(edited.out).toBe(
      `Not the same: 1 of ${files} files of out differ:\n  summary.json was changed after the run\nThe same events happened (fingerprint ${whole.fingerprint}).\n`,
    );
    // As a program would have left it that came to something else.
    const summary = readFileSync(path.join(folder, "out/summary.json"), "utf8");
    const known = whole.outputs.find(({ file }: { file: string }) => file === "summary.json").sha256;
    change(folder, "manifest.json", (text) =>
      text.replace(known, sha256(summary)).replace(`"fingerprint": "${whole.fingerprint}"`, '"fingerprint": "0"'),
    );
    rmSync(path.join(folder, "out/daily.csv"));
    const other = await program(folder, ["reproduce", "out"]);
    expect(other.code).toBe(4);
    expect(other.out).toContain("  summary.json comes out otherwise\n  daily.csv is not there any more\n");
    expect(other.out).toContain(`Other events happened: the fingerprint was 0, and is ${whole.fingerprint}.`);
    const json = JSON.parse((await program(folder, ["reproduce", "out", "--json"])).out);
    expect(json).toMatchObject({ same: false, fingerprint: { was: "0", is: whole.fingerprint } });
    expect(json.files.filter(({ same }: { same: boolean }) => !same)).toEqual([
      { file: "summary.json", same: false },
      { file: "daily.csv", same: false },
    ]);
  });

  it("names the replication whose record is another, and the measures", async () => {
    const folder = await withRun();
    const record = recordOf(folder, 1);
    const bytes = readFileSync(record);
    const { address, catalogue } = JSON.parse(bytes.subarray(0, bytes.indexOf(10)).toString("utf8"));
    const label = { address, catalogue };
    const result = unsealed(bytes, label) as NonNullable<ReturnType<typeof unsealed>>;
    const was = result.measures[0] as number;
    result.measures[0] = was + 1;
    rmSync(record);
    writeFileSync(record, sealed(result, label));
    const all = await program(folder, ["reproduce", "out"]);
    expect(all.code).toBe(4);
    expect(all.out).toContain("1 of 2 records differ, the first of replication 1: mpp reproduce out --replication 1\n");
    const one = await program(folder, ["reproduce", "out", "--replication", "1"]);
    expect([one.code, one.out]).toEqual([
      4,
      expect.stringMatching(
        new RegExp(
          `^Not the same: replication 1 of out\\.\nfingerprint was (\\w{16}), is \\1; 1 of \\d+ measures differ\n  \\S+ was ${was + 1}, is ${was}\n$`,
        ),
      ),
    ]);
    // The other is as it was.
    expect(await program(folder, ["reproduce", "out", "--replication", "0"])).toMatchObject({ code: 0 });
    writeFileSync(record, bytes.subarray(0, 100));
    const torn = await program(folder, ["reproduce", "out", "--replication", "1"]);
    expect([torn.code, torn.out]).toEqual([
      4,
      expect.stringContaining("its record is damaged, or holds other measures"),
    ]);
  });

  it("says that another build ran it, and leaves out what names the build", async () => {
    const folder = await withRun();
    const { code, out } = await program(folder, ["reproduce", "out"], "fedcba9876543210");
    expect(code).toBe(0);
    expect(out).toContain(
      "It was run by mpp-sim 1.2.3 (sources 0123456789ab), and again by mpp-sim 1.2.3 (sources fedcba987654).",
    );
    const one = await program(folder, ["reproduce", "out", "--replication", "0"], "fedcba9876543210");
    expect(one).toMatchObject({ code: 0 });
  });

  it("runs nothing if the scenario has changed, and finds one that has moved where it is told", async () => {
    const folder = await withRun(smallBorder, ["--set", "cities.ciudad-juarez.shelters.beds=10 people"]);
    mkdirSync(path.join(folder, "elsewhere"));
    renameSync(path.join(folder, "small.yaml"), path.join(folder, "elsewhere/small.yaml"));
    expect(await program(folder, ["reproduce", "out"])).toEqual({
      code: 2,
      out: "",
      err: "small.yaml, the scenario of out, must be there (got nothing of that name); say where it is with --scenario FILE\n",
    });
    const moved = ["reproduce", "out", "--scenario", "elsewhere/small.yaml"];
    expect(await program(folder, moved)).toMatchObject({ code: 0 });
    write(folder, { "elsewhere/small.yaml": `${smallBorder}# a comment\n` });
    expect(await program(folder, moved)).toEqual({
      code: 2,
      out: "",
      err: "the files of out must be those it was run from (changed since: small.yaml)\n",
    });
  });

  it.each<[what: string, edit: (folder: string) => void, args: readonly string[], message: string]>([
    ["nothing", () => {}, ["nowhere"], "nowhere must be the directory of a run (got nothing of that name)"],
    ["a file", () => {}, ["small.yaml"], "small.yaml must be the directory of a run (got a file)"],
    ["another folder", () => {}, ["."], ". must be the directory of a run (it has no manifest.json"],
    [
      "a study",
      (folder) => change(folder, "manifest.json", (text) => text.replace("{", '{ "command": "sweep",')),
      ["out"],
      "out must be the directory of a run (got one of mpp sweep)",
    ],
    [
      "a shard",
      (folder) => change(folder, "manifest.json", (text) => text.replace("{", '{ "shard": {},')),
      ["out"],
      "out must be the directory of a run (got a shard of one: merge it with the others)",
    ],
    [
      "a run that still runs",
      (folder) => change(folder, "manifest.json", (text) => text.replace('"done": 2', '"done": 0')),
      ["out"],
      "out must be the directory of a run that has finished (got none of its replications)",
    ],
    [
      "a run that was cut short",
      (folder) => change(folder, "manifest.json", (text) => text.replace('"complete"', '"truncated"')),
      ["out"],
      "out must hold a complete run (it is truncated: ); --replication K runs one of its replications again",
    ],
    [
      "a run of an older program",
      (folder) => change(folder, "manifest.json", (text) => text.replace('"asked": {', '"before": {')),
      ["out"],
      "out must say how its run was asked for",
    ],
    [
      "a replication that it has not",
      () => {},
      ["out", "--replication", "2"],
      "--replication must be one that out holds, from 0 to 1 (got 2)",
    ],
  ])("%s is refused", async (_what, edit, args, message) => {
    const folder = await withRun();
    edit(folder);
    const { code, out, err } = await program(folder, ["reproduce", ...args]);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });
});
