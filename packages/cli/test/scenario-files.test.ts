import { cpSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { runScenario } from "../src/run/run-scenario.ts";
import { validateScenarios } from "../src/validate-scenarios.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";
import { uneventful } from "./support/uneventful.ts";

const changes = { set: [], from: undefined, until: undefined };
const asked = {
  ...changes,
  variant: [],
  until: "2019-11-24",
  seed: "a",
  replications: 1,
  out: undefined,
  json: false,
  quiet: true,
  progress: false,
  workers: 1,
  resume: false,
  fresh: false,
  color: false,
};

it("a run leaves the same bytes however its path is spelled, and wherever its tree lies", async () => {
  const folder = emptyFolder();
  for (const tree of ["tree", "other/tree-2"]) cpSync(scenarios, path.join(folder, tree), { recursive: true });
  symlinkSync("tree", path.join(folder, "linked"));
  const spelled: [cwd: string, file: string][] = [
    [".", "tree/tucson-no-bus.yaml"],
    [".", "./tree/questions/../tucson-no-bus.yaml"],
    [".", path.join(folder, "tree/tucson-no-bus.yaml")],
    [".", "linked/tucson-no-bus.yaml"],
    ["tree", "tucson-no-bus.yaml"],
    ["tree/questions", "../tucson-no-bus.yaml"],
    ["other", "tree-2/tucson-no-bus.yaml"],
  ];
  const left = [];
  for (const [cwd, file] of spelled) {
    const host = fakeHost(path.join(folder, cwd));
    expect(await runScenario({ ...asked, file }, host, uneventful)).toBe(0);
    const runs = path.join(folder, cwd, "runs");
    const names = Object.keys(filesOf(runs)).filter((name) => name.endsWith("manifest.json"));
    const [name] = names as [string];
    const { "manifest.json": manifest, ...files } = filesOf(path.join(runs, path.dirname(name)));
    const { key, scenario, inputs } = JSON.parse(manifest as string);
    left.push({ name, key, scenario, inputs, files });
    expect(names).toHaveLength(1);
  }
  const [first, ...others] = left;
  expect(first?.inputs.map(({ file }: { file: string }) => file)).toEqual([
    "tucson-no-bus.yaml",
    "tucson-el-paso-bus.yaml",
    "southwest-border-2019.yaml",
    "data/sector-month-apprehensions.csv",
    "data/nationality-by-month.csv",
    "data/census-2019-11-22.csv",
  ]);
  for (const other of others) expect(other).toEqual(first);
});

it("diagnostics name files as the user finds them, also where a sentence names another", () => {
  const folder = emptyFolder();
  const base = "southwest-border-2019.yaml";
  const table = readFileSync(path.join(scenarios, "data/census-2019-11-22.csv"), "utf8");
  write(folder, {
    "tree/data/census.csv": table,
    "tree/x.yaml": `mpp: 1\nname: x\nextends: ./${base}\nperiod: { from: 2019-11-25 }\nstart: { census: data/census.csv }\nfocs: {}\n`,
  });
  for (const file of [base, "data/nationality-by-month.csv", "data/sector-month-apprehensions.csv"]) {
    cpSync(path.join(scenarios, file), path.join(folder, "tree", file));
  }
  const host = fakeHost(folder);
  validateScenarios({ ...changes, files: ["./tree/x.yaml", path.join(folder, "tree/x.yaml")] }, host);
  expect(host.printed.out.split("\n").filter((line) => line.includes("focs"))).toEqual([
    'tree/x.yaml:6:1 focs is not a known setting (did you mean "focus"?)',
    `${folder}/tree/x.yaml:6:1 focs is not a known setting (did you mean "focus"?)`,
  ]);
  write(folder, { "tree/x.yaml": readFileSync(path.join(folder, "tree/x.yaml"), "utf8").replace("focs: {}\n", "") });
  const again = fakeHost(folder);
  validateScenarios({ ...changes, files: ["tree/x.yaml"] }, again);
  expect(again.printed.out).toMatch(/^tree\/x\.yaml:4:\d+ period\.from must be .*with tree\/data\/census\.csv:\d+\)$/m);
});

it("a scenario outside the repository is told where its base was looked for, and of `mpp init`", () => {
  const folder = emptyFolder();
  const init = "`mpp init FOLDER` makes a folder with the base and its tables, to build on";
  const said = (extend: string): string => {
    write(folder, { "own/x.yaml": `mpp: 1\nname: x\nextends: ${extend}\n` });
    const host = fakeHost(folder);
    validateScenarios({ ...changes, files: ["own/x.yaml"] }, host);
    return host.printed.out;
  };
  const outside = `must lie in the folder tree of the scenario, also after links are followed (${folder}/own); ${init}\n`;
  expect(said(path.join(scenarios, "southwest-border-2019.yaml"))).toContain(outside);
  expect(said("../scenarios/southwest-border-2019.yaml")).toContain(outside);
  expect(said("./southwest-border-2019.yaml")).toContain(`does not exist in ${folder}/own; ${init}\n`);
});
