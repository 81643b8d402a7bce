import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Outcome, Unit } from "@mpp-sim/experiment";
import { inThisThread, type Job } from "@mpp-sim/experiment/node";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallBorder, smallQuestion } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { namesOf } from "../src/queue/keys.ts";
import { processorOf } from "../src/queue/process-unit.ts";
import { recordsFolder } from "../src/run/kept-records.ts";
import { startRedis, until } from "./support/engines.ts";
import { fakeHost, type Given } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { start } from "./support/program.ts";
import { bytesOf } from "./support/run-bytes.ts";

const password = "not-to-be-seen";
const short = ["run", "small.yaml", "--until", "2018-10-03", "--replications", "3", "--seed", "a", "--out", "out"];

function folderWith(text: string): string {
  const folder = emptyFolder();
  write(folder, { "small.yaml": text });
  return folder;
}

/** Within this process; what was printed is there at once. */
function within(folder: string, args: readonly string[], given: Given = {}, sources = "0123456789abcdef") {
  const { printed, ...host } = fakeHost(folder, given);
  const ended = mpp(args, { ...host, build: { ...host.build, sources } });
  return { ended, printed };
}

async function aloneWith(text: string, args = short): Promise<Record<string, string>> {
  const folder = folderWith(text);
  expect(await within(folder, [...args, "--workers", "1"]).ended).toBe(0);
  return bytesOf(folder, "out");
}

function connectedTo(address: string): Redis {
  const redis = new Redis(address, { maxRetriesPerRequest: null });
  onTestFinished(() => redis.disconnect());
  return redis;
}

/** Takes units as a worker does, but fails at some, and says of others that they exceed a limit. */
function failingAt(
  address: string,
  isBad: (unit: Unit) => boolean,
  isLong: (unit: Unit) => boolean = () => false,
): void {
  const redis = connectedTo(address);
  const { queue } = namesOf(fakeHost("").build);
  const run = async (texts: string, unit: Unit): Promise<Outcome | undefined> => {
    if (isBad(unit)) throw new Error("out of luck");
    const job = JSON.parse(gunzipSync((await redis.getBuffer(texts)) as Buffer).toString()) as Job;
    let told: Outcome | undefined;
    const tell = (_: Unit, outcome: Outcome): void => {
      const cut = "result" in outcome && isLong(unit);
      told = cut ? { result: { ...outcome.result, status: "truncated", message: "too long" } } : outcome;
    };
    await inThisThread(job, async () => {}).run([unit], tell, () => false);
    return told;
  };
  const worker = new Worker(queue, processorOf(redis, run), { connection: redis, prefix: "mpp" });
  onTestFinished(() => worker.close());
}

it("three workers, one killed within a unit and one that joins late, leave the bytes of a run in one go", async () => {
  const program = await currentProgram();
  const { address } = await startRedis(password);
  const redis = connectedTo(address);
  const folder = folderWith(smallQuestion);
  // As a user gives a password: in the environment, which is not shown to others.
  const environment = { MPP_QUEUE: address };
  const worker = () => start(process.execPath, [program, "worker", "--workers", "1"], folder, environment);
  const asker = start(process.execPath, [program, ...short, "--progress"], folder, environment);
  await asker.says("No worker of mpp-sim");
  const killed = worker();
  const sources = /\(sources ([0-9a-f]{12})\)/.exec(asker.said())?.[1] as string;
  const [queue] = await until("the queue is there", async () => {
    const keys = await redis.keys(`mpp:units-${sources}*:active`);
    return keys.length === 1 ? keys : undefined;
  });
  await until("a unit is under way", async () => ((await redis.llen(queue as string)) > 0 ? true : undefined));
  killed.kill("SIGKILL");
  const second = worker();
  await until("some units are done", async () => ((await redis.keys("mpp:record:*")).length > 2 ? true : undefined));
  const late = worker();
  const { code, err, out } = await asker.ended;
  expect([code, out.includes("VERDICT")]).toEqual([0, true]);
  for (const one of [second, late]) one.kill("SIGTERM");
  const ends = await Promise.all([second.ended, late.ended]);
  expect(ends.map((end) => end.code)).toEqual([0, 0]);
  // A unit of the killed worker was run by another; none was set aside.
  const counts = ends.map((end) => Number(/^(\d+) units done\.$/m.exec(end.out)?.[1]));
  expect((counts[0] as number) + (counts[1] as number)).toBeGreaterThanOrEqual(29);
  expect(err).not.toContain("set aside");

  expect(bytesOf(folder, "out")).toEqual(bytesOf(await aloneAt(program), "out"));
  const everything = [err, out, ...ends.flatMap((end) => [end.out, end.err]), ...Object.values(filesOf(folder))];
  expect(everything.join("\n")).not.toContain(password);
  expect(ends[0]?.out).toContain("takes units from redis://:***@127.0.0.1:");
});

