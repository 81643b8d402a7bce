import type { Simulate } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import type { ExitCode } from "../src/exit-code.ts";
import type { RunRequest } from "../src/run/run-request.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { showScenario } from "../src/show-scenario.ts";
import { validateScenarios } from "../src/validate-scenarios.ts";
import { asked as usual } from "./support/asked.ts";
import { type FakeHost, fakeHost, type Given } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { uneventful } from "./support/uneventful.ts";

/** Variants of a limit. */
const text = `mpp: 1
name: How low a limit?
extends: ./small.yaml
variants:
  low: { label: a low limit, at: 50 a day, returnLimits: { el-paso: { limit: 50/day } } }
  middle: { at: 100 a day, returnLimits: { el-paso: { limit: 100/day } } }
  shut: { at: 0 a day, returnPoints: { paso-del-norte: { open: no } } }
  base: { label: as it was, at: 200 a day }
`;
/** A ruling on the second of two dates. */
const ruling = `mpp: 1
name: Which ruling?
extends: ./small.yaml
policy:
  - { on: 2018-10-02, branch: { stay: { probability: 60 % }, injunction: { probability: 40 %, suspend: returns } } }
`;
const scenario: Record<string, string> = {
  "limits.yaml": text,
  "ruling.yaml": ruling,
  "small.yaml": smallBorder,
};

const asked: RunRequest = { ...usual, file: "limits.yaml", replications: 3 };

interface Done {
  readonly code: ExitCode;
  readonly host: FakeHost;
  readonly files: Record<string, string>;
  readonly manifest: Record<string, unknown> | undefined;
}

function machine(given?: Given): FakeHost {
  const folder = emptyFolder();
  write(folder, scenario);
  return fakeHost(folder, given);
}

async function run(change: Partial<RunRequest> = {}, simulate: Simulate = uneventful, given?: Given): Promise<Done> {
  const host = machine(given);
  const code = await runScenario({ ...asked, ...change }, host, simulate);
  const files = Object.fromEntries(Object.entries(filesOf(host.cwd)).filter(([name]) => name.startsWith("out/")));
  const manifest = files["out/manifest.json"];
  return { code, host, files, manifest: manifest === undefined ? undefined : JSON.parse(manifest) };
}

it("a run of variants leaves their differences as well, and its manifest names them", async () => {
  const { code, host, files, manifest } = await run();
  expect(code).toBe(0);
  expect(Object.keys(files).map((name) => name.replace("out/", ""))).toEqual([
    "bottlenecks.json",
    "daily.csv",
    "differences.json",
    "manifest.json",
    "measures.csv",
    "replications.csv",
    "report.html",
    "scenario.resolved.yaml",
    "summary.json",
  ]);
  expect(manifest).toMatchObject({
    reference: "base",
    replications: { asked: 3, done: 3 },
    status: "complete",
    outputs: expect.arrayContaining([{ file: "differences.json", sha256: expect.any(String) }]),
  });
  expect(manifest?.variants).toMatchObject(["low", "middle", "shut", "base"].map((name) => ({ name })));
  expect(host.printed.out).toMatch(/^How low a limit\? · /);
  expect(host.printed.out).toMatch(/\nNext, try {6}mpp show limits.yaml --assumptions\n$/);
  expect(host.printed.err).toBe("");
});

it("--variant runs those named and the one they are compared with", async () => {
  const { manifest, files } = await run({ variant: ["shut"] });
  expect(manifest?.variants).toMatchObject([{ name: "shut" }, { name: "base" }]);
  const { manifest: all } = await run();
  expect(all?.key).not.toBe(manifest?.key);
  expect(new Set(files["out/replications.csv"]?.split("\n").map((line) => line.split(",")[4]))).toEqual(
    new Set(["variant", "base", "shut", undefined]),
  );
});

it.each([
  ["limits.yaml", "lo", ' (did you mean "low"?)'],
  ["limits.yaml", "x", " (it has low, middle, shut, base)"],
  ["small.yaml", "base", " (it has none)"],
])("a variant that %s does not have is bad input: %s", async (file, variant, hint) => {
  const sentence = `--variant must be a variant of ${file}, got "${variant}"${hint}`;
  await expect(run({ file, variant: [variant] })).rejects.toThrow(sentence);
  const shown = { ...asked, file, variant, assumptions: false, measures: false };
  await expect(showScenario(shown, machine())).rejects.toThrow(sentence);
});

