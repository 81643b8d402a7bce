import { readdirSync } from "node:fs";
import path from "node:path";
import { type CaseTable, simulateBorder } from "@mpp-sim/border";
import type { Simulate } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import type { ExitCode } from "../src/exit-code.ts";
import type { RunRequest } from "../src/run/run-request.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { asked } from "./support/asked.ts";
import { type FakeHost, fakeHost, type Given } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";
import { uneventful } from "./support/uneventful.ts";

const scenario = { "small.yaml": smallBorder };

interface Done {
  readonly code: ExitCode;
  readonly host: FakeHost;
  readonly manifest: Record<string, unknown> | undefined;
}

async function run(folder: string, change: Partial<RunRequest>, simulate?: Simulate, given?: Given): Promise<Done> {
  const host = fakeHost(folder, given);
  write(folder, scenario);
  const code = await runScenario({ ...asked, ...change }, host, simulate);
  const text = filesOf(folder)["out/manifest.json"];
  return { code, host, manifest: text === undefined ? undefined : JSON.parse(text) };
}

it("a run leaves a directory, a summary, and says what to try next", async () => {
  const folder = emptyFolder();
  const { code, host, manifest } = await run(folder, { replications: 2 });
  expect(code).toBe(0);
  expect(readdirSync(path.join(folder, "out")).sort()).toEqual([
    "bottlenecks.json",
    "daily.csv",
    "manifest.json",
    "measures.csv",
    "records",
    "records.csv",
    "replications.csv",
    "report.html",
    "scenario.resolved.yaml",
    "summary.json",
  ]);
  expect(manifest).toMatchObject({
    format: 1,
    program: { name: "mpp-sim", version: "1.2.3", commit: null },
    seed: "a",
    streamScheme: "philox4x32-10/seedrandom-3",
    replications: { asked: 2, done: 2 },
    status: "complete",
    reason: "",
  });
  expect(host.printed.out).toMatch(/^A small border · /);
  expect(host.printed.out).toMatch(
    /\nRun directory {2}out\nReport {9}out\/report.html\nMore {11}all tables: the same command with --full\nNext, try {6}mpp show small.yaml --assumptions\n$/,
  );
  expect(host.printed.err).toBe("");
});

it("people who do not balance are a fault of the program: exit code 1, kept and marked", async () => {
  const folder = emptyFolder();
  const loseOne = (cases: CaseTable): void => {
    const [row] = cases.rows();
    cases.size[row!]!--;
  };
  const losing: Simulate = (parameters, options) =>
    simulateBorder(parameters, { ...options, tamper: { at: 100, change: loseOne } });
  const { code, host, manifest } = await run(folder, { replications: 1, until: "2018-10-06" }, losing);
  expect(code).toBe(1);
  expect(manifest).toMatchObject({ status: "failed", reason: "people do not balance in 1 of 1 replications" });
  expect(host.printed.err).toMatch(/people do not balance[\s\S]*fault of the program[\s\S]*seed: "a"/);
});

it("an error in a replication is a fault of the program: exit code 1, those before it are kept", async () => {
  const folder = emptyFolder();
  const failing: Simulate = (parameters, options) => {
    if (options.replication === 2) throw new RangeError("delay must be finite, got NaN");
    return uneventful(parameters, options);
  };
  const { code, host, manifest } = await run(folder, {}, failing);
  expect(code).toBe(1);
  expect(manifest).toMatchObject({ status: "failed", replications: { asked: 4, done: 2 } });
  expect(host.printed.err).toMatch(
    /replication 2 failed: delay must be finite, got NaN[\s\S]*fault of the program[\s\S]*seed: "a"/,
  );
});

it("a budget that is exceeded: exit code 3, those before it are kept and marked", async () => {
  const folder = emptyFolder();
  const long: Simulate = (parameters, options) => ({
    ...uneventful(parameters, options),
    ...(options.replication === 3 ? { status: "truncated", message: "run stopped at 9 events" } : {}),
  });
  const { code, host, manifest } = await run(folder, {}, long);
  expect(code).toBe(3);
  expect(manifest).toMatchObject({ status: "truncated", replications: { asked: 4, done: 3 } });
  expect(host.printed.err).toMatch(/run stopped at 9 events.*kept in out/);
});

it("every replication has budgets", async () => {
  const seen: unknown[] = [];
  await run(emptyFolder(), { replications: 1 }, (parameters, options) => {
    seen.push(options.limits);
    return uneventful(parameters, options);
  });
  expect(seen).toEqual([
    { events: expect.any(Number), pendingEvents: expect.any(Number), budget: expect.any(Function) },
  ]);
});

it("an interruption: exit code 130, what was finished is kept and marked", async () => {
  const folder = emptyFolder();
  let questions = 0;
  const { code, manifest } = await run(folder, {}, uneventful, { interrupted: () => ++questions > 3 });
  expect(code).toBe(130);
  expect(manifest).toMatchObject({ status: "truncated", replications: { asked: 4, done: 3 } });
});

it("interruptions are listened for until what was finished is written, also when it cannot be", async () => {
  const folder = emptyFolder();
  const written: boolean[] = [];
  const deaf = () => {
    written.push("out/manifest.json" in filesOf(folder));
  };
  await run(folder, { replications: 1 }, uneventful, { deaf });
  expect(written).toEqual([true]);
  const inTheWay: Simulate = (parameters, options) => {
    write(folder, { "other/notes.txt": "" });
    return uneventful(parameters, options);
  };
  await expect(run(folder, { out: "other" }, inTheWay, { deaf })).rejects.toThrow(
    "holds notes.txt, which is no part of a run",
  );
  expect(written).toHaveLength(2);
});