/** A folder with the run by one process. */
async function aloneAt(program: string): Promise<string> {
  const folder = folderWith(smallQuestion);
  expect((await start(process.execPath, [program, ...short], folder).ended).code).toBe(0);
  return folder;
}

it("a unit that fails three times is set aside and named, the rest is done, and the run can go on from it", async () => {
  const { address } = await startRedis(password);
  let tried = 0;
  failingAt(address, ({ replication }) => replication === 1 && ++tried > 0);
  const folder = folderWith(smallBorder);
  const { ended, printed } = within(folder, short, { environment: { MPP_QUEUE: address } });
  expect(await ended).toBe(1);
  expect(tried).toBe(3);
  expect(printed.err).toContain("replication 1 is set aside after 3 tries: out of luck\n");
  const { status, reason, replications } = JSON.parse(filesOf(folder)["out/manifest.json"] as string);
  expect([status, replications]).toEqual(["failed", { asked: 3, done: 1 }]);
  expect(reason).toMatch(/^replication 1 failed: out of luck \(tried 3 times, then set aside\)/);
  const kept = readdirSync(path.join(folder, recordsFolder), { recursive: true, encoding: "utf8" });
  expect(kept.filter((file) => file.endsWith(".record"))).toHaveLength(2);
  expect(await within(folder, [...short, "--queue", "off", "--workers", "1"]).ended).toBe(0);
  expect(bytesOf(folder, "out")).toEqual(await aloneWith(smallBorder));
});

it("a unit that exceeds a limit elsewhere is run where its run is, which finds out for itself how it ends", async () => {
  const { address } = await startRedis(password);
  const isLong = ({ replication }: Unit): boolean => replication === 1;
  failingAt(address, () => false, isLong);
  const folder = folderWith(smallBorder);
  expect(await within(folder, short, { environment: { MPP_QUEUE: address } }).ended).toBe(0);
  expect(bytesOf(folder, "out")).toEqual(await aloneWith(smallBorder));
});

it("a worker of another build says so and takes nothing; an interrupted run leaves nothing in the queue", async () => {
  const { address } = await startRedis(password);
  const redis = connectedTo(address);
  let isOver = false;
  const given: Given = { environment: { MPP_QUEUE: address }, interrupted: () => isOver };
  const folder = folderWith(smallBorder);
  const run = within(folder, short, given);
  const { queue } = namesOf(fakeHost("").build);
  await until("units wait", async () => ((await redis.llen(`mpp:${queue}:wait`)) === 3 ? true : undefined));
  const other = within(folder, ["worker"], given, "fedcba9876543210");
  const sentence =
    "A run waits for workers of mpp-sim 1.2.3 (sources 0123456789ab). This one is mpp-sim 1.2.3 (sources fedcba987654): it takes nothing of it.\n";
  await until("the worker says so", () => (other.printed.err.includes(sentence) ? true : undefined));
  expect(await redis.llen(`mpp:${queue}:wait`)).toBe(3);
  isOver = true;
  expect([await run.ended, await other.ended]).toEqual([130, 0]);
  expect(other.printed.out).toContain("0 units done.\n");
  expect(await redis.llen(`mpp:${queue}:wait`)).toBe(0);
});

it("a wrong password is told, and not shown", async () => {
  const { port } = await startRedis(password);
  const { ended, printed } = within(folderWith(smallBorder), [
    ...short,
    "--queue",
    `redis://:wrong-one@127.0.0.1:${port}`,
  ]);
  expect(await ended).toBe(2);
  expect(printed.err).toMatch(/^Redis must answer at redis:\/\/:\*\*\*@127\.0\.0\.1:\d+ \(got WRONGPASS/);
  expect(printed.err).not.toContain("wrong-one");
});

it("what was run before, and is still in Redis, is not run again", async () => {
  const { address } = await startRedis(password);
  const redis = connectedTo(address);
  const runs: number[] = [];
  failingAt(address, ({ replication }) => runs.push(replication) < 0);
  const environment = { MPP_QUEUE: address };
  expect(await within(folderWith(smallBorder), short, { environment }).ended).toBe(0);
  // Somebody else asks the same.
  const folder = folderWith(smallBorder);
  expect(await within(folder, short, { environment }).ended).toBe(0);
  expect(runs.sort()).toEqual([0, 1, 2]);
  expect(bytesOf(folder, "out")).toEqual(await aloneWith(smallBorder));
  // A record that was damaged on its way is no record.
  const [key] = (await redis.keys("mpp:record:*")) as [string];
  const bytes = (await redis.getBuffer(key)) as Buffer;
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1;
  await redis.set(key, bytes);
  const third = folderWith(smallBorder);
  expect(await within(third, short, { environment }).ended).toBe(0);
  expect(runs).toHaveLength(4);
  expect(readFileSync(path.join(third, "out/summary.json"), "utf8")).toBe(
    readFileSync(path.join(folder, "out/summary.json"), "utf8"),
  );
});
