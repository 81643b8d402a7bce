import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallBorder, smallQuestion } from "../../../test/small-border.ts";
import { recordsFolder } from "../src/run/kept-records.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { ran, start } from "./support/program.ts";
import { bytesOf, isWholeOrAbsent } from "./support/run-bytes.ts";

/** Runs that are killed: a thousand by MPP_KILLS=1000, in some twenty minutes. */
const kills = Number(process.env.MPP_KILLS ?? 50);
const replications = 200;
const args = [
  "run",
  "small.yaml",
  "--replications",
  String(replications),
  "--workers",
  "1",
  "--out",
  "out",
  "--progress",
];

function folderWith(text: string): string {
  const folder = emptyFolder();
  write(folder, { "small.yaml": text });
  return folder;
}

/** Numbers from 0 to 1 from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Records that are kept, with which file each is: one that is written again is another file. */
function kept(folder: string): ReadonlyMap<string, number> {
  const store = path.join(folder, recordsFolder);
  const files = existsSync(store) ? readdirSync(store, { recursive: true, encoding: "utf8" }) : [];
  const records = files.filter((file) => file.endsWith(".record"));
  return new Map(records.map((file) => [file, statSync(path.join(store, file)).ino]));
}

it(`${kills} kills at random moments: what was done is kept, --resume goes on from there, and the bytes are those of one run`, async () => {
  const program = await currentProgram();
  const whole = folderWith(smallBorder);
  const one = folderWith(smallBorder);
  const began = Date.now();
  expect(await ran(process.execPath, [program, ...args.with(3, "1")], one)).toMatchObject({ code: 0 });
  const starting = Date.now() - began;
  expect(await ran(process.execPath, [program, ...args], whole)).toMatchObject({ code: 0 });
  const bytes = bytesOf(whole, "out");

  const random = randomOf(12);
  let folder = folderWith(smallBorder);
  let before = kept(folder);
  let killed = 0;
  let between = 0;
  for (let tried = 0; killed < kills; tried++) {
    // No machine is so fast that all of it is done each time.
    expect(tried).toBeLessThan(5 * kills + 20);
    const manifest = path.join(folder, "out/manifest.json");
    const isBegun = existsSync(manifest);
    const resume = isBegun ? ["--resume"] : [];
    const run = start(process.execPath, [program, ...args, ...resume], folder);
    // Some fall into the start, most into the replications, and some into what comes after: there is no such line then.
    const line = 10 * (Math.floor(before.size / 10) + 1 + Math.floor(2 * random()));
    await (random() < 0.2 ? later(starting * random()) : run.says(`${line} of 200 replications`));
    await later(40 * random());
    run.kill("SIGKILL");
    const { code, err: said } = await run.ended;
    const now = kept(folder);
    // Whatever was finished before is there, and was not run again.
    expect([...before].filter(([file, inode]) => now.get(file) !== inode)).toEqual([]);
    // Whatever was told to be done is kept: what is lost was under way.
    const told = Math.max(0, ...[...said.matchAll(/^(\d+) of 200 replications$/gm)].map(([, done]) => Number(done)));
    expect(now.size).toBeGreaterThanOrEqual(told);
    expect(isWholeOrAbsent(path.join(folder, "out"))).toBe(true);
    // A process that was killed has no exit code.
    if (code === null) {
      killed++;
      if (now.size > before.size && now.size < replications) between++;
      before = now;
      continue;
    }
    expect([code, now.size], said).toEqual([0, replications]);
    expect(bytesOf(folder, "out")).toEqual(bytes);
    expect(readdirSync(folder).sort()).toEqual(["out", "runs", "small.yaml"]);
    folder = folderWith(smallBorder);
    before = kept(folder);
  }
  // The last of all is not killed.
  const resume = existsSync(path.join(folder, "out/manifest.json")) ? ["--resume"] : [];
  expect(await ran(process.execPath, [program, ...args, ...resume], folder)).toMatchObject({ code: 0 });
  expect(bytesOf(folder, "out")).toEqual(bytes);
  expect(JSON.parse(readFileSync(path.join(folder, "out/manifest.json"), "utf8")).status).toBe("complete");
  // Many fell in the midst of the replications.
  expect(between).toBeGreaterThan(kills / 3);
});

it("one, two and eight threads leave the same bytes, and so does a run of eight that was killed and goes on", async () => {
  const program = await currentProgram();
  const run = (workers: number): string[] => [
    ...[program, "run", "small.yaml", "--until", "2018-10-05", "--replications", "8", "--out", "out", "--progress"],
    ...["--workers", String(workers)],
  ];
  const [first, ...others] = [1, 2, 8].map((workers) => ({ workers, folder: folderWith(smallQuestion) }));
  const bytesWith = async ({ workers, folder }: { workers: number; folder: string }) => {
    expect(await ran(process.execPath, run(workers), folder)).toMatchObject({ code: 0 });
    return bytesOf(folder, "out");
  };
  const bytes = await bytesWith(first as { workers: number; folder: string });
  for (const other of others) expect(await bytesWith(other)).toEqual(bytes);

  const folder = folderWith(smallQuestion);
  const child = start(process.execPath, run(8), folder);
  await child.says(" replications\n");
  child.kill("SIGKILL");
  expect((await child.ended).code).toBeNull();
  expect(kept(folder).size).toBeGreaterThan(0);
  expect(await ran(process.execPath, [...run(8), "--resume"], folder)).toMatchObject({ code: 0 });
  expect(bytesOf(folder, "out")).toEqual(bytes);
});