it("an interruption before anything is finished leaves nothing", async () => {
  const folder = emptyFolder();
  const { code, host } = await run(folder, {}, uneventful, { interrupted: () => true });
  expect(code).toBe(130);
  expect(host.printed).toEqual({
    out: "",
    err: "The run is truncated: interrupted: 0 of 4 replications finished; nothing was written.\n",
  });
  expect(filesOf(folder)).toEqual(scenario);
});

it("a run is replaced by the same run, but not a complete one by a part of it", async () => {
  const folder = emptyFolder();
  let questions = 0;
  await run(folder, {}, uneventful, { interrupted: () => ++questions > 3 });
  expect((await run(folder, {}, uneventful)).manifest).toMatchObject({ status: "complete" });
  const interrupted = await run(folder, {}, uneventful, { interrupted: () => ++questions % 3 === 0 });
  expect(interrupted).toMatchObject({ code: 130, manifest: { status: "complete" } });
});

it("what is in the way stops a run before it starts", async () => {
  const folder = emptyFolder();
  write(folder, { "out/notes.txt": "" });
  const never: Simulate = () => {
    throw new Error("must not run");
  };
  await expect(run(folder, {}, never)).rejects.toThrow("out must be empty or hold a run (it holds other files)");
  expect(filesOf(folder)).toEqual({ ...scenario, "out/notes.txt": "" });
});

it("without --out the directory is named after what was run; another scenario or seed has another", async () => {
  const folder = emptyFolder();
  const runs: Partial<RunRequest>[] = [{}, { seed: "b" }, { until: "2018-10-03" }, {}];
  for (const change of runs) await run(folder, { out: undefined, ...change }, uneventful);
  expect(readdirSync(path.join(folder, "runs")).map((name) => name.replace(/[0-9a-f]{8}$/, "KEY"))).toEqual([
    "small-a-4-KEY",
    "small-a-4-KEY",
    "small-b-4-KEY",
  ]);
});

it.each<Partial<RunRequest>>([{ until: "2018-10-03" }, { seed: "b" }, { replications: 3 }])(
  "a run does not take the place of one that differs by %o",
  async (change) => {
    const folder = emptyFolder();
    await run(folder, {}, uneventful);
    await expect(run(folder, change, uneventful)).rejects.toThrow("out holds a run of other inputs");
  },
);

it("--json is one document; --quiet is nothing", async () => {
  const folder = emptyFolder();
  const json = await run(folder, { json: true }, uneventful);
  expect(JSON.parse(json.host.printed.out)).toMatchObject({ seed: "a", directory: "out" });
  expect((await run(folder, { quiet: true }, uneventful)).host.printed).toEqual({ out: "", err: "" });
});

it("progress is a bar on a terminal, lines where asked for, else nothing", async () => {
  const folder = emptyFolder();
  const bar = await run(folder, {}, uneventful, { terminal: true, environment: {} });
  expect(bar.host.printed.err).toContain("4/4 replications");
  const lines = await run(folder, { progress: true }, uneventful);
  expect(lines.host.printed.err).toBe([1, 2, 3, 4].map((done) => `${done} of 4 replications\n`).join(""));
  const many = await run(folder, { progress: true, replications: 50, out: "many" }, uneventful);
  expect(many.host.printed.err.split("\n").slice(0, 2)).toEqual(["3 of 50 replications", "6 of 50 replications"]);
});

it.each<[colored: boolean, given: Given, change: Partial<RunRequest>]>([
  [true, { terminal: true }, {}],
  [false, { terminal: false }, {}],
  [false, { terminal: true }, { color: false }],
  [false, { terminal: true, environment: { NO_COLOR: "1" } }, {}],
  [true, { terminal: true, environment: { NO_COLOR: "" } }, {}],
  [false, { terminal: true, environment: { TERM: "dumb" } }, {}],
])("colour: %s for %o %o", async (colored, given, change) => {
  const { host } = await run(emptyFolder(), { replications: 1, ...change }, uneventful, given);
  expect(host.printed.out.includes("\u001b[")).toBe(colored);
});

it("after a scenario with a twin of its own comes that one, and after the twin what it rests on", async () => {
  const next = async (name: string): Promise<string> => {
    const file = path.join(scenarios, `${name}.yaml`);
    const { host } = await run(emptyFolder(), { file, until: "2019-11-24" }, uneventful);
    return /^Next, try +mpp (\S+) \S*\/([\w-]+)\.yaml/m.exec(host.printed.out)?.slice(1).join(" ") ?? "";
  };
  expect(await next("sasabe-night")).toBe("run sasabe-night-no-bus");
  expect(await next("sasabe-night-no-bus")).toBe("show sasabe-night-no-bus");
  expect(await next("tucson-no-bus")).toBe("show tucson-no-bus");
});

it("after the question of a bus comes the same without it", async () => {
  const file = path.join(scenarios, "tucson-el-paso-bus.yaml");
  const { host } = await run(emptyFolder(), { file, seed: "it's", until: "2019-12-31" }, uneventful);
  const without = path.join(scenarios, "tucson-no-bus.yaml");
  expect(host.printed.out).toContain(
    `Next, try      mpp run ${without} --seed 'it'\\''s' --replications 4 --until 2019-12-31\n`,
  );
});
