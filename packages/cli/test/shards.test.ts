import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallBorder, smallQuestion } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { shardAsked, unitsIn } from "../src/shards/shard.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { bytesOf } from "./support/run-bytes.ts";

const run = ["run", "small.yaml", "--until", "2018-10-03", "--replications", "2", "--seed", "a", "--workers", "1"];

async function program(folder: string, args: readonly string[], given: { sources?: string; shard?: string } = {}) {
  const { printed, ...host } = fakeHost(folder, { environment: given.shard ? { MPP_SHARDS: given.shard } : {} });
  const build = { ...host.build, ...(given.sources && { sources: given.sources }) };
  return { code: await mpp(args, { ...host, build }), ...printed };
}

/** Shards of a run, each of a machine of its own, brought together in one folder where nothing else is. */
async function shardsOf(count: number, indices: readonly number[], change: readonly string[] = [], sources?: string) {
  const together = emptyFolder();
  for (const index of indices) {
    const folder = emptyFolder();
    write(folder, { "small.yaml": smallQuestion });
    const one = [...run, ...change, "--shard", `${index}/${count}`, "--out", `part-${index}`];
    expect(await program(folder, one, sources ? { sources } : {})).toMatchObject({ code: 0 });
    cpSync(path.join(folder, `part-${index}`), path.join(together, `part-${index}`), { recursive: true });
  }
  return together;
}

async function inOneGo(): Promise<Record<string, string>> {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallQuestion });
  expect(await program(folder, [...run, "--out", "whole"])).toMatchObject({ code: 0, err: "" });
  return bytesOf(folder, "whole");
}

const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const parts = (indices: readonly number[]): string[] => indices.map((index) => `part-${index}`);

