import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { smallBorder } from "../../../test/small-border.ts";
import { mpp as mppHere } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, folderBelow, write } from "./support/folder.ts";
import { type Ended, ran, root, start } from "./support/program.ts";

let program: string;

beforeAll(async () => {
  program = await currentProgram();
});

function mpp(args: readonly string[], cwd = root): Promise<Ended> {
  return ran(process.execPath, [program, ...args], cwd);
}

/** The same without a process of its own, which costs a second or two to warm up. */
async function within(args: readonly string[], cwd = root): Promise<Ended> {
  const { printed, ...host } = fakeHost(cwd);
  return { code: await mppHere(args, { ...host, build: { ...host.build, example: "small.yaml" } }), ...printed };
}

/** A folder with a scenario that is read at once. */
function folderOfSmall(): string {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallBorder });
  return folder;
}

it("what is constant in the sources is constant in the bundle, where V8 need not look it up", () => {
  const bundled = Object.values(filesOf(path.dirname(program))).join("\n");
  // A comment with its path stands before each module.
  const modules = bundled.split(/^\/\/ (?=\S+\.\w+$)/m).filter((text) => text.startsWith("packages/"));
  const declared = modules.flatMap((text) => text.match(/^(?:const|let|var) .*/gm) ?? []);
  expect(declared).toContainEqual(expect.stringMatching(/^const mostInHeap = /));
  // Classes become variables; so does what CommonJS dependencies export, made where it is imported.
  const ours = declared.filter((line) => !/^var (\w+ = class\b|import_)/.test(line));
  expect(ours.filter((line) => !line.startsWith("const "))).toEqual([]);
});

it("two runs of the same leave the same bytes, but for the manifest", async () => {
  const folder = folderOfSmall();
  const outs = ["one", "two"].map((name) => path.join(folder, name));
  const short = ["run", path.join(folder, "small.yaml"), "--replications", "2", "--seed", "a"];
  const [one, two] = await Promise.all(outs.map((out) => mpp([...short, "--json", "--fresh", "--out", out])));
  expect([one?.code, one?.err, two?.code]).toEqual([0, "", 0]);
  const document = JSON.parse(one?.out as string) as { measures: { name: string }[] };
  expect(document.measures.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["sector.el-paso.arrivals", "limit.el-paso.used.max-per-day", "system.released"]),
  );
  const [first, second] = outs.map((out) => filesOf(out));
  const { "manifest.json": _first, ...bytes } = first as Record<string, string>;
  const { "manifest.json": _second, ...again } = second as Record<string, string>;
  expect(Object.keys(bytes)).toHaveLength(10);
  expect(again).toEqual(bytes);
  expect(Object.values(bytes).join("")).not.toContain(folder);
});

it.each<[what: string, signals: readonly NodeJS.Signals[]]>([
  // npm passes on what the terminal sends as well, and who is in a hurry presses again.
  ["Ctrl-C, twice at once", ["SIGINT", "SIGINT"]],
  ["a signal to end", ["SIGTERM"]],
])("%s: heard within a replication, exit code 130, and what was finished is kept", async (_what, signals) => {
  const folder = folderOfSmall();
  const out = path.join(folder, "mine/out");
  const long = ["run", "small.yaml", "--until", "2028-09-30", "--replications", "3", "--workers", "1"];
  const { kill, says, ended } = start(process.execPath, [program, ...long, "--progress", "--out", out], folder);
  await says("1 of 3 replications");
  for (const signal of signals) kill(signal);
  const { code, err } = await ended;
  expect(code).toBe(130);
  // A replication takes seconds: one that had to end first would be the second.
  expect(err).toMatch(/interrupted: 1 of 3 replications finished/);
  expect(JSON.parse(filesOf(out)["manifest.json"] as string)).toMatchObject({
    status: "truncated",
    replications: { asked: 3, done: 1 },
  });
  expect(readdirSync(path.dirname(out))).toEqual(["out"]);
});

it("five mistakes are reported in order of place, and nothing is written", async () => {
  const folder = folderOfSmall();
  write(folder, {
    "x.yaml": `mpp: 1
name: x
extends: ./small.yaml
sectors:
  el-paso:
    custody: { capacty: 100 people }
    processing: { agents: -3 }
returnLimits:
  el-paso: { limit: 50 }
cities:
  ciudad-juarez: { shelters: { acceptance: 130 % } }
experiment: { replications: none }
`,
  });
  const before = filesOf(folder);
  for (const args of [
    ["validate", "x.yaml"],
    ["run", "x.yaml"],
  ]) {
    const { code, out, err } = await within(args, folder);
    const lines = (args[0] === "validate" ? out : err).trimEnd().split("\n");
    expect(code).toBe(2);
    for (const line of lines) expect(line).toMatch(/^x\.yaml:\d+:\d+ [\w.-]+ (must|is not) /);
    expect(lines.map((line) => Number(line.split(":")[1]))).toEqual([6, 7, 9, 11, 12]);
    expect(lines[0]).toContain('(did you mean "capacity"?)');
  }
  expect(filesOf(folder)).toEqual(before);
});

it("missing, empty, binary, a directory: one sentence each", async () => {
  const folder = emptyFolder();
  write(folder, { "empty.yaml": "", "binary.yaml": Buffer.from([0x7f, 0x45, 0, 1]), "folder/x.yaml": "" });
  const { code, out } = await mpp(["validate", "missing.yaml", "empty.yaml", "binary.yaml", "folder"], folder);
  expect(code).toBe(2);
  expect(out.split("\n")).toEqual([
    `missing.yaml does not exist in ${folder}`,
    "empty.yaml must not be empty",
    "binary.yaml must be text (got a NUL byte at position 2)",
    "folder must be a file (got a directory)",
    "",
  ]);
});

