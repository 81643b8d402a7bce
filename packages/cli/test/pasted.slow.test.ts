import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { mpp } from "../src/program.ts";
import { type FakeHost, fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";

/** The words of a command as a shell takes them, without the program's own. */
function words(command: string): string[] {
  const printed = execFileSync("bash", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" });
  return printed.split("\0").slice(1, -1);
}

/** What the program says to try next, as it must work when it is pasted. */
function next({ printed: { out } }: FakeHost): string[] {
  return words(/^Next, try:? +(.*)$/m.exec(out)?.[1] as string);
}

it("`init` gives what the README runs, in a folder whose name must be quoted, and what is printed can be pasted", async () => {
  const root = emptyFolder();
  const made = fakeHost(root);
  expect(await mpp(["init", "it's my border"], made)).toBe(0);
  const folder = "it's my border";
  expect(next(made)).toEqual(["run", `${folder}/my-scenario.yaml`]);
  const short = ["--until", "2018-10-02", "--replications", "1"];
  const run = fakeHost(root);
  expect([await mpp([...next(made), ...short], run), run.printed.err]).toEqual([0, ""]);
  expect(next(run)).toEqual(["show", `${folder}/my-scenario.yaml`, "--assumptions"]);
  expect(await mpp(next(run), fakeHost(root))).toBe(0);

  const readme = readFileSync(path.join(scenarios, "../README.md"), "utf8");
  const named = [...readme.matchAll(/scenarios\/([\w-]+\.yaml)/g)].map(([, file]) => file as string);
  const shown = named.filter((file) => file !== "x.yaml");
  expect(shown.length).toBeGreaterThan(8);
  expect(readdirSync(path.join(root, folder))).toEqual(expect.arrayContaining(shown));
  const checked = fakeHost(path.join(root, folder));
  expect([
    await mpp(["validate", "tucson-el-paso-bus.yaml", "tucson-buses.yaml"], checked),
    checked.printed.err,
  ]).toEqual([0, ""]);
});

it("a period that begins later with nobody there is warned of, and the census that the warning names takes it away", async () => {
  const root = emptyFolder();
  await mpp(["init", "my border"], fakeHost(root));
  const file = "my border/southwest-border-2019.yaml";
  const said = async (...args: string[]): Promise<[code: number, err: string]> => {
    const host = fakeHost(root);
    return [await mpp(args, host), host.printed.err];
  };
  const period = ["--from", "2019-02-02", "--until", "2019-02-03"];
  const run = ["run", file, ...period, "--replications", "1", "--quiet"];
  const host = fakeHost(root);
  expect(await mpp(["validate", file, ...period], host)).toBe(0);
  expect(host.printed.out).toContain("--from warning: period.from begins with an empty border");
  expect(host.printed.out).toContain("`mpp census`");
  const [, census, option] = /: mpp (census .*); then add (--set .*)$/m.exec(host.printed.out) as unknown as string[];
  expect((await said(...words(`mpp ${census}`)))[0]).toBe(0);
  const table = "my border/census-2019-02-02.csv";
  expect(words(`mpp ${option}`)).toEqual(["--set", `start.census=${table}`]);
  expect(filesOf(root)[table]?.split("\n").length).toBeGreaterThan(100);
  expect(await said(...run.slice(0, -1), ...words(`mpp ${option}`))).toEqual([0, ""]);
  // Quiet says errors only; before the first return nobody could wait; a setting moves the period as well.
  expect(await said(...run)).toEqual([0, ""]);
  expect(await said("show", file, "--from", "2018-11-01", "--until", "2018-11-02")).toEqual([0, ""]);
  expect((await said("show", file, "--set", "period.from=2019-11-22"))[1]).toContain("`mpp census`");
  expect((await said("show", "my border/tucson-no-bus.yaml", "--from", "2019-11-22"))[1]).toBe("");
  // A file that moves the period of its base: the census is that of the base.
  const own =
    "mpp: 1\nname: own\nextends: ./southwest-border-2019.yaml\nperiod: { from: 2019-03-01, to: 2019-03-02 }\n";
  write(root, { "my border/own.yaml": own, "my border/meant.yaml": `${own}start: empty\n` });
  expect((await said("show", "my border/own.yaml"))[1]).toMatch(
    /^my border\/own\.yaml:4:11 warning: period\.from begins with an empty border, .*: mpp census 'my border\/southwest-border-2019\.yaml' --on 2019-03-01 --out 'my border\/census-2019-03-01\.csv'; then add/,
  );
  expect((await said("show", "my border/meant.yaml"))[1]).toBe("");
});