it("progress counts replications times variants", async () => {
  const { host } = await run({ progress: true, replications: 2 });
  expect(host.printed.err).toBe([1, 2, 3, 4, 5, 6, 7, 8].map((done) => `${done} of 8 replications\n`).join(""));
});

it("an interruption anywhere leaves whole replications of every variant: exit code 130", async () => {
  let questions = 0;
  const { code, files, host, manifest } = await run({}, uneventful, { interrupted: () => ++questions > 7 });
  expect(code).toBe(130);
  expect(manifest).toMatchObject({ status: "truncated", replications: { asked: 3, done: 1 } });
  expect(host.printed.err).toContain("interrupted: 1 of 3 replications finished; what was finished is kept in out");
  const rows = files["out/replications.csv"]
    ?.trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  expect(new Set((rows ?? []).map((row) => `${row[0]} ${row[4]}`))).toEqual(
    new Set(["0 low", "0 middle", "0 shut", "0 base"]),
  );
});

it("budgets and errors end it as they end a run, and name the variant", async () => {
  const at = (variant: number, replication: number, simulate: Simulate): Simulate => {
    let calls = 0;
    return (parameters, options) =>
      (calls++ === 4 * replication + variant ? simulate : uneventful)(parameters, options);
  };
  const long = at(2, 1, (parameters, options) => ({
    ...uneventful(parameters, options),
    status: "truncated",
    message: "run stopped at 9 events",
  }));
  const budget = await run({}, long);
  expect(budget.code).toBe(3);
  expect(budget.host.printed.err).toContain("replication 1 of variant shut stopped: run stopped at 9 events");
  const failing = at(0, 2, () => {
    throw new RangeError("delay must be finite, got NaN");
  });
  const failed = await run({}, failing);
  expect(failed.code).toBe(1);
  expect(failed.manifest).toMatchObject({ status: "failed", replications: { asked: 3, done: 2 } });
  expect(failed.host.printed.err).toMatch(
    /replication 2 of variant low failed: delay must be finite, got NaN[\s\S]*fault of the program[\s\S]*seed: "a"/,
  );
});

it("--json is one document", async () => {
  const { host } = await run({ json: true });
  const document = JSON.parse(host.printed.out);
  expect(document).toMatchObject({ reference: "base", comparisons: 3, directory: "out" });
  expect(document.variants[0]).toMatchObject({ name: "low", label: "a low limit", at: { value: 50, unit: "a day" } });
});

it("show prints the effective scenario of a variant; validate counts variants", async () => {
  const host = machine();
  await showScenario({ ...asked, variant: "shut", assumptions: false, measures: false }, host);
  expect(host.printed.out).toMatch(/open: no # limits.yaml:7\n/);
  expect(host.printed.out).not.toContain("variants:");
  validateScenarios({ ...asked, files: [asked.file] }, host);
  expect(host.printed.out).toMatch(/limits.yaml is valid: How low a limit\?, 2018-10-01 to 2018-10-02, 4 variants\n$/);
});

it("futures are run as variants are, and end summary.json with their mixture unless one is left out", async () => {
  const variants = ({ files }: Done): string[] => [
    ...new Set<string>(JSON.parse(files["out/summary.json"] ?? "[]").map((one: { variant: string }) => one.variant)),
  ];
  const all = await run({ file: "ruling.yaml" });
  expect([all.code, variants(all)]).toEqual([0, ["stay", "injunction", "mixture"]]);
  expect(all.manifest).toMatchObject({ reference: "stay", variants: [{ name: "stay" }, { name: "injunction" }] });
  expect(variants(await run({ file: "ruling.yaml", variant: ["stay"] }))).toEqual(["stay"]);
  const host = machine();
  validateScenarios({ ...asked, files: ["ruling.yaml"] }, host);
  expect(host.printed.out).toMatch(/ruling.yaml is valid: Which ruling\?, 2018-10-01 to 2018-10-02, 2 futures\n$/);
});

it("the same run has the same bytes, but for the manifest", async () => {
  const [one, two] = [await run({ variant: ["low"] }), await run({ variant: ["low"] })];
  const bytes = ({ files: { "out/manifest.json": _, ...files } }: Done): Record<string, string> => files;
  expect(bytes(two)).toEqual(bytes(one));
});