describe("shards that are merged where nothing but their directories is", () => {
  it.each([1, 7])("%i: every file but the manifest has the bytes of a run in one go", async (count) => {
    const folder = await shardsOf(count, all(count));
    const { code, out, err } = await program(folder, ["merge", ...parts(all(count)), "--out", "whole"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("VERDICT");
    expect(bytesOf(folder, "whole")).toEqual(await inOneGo());
    const manifest = JSON.parse(readFileSync(path.join(folder, "whole/manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ status: "complete", scenario: { file: "small.yaml" }, seed: "a" });
  });

  it("units that are missing are told, with their shards, and nothing is written", async () => {
    // Twenty-two units in three shards: 7, 7, 8.
    const folder = await shardsOf(3, [1, 2]);
    const records = path.join(folder, "part-2/records");
    const [lost, damaged] = readdirSync(records).map((file) => path.join(records, file)) as [string, string];
    rmSync(lost);
    const bytes = readFileSync(damaged);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1;
    writeFileSync(damaged, bytes);
    const merge = ["merge", "part-1", "part-2", "--out", "whole"];
    const missing = "10 of 22 units are missing: 2 of shard 2/3; 8 of shard 3/3, which was not given";
    expect(await program(folder, merge)).toEqual({
      code: 2,
      out: "",
      err: `${missing}. Run those shards again, or give --run-missing to run them here\n`,
    });
    expect(Object.keys(filesOf(folder)).filter((file) => file.startsWith("whole"))).toEqual([]);
    const mended = await program(folder, [...merge, "--run-missing", "--workers", "1"]);
    expect(mended).toMatchObject({ code: 0, err: `${missing}. They are run here.\n` });
    expect(bytesOf(folder, "whole")).toEqual(await inOneGo());
  });

  it.each<[what: string, change: readonly string[], sources: string | undefined, message: string]>([
    ["another seed", ["--seed", "b"], undefined, "part-2 must be of the same seed as part-1, a (got b)"],
    [
      "more replications",
      ["--replications", "3"],
      undefined,
      "part-2 must be of the same number of replications as part-1, 2 (got 3)",
    ],
    [
      "a setting",
      ["--set", "returnLimits.el-paso.limit=19/day"],
      undefined,
      'part-2 must be of the same settings as part-1, [[],null,"2018-10-03"] (got [[{"path":"returnLimits.el-paso.limit","value":"19/day"}],null,"2018-10-03"])',
    ],
    [
      "no answer",
      ["--no-answer"],
      undefined,
      "part-2 must be of the same choice of --answer as part-1, true (got false)",
    ],
    [
      "another build",
      [],
      "feedfeedfeedfeed",
      "part-2 must be of this build, mpp-sim 1.2.3 (sources 0123456789ab) (got 1.2.3 (sources feedfeedfeed)): merge it with the program that ran it",
    ],
  ])("%s among them is an error that says which", async (_what, change, sources, message) => {
    const folder = await shardsOf(2, [1]);
    const repeated = change.filter((word) => run.includes(word));
    const own = run.filter((word, index) => !repeated.includes(word) && !repeated.includes(run[index - 1] as string));
    const other = emptyFolder();
    write(other, { "small.yaml": smallQuestion });
    const second = [...own, ...change, "--shard", "2/2", "--out", path.join(folder, "part-2")];
    expect(await program(other, second, sources ? { sources } : {})).toMatchObject({ code: 0 });
    expect(await program(folder, ["merge", "part-1", "part-2"])).toEqual({ code: 2, out: "", err: `${message}\n` });
  });

  it("another text of the scenario among them is an error that names the file", async () => {
    const folder = await shardsOf(2, [1]);
    const other = emptyFolder();
    write(other, { "small.yaml": smallQuestion.replace("limit: 20/day", "limit: 21/day") });
    await program(other, [...run, "--shard", "2/2", "--out", path.join(folder, "part-2")]);
    expect((await program(folder, ["merge", "part-1", "part-2"])).err).toBe(
      "part-2 must be of the same files as part-1 (small.yaml differs)\n",
    );
  });

  it("what is no shard is refused", async () => {
    const folder = await shardsOf(2, [1]);
    write(folder, { "plain/x": "" });
    expect((await program(folder, ["merge", "part-1", "nowhere"])).err).toContain(
      "nowhere must be the directory of a shard (got nothing",
    );
    expect((await program(folder, ["merge", "plain"])).err).toContain(
      "plain must be the directory of a shard (it has no shard.json)",
    );
    rmSync(path.join(folder, "part-1/records"), { recursive: true });
    expect((await program(folder, ["merge", "part-1"])).err).toContain("was it copied whole?");
  });
});

it("a shard says what it is, goes on from what is kept, and is not mistaken for the run", async () => {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallQuestion });
  const first = await program(folder, [...run, "--shard", "2/3"]);
  expect(first).toMatchObject({ code: 0, err: "Shard 2/3 of the run: 7 units.\n" });
  const [, directory = ""] = /^Shard directory {2}(\S+)$/m.exec(first.out) ?? [];
  expect(directory).toMatch(/^runs\/small-a-2-[0-9a-f]{8}\.shard-2-of-3$/);
  expect(first.out).toContain(`mpp merge ${directory.replace("shard-2", "shard-*")}\n`);
  const manifest = JSON.parse(readFileSync(path.join(folder, directory, "manifest.json"), "utf8"));
  expect(manifest).toMatchObject({ status: "complete", shard: { index: 2, count: 3, units: 7, done: 7 } });
  // The very same shard, at once: all of it is kept.
  expect(await program(folder, [...run, "--shard", "2/3"])).toMatchObject({ code: 0 });
  expect((await program(folder, [...run, "--out", directory])).err).toContain("holds a run of other inputs");
  expect((await program(folder, [...run, "--shard", "1/3", "--out", directory])).err).toContain(
    "holds a run of other inputs",
  );
  expect((await program(folder, [...run, "--shard", "2/3", "--resume"])).err).toContain(
    "--resume must not be given for a shard",
  );
});

it("an interrupted shard keeps what was finished, and says that it is not whole", async () => {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallQuestion });
  let asks = 0;
  const { printed, ...host } = fakeHost(folder, { interrupted: () => ++asks > 3 });
  expect(await mpp([...run, "--shard", "1/2", "--out", "part"], host)).toBe(130);
  const { status, shard, reason } = JSON.parse(readFileSync(path.join(folder, "part/manifest.json"), "utf8"));
  expect([status, shard.units, reason]).toEqual(["truncated", 11, `${shard.done} of 11 units done`]);
  expect(shard.done).toBeGreaterThan(0);
  expect(shard.done).toBeLessThan(11);
  expect(readdirSync(path.join(folder, "part/records"))).toHaveLength(shard.done);
  expect(printed.err).toContain("Shard 1/2 is not whole");
  expect(await program(folder, [...run, "--shard", "1/2", "--out", "part"])).toMatchObject({ code: 0 });
});

describe("units of a shard that do not end well", () => {
  /** A shard of a run, with threads in which some units do not. */
  const shardWith = async (text: string) => {
    const folder = emptyFolder();
    write(folder, { "small.yaml": text });
    const unitWorker = new URL("support/failing-worker.mjs", import.meta.url);
    const { printed, ...host } = fakeHost(folder);
    const two = run.map((word, index) => (run[index - 1] === "--workers" ? "2" : word));
    const code = await mpp([...two, "--shard", "1/1", "--out", "part"], { ...host, unitWorker });
    const manifest = JSON.parse(readFileSync(path.join(folder, "part/manifest.json"), "utf8"));
    return { code, err: printed.err, manifest, records: readdirSync(path.join(folder, "part/records")) };
  };

  it("one that exceeds a limit: the budget is spent, the others are kept", async () => {
    const { code, err, manifest, records } = await shardWith(smallBorder);
    const reason = "1 of 2 units done; replication 1: too many events";
    expect([code, manifest.status, manifest.reason, records.length]).toEqual([3, "truncated", reason, 1]);
    expect(err).toContain(`Shard 1/1 is not whole: ${reason}.\n`);
  });

  it("one that fails: the program has failed, whatever else exceeds a limit", async () => {
    // Eleven policies of two replications: the second of each exceeds a limit, the first of the last two policies fails.
    const { code, err, manifest, records } = await shardWith(smallQuestion);
    expect([code, manifest.status, manifest.shard.done, records.length]).toEqual([1, "failed", 9, 9]);
    expect(err.match(/^replication 0 of .*: out of luck$/gm)).toHaveLength(2);
    expect(err.match(/^replication 1.*: too many events$/gm)).toHaveLength(11);
    expect(err).toContain("; the same command runs the rest.\n");
  });
});

describe("which shard", () => {
  it.each<[asked: string | undefined, environment: Record<string, string>, shard: string | undefined]>([
    [undefined, {}, undefined],
    ["2/7", {}, "2/7"],
    ["1/1", {}, "1/1"],
    // What is given wins.
    [
      "2/7",
      { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_MAX: "9", SLURM_ARRAY_TASK_COUNT: "9" },
      "2/7",
    ],
    ["off", { SLURM_ARRAY_TASK_ID: "5" }, undefined],
    // Slurm: from the first of the array.
    [
      undefined,
      { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "5", SLURM_ARRAY_TASK_MAX: "7", SLURM_ARRAY_TASK_COUNT: "3" },
      "1/3",
    ],
    [
      undefined,
      { SLURM_ARRAY_TASK_ID: "0", SLURM_ARRAY_TASK_MIN: "0", SLURM_ARRAY_TASK_MAX: "6", SLURM_ARRAY_TASK_COUNT: "7" },
      "1/7",
    ],
    // Told of how many, from 1: the third alone, run again.
    [
      "/7",
      { SLURM_ARRAY_TASK_ID: "3", SLURM_ARRAY_TASK_MIN: "3", SLURM_ARRAY_TASK_MAX: "3", SLURM_ARRAY_TASK_COUNT: "1" },
      "3/7",
    ],
    // Kubernetes and AWS count from 0.
    ["/7", { JOB_COMPLETION_INDEX: "0" }, "1/7"],
    [undefined, { JOB_COMPLETION_INDEX: "6", MPP_SHARDS: "7" }, "7/7"],
    [undefined, { AWS_BATCH_JOB_ARRAY_INDEX: "6", AWS_BATCH_JOB_ARRAY_SIZE: "7" }, "7/7"],
    ["/9", { AWS_BATCH_JOB_ARRAY_INDEX: "6", AWS_BATCH_JOB_ARRAY_SIZE: "7" }, "7/9"],
  ])("--shard %s with %j is %s", (asked, environment, shard) => {
    const found = shardAsked(asked, environment);
    expect(found && `${found.index}/${found.count}`).toBe(shard);
  });

  it.each<[asked: string | undefined, environment: Record<string, string>, message: string]>([
    ["0/7", {}, "--shard must be from 1/7 to 7/7 (got 0/7)"],
    ["8/7", {}, "--shard must be from 1/7 to 7/7 (got 8/7)"],
    ["1/0", {}, "a run must have 1 to 100000 shards (got 0)"],
    ["2-7", {}, "--shard must be like 2/7, /7 (the number of the shard is in the environment) or off (got 2-7)"],
    [
      "/7",
      {},
      "the number of the shard must be in SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX or JOB_COMPLETION_INDEX (got none of them); or give it, as in --shard 1/7",
    ],
    ["/7", { SLURM_ARRAY_TASK_ID: "0" }, "SLURM_ARRAY_TASK_ID must be from 1 to 7 (got 0)"],
    ["/7", { JOB_COMPLETION_INDEX: "7" }, "JOB_COMPLETION_INDEX must be from 0 to 6 (got 7)"],
    ["/7", { JOB_COMPLETION_INDEX: "x" }, "JOB_COMPLETION_INDEX must be a whole number (got x)"],
    [
      undefined,
      { JOB_COMPLETION_INDEX: "1" },
      "JOB_COMPLETION_INDEX says that this is number 1 from 0, but not of how many: give --shard /N or MPP_SHARDS=N, or --shard off",
    ],
    // An array with gaps.
    [
      undefined,
      { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_MAX: "9", SLURM_ARRAY_TASK_COUNT: "5" },
      "SLURM_ARRAY_TASK_ID says that this is task 5, but not of how many in a row: give --shard /N (tasks are 1 to N), or --shard off",
    ],
  ])("--shard %s with %j is refused", (asked, environment, message) => {
    expect(() => shardAsked(asked, environment)).toThrow(message);
  });

  it("every unit is in one shard, also where there are more shards than units", () => {
    for (const count of [1, 2, 3, 7, 20, 23]) {
      const units = all(20);
      const shared = all(count).map((index) => unitsIn(units, { index, count }));
      expect(shared.flat()).toEqual(units);
      const sizes = shared.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});