it("through npm too, paths hold from where the user stands", async () => {
  const folder = folderBelow(path.join(root, ".cache"));
  write(folder, { "mine.yaml": smallBorder, "mine/other.yaml": "" });
  const npm = (file: string) => ran("npm", ["run", "-s", "mpp", "--", "validate", file], folder);
  expect(await npm("mine.yaml")).toMatchObject({ code: 0, err: "" });
  const { code, out } = await npm("mine/mine.yaml");
  expect([code, out]).toEqual([2, `mine/mine.yaml does not exist in ${folder}/mine (did you mean mine.yaml?)\n`]);
});

it("valid scenarios are said to be", async () => {
  // scenario-runs.slow.test.ts runs every one. This one builds on another and has variants.
  const small = path.join(folderOfSmall(), "small.yaml");
  const files = [small, "scenarios/tucson-buses.yaml"];
  const { code, out } = await within(["validate", ...files]);
  expect(code).toBe(0);
  for (const file of files) expect(out).toContain(`${file} is valid: `);
});

it("show prints the effective scenario, its assumptions, its measures", async () => {
  const of = async (...args: string[]) => (await within(["show", "scenarios/del-rio-limit-50.yaml", ...args])).out;
  expect(await of("--set", "sectors.tucson.processing.agents=7")).toMatch(/agents: 7 +# --set/);
  expect(await of("--assumptions")).toContain("sectors.del-rio.arrivals.categories.family.persons");
  expect(await of("--measures")).toContain("limit.LIMIT.days-binding");
});

it("list gives titles and questions, also those of a base, and the problems of what cannot be read", async () => {
  const folder = emptyFolder();
  write(folder, {
    "mine/b.yaml": "name: Second\nextends: ./below/base.yml\n",
    "mine/a.yml": "name: First\nquestion: Why?\n",
    "mine/below/base.yml": "name: Base\nquestion: How?\n",
    "mine/no.csv": "name\n",
    "mine/lock.yaml": "packages: []\n",
    "none/no.csv": "name\n",
  });
  const titles = "mine/a.yml: First\n  Why?\nmine/b.yaml: Second\n  How?\n";
  expect(await within(["list", "mine"], folder)).toEqual({ code: 0, out: titles, err: "" });
  expect((await within(["list"], path.join(folder, "mine"))).out).toBe(titles.replaceAll("mine/", ""));
  const told = JSON.parse((await within(["list", "mine", "--json"], folder)).out);
  expect(told[1]).toEqual({ file: "mine/b.yaml", name: "Second", question: "How?", problems: [] });
  write(folder, { "mine/aa.yaml": "" });
  const { code, out: json } = await within(["list", "mine", "--json"], folder);
  expect([code, JSON.parse(json)[1].problems]).toEqual([2, ["mine/aa.yaml must not be empty"]]);
  const out = titles.replace("mine/b", "mine/aa.yaml must not be empty\nmine/b");
  expect(await within(["list", "mine"], folder)).toEqual({ code: 2, out, err: "" });
  for (const [asked, fault] of [
    ["none", "none must hold a scenario (got no file that ends in .yaml or .yml and has a name)\n"],
    ["nowhere", "nowhere must be a folder that can be read (ENOENT)\n"],
  ] as const) {
    expect(await within(["list", asked], folder)).toEqual({ code: 2, out: "", err: fault });
  }
});

it("the schema that editors use is the one the program prints", async () => {
  const { out } = await within(["schema"]);
  expect(JSON.parse(out)).toEqual(JSON.parse(filesOf(path.join(root, "scenarios"))["scenario.schema.json"] as string));
});

it("init makes a folder that runs, and overwrites nothing", async () => {
  const folder = emptyFolder();
  const made = await mpp(["init", "mine"], folder);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("run mine/my-scenario.yaml");
  const short = ["run", "mine/my-scenario.yaml", "--replications", "1", "--until", "2018-10-07", "--quiet"];
  expect((await within(short, folder)).code).toBe(0);
  const before = filesOf(path.join(folder, "mine"));
  const again = await within(["init", "mine"], folder);
  expect(again.code).toBe(2);
  expect(again.err).toContain("nothing is overwritten");
  expect(filesOf(path.join(folder, "mine"))).toEqual(before);
});

it("output that nobody reads to its end is no fault", async () => {
  const command = `"${process.execPath}" "${program}" schema | head -n 1`;
  const { code, out, err } = await ran("bash", ["-o", "pipefail", "-c", command], root);
  // More than a pipe holds that nobody reads.
  expect(readFileSync(path.join(root, "scenarios/scenario.schema.json")).length).toBeGreaterThan(65_536);
  expect([code, out.split("\n").length, err]).toEqual([0, 2, ""]);
});

it("a run whose progress nobody reads to its end writes its files", async () => {
  const folder = folderOfSmall();
  const out = path.join(folder, "out");
  const words = ["run", "small.yaml", "--until", "2018-10-04", "--replications", "9", "--progress"];
  const command = `"${process.execPath}" "${program}" ${words.join(" ")} --out "${out}" 2>&1 >/dev/null | head -n 1`;
  const { code, out: read } = await ran("bash", ["-o", "pipefail", "-c", command], folder);
  expect([code, read]).toEqual([0, "1 of 9 replications\n"]);
  expect(JSON.parse(filesOf(out)["manifest.json"] as string)).toMatchObject({ status: "complete" });
});
