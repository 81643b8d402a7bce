import { cpSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { validateScenarios } from "../src/validate-scenarios.ts";
import { asked as usual } from "./support/asked.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";
import { uneventful } from "./support/uneventful.ts";

const changes = { set: [], from: undefined, until: undefined };
const asked = { ...usual, ...changes, until: "2019-11-24", replications: 1, out: undefined, quiet: true, color: false };

/** A scenario on a base, with a table and a census: all kinds of files that one reads. */
const tree = {
  "own.yaml": `mpp: 1
name: Of its own
extends: ./small.yaml
period: { from: 2019-11-22, to: 2019-11-24 }
start: { census: data/census.csv }
defaults:
  sectors: { arrivals: { categories: { family: { nationality: { table: data/mix.csv, rows: [el-paso] } } } } }
`,
  "small.yaml": smallBorder,
  "data/mix.csv":
    "place,month,category,nationality,count\nel-paso,2019-11,family,GTM,7\nel-paso,2019-11,family,HND,8\n",
  "data/census.csv": censusOf("el-paso", "paso-del-norte"),
};

/** Some cases of the shipped census, of one sector and one return point. */
function censusOf(sector: string, point: string): string {
  const [header, ...rows] = readFileSync(path.join(scenarios, "data/census-2019-11-22.csv"), "utf8").split("\n");
  const own = rows.filter(
    (row) => row.startsWith(`${sector},`) && /,(GTM|HND),/.test(row) && row.includes(`,${point},`),
  );
  return `${[header, ...own.slice(0, 9)].join("\n")}\n`;
}

it("a run leaves the same bytes however its path is spelled, and wherever its tree lies", async () => {
  const folder = emptyFolder();
  for (const name of ["tree", "other/tree-2"]) write(path.join(folder, name), { ...tree, "questions/kept": "" });
  symlinkSync("tree", path.join(folder, "linked"));
  const spelled: [cwd: string, file: string][] = [
    [".", "tree/own.yaml"],
    [".", "./tree/questions/../own.yaml"],
    [".", path.join(folder, "tree/own.yaml")],
    [".", "linked/own.yaml"],
    ["tree", "own.yaml"],
    ["tree/questions", "../own.yaml"],
    ["other", "tree-2/own.yaml"],
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
    "own.yaml",
    "small.yaml",
    "data/mix.csv",
    "data/census.csv",
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
