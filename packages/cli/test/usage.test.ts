import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { commandsPage } from "../../../scripts/commands-page.ts";
import { commands, mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf } from "./support/folder.ts";
import { root } from "./support/program.ts";

it.each<[args: string, message: string]>([
  ["", "a command must be given (see mpp --help)"],
  ["rnu x.yaml", 'rnu is not a command (did you mean "run"?) (see mpp --help)'],
  ["run", "a scenario file must be given (see mpp run --help)"],
  ["run x.yaml y.yaml", "y.yaml is one argument too many (see mpp run --help)"],
  [
    "run x.yaml --replicatons 3",
    '--replicatons is not an option (did you mean "--replications"?) (see mpp run --help)',
  ],
  ["run x.yaml --no-colr", '--no-colr is not an option (did you mean "--no-color"?) (see mpp run --help)'],
  ["run x.yaml -z", "-z is not an option (see mpp run --help)"],
  ["run x.yaml --replications", "--replications must have a value (see mpp run --help)"],
  ...["abc", "0", "-5", "1.5", "1e3", "Infinity", "1000001", "99999999999999999999"].map((given): [string, string] => [
    `run x.yaml --replications ${given}`,
    `--replications must be a whole number from 1 to 1000000 (got ${given}) (see mpp run --help)`,
  ]),
  ["run x.yaml --seed a --seed b", "--seed must be given once (got a, b) (see mpp run --help)"],
  [
    "why x.yaml --released exempt --released no-seat",
    "--released must be given once (got exempt, no-seat) (see mpp why --help)",
  ],
  ["run x.yaml --out=", "--out must not be empty (see mpp run --help)"],
  ["run x.yaml --from 2019-02-30", "--from must be a date like 2019-11-22 (got 2019-02-30) (see mpp run --help)"],
  ["run x.yaml --until today", "--until must be a date like 2019-11-22 (got today) (see mpp run --help)"],
  ["run x.yaml --set name", "--set must be path=value (got name) (see mpp run --help)"],
  ["run x.yaml --set =1", "--set must be path=value (got =1) (see mpp run --help)"],
  ["validate", "a scenario file must be given (see mpp validate --help)"],
  ["compare", "policies must be given (see mpp compare --help)"],
  ["reproduce", "the directory of a run must be given (see mpp reproduce --help)"],
  ["sweep x.yaml", "--vary must be given (see mpp sweep --help)"],
  ["plan x.yaml", "--target and --vary must be given (see mpp plan --help)"],
  [
    "sensitivity x.yaml --method moris",
    '--method must be one of oat, morris, sobol (got moris) (did you mean "morris"?) (see mpp sensitivity --help)',
  ],
  [
    "show x.yaml --assumptions --measures",
    "Arguments assumptions and measures are mutually exclusive (see mpp show --help)",
  ],
])("mpp %s is refused", async (args, message) => {
  const folder = emptyFolder();
  const host = fakeHost(folder);
  expect(
    await mpp(
      args.split(" ").filter((word) => word !== ""),
      host,
    ),
  ).toBe(2);
  expect(host.printed).toEqual({ out: "", err: `${message}\n` });
  expect(filesOf(folder)).toEqual({});
});

it("--set does not swallow the file that follows it", async () => {
  const folder = emptyFolder();
  const host = fakeHost(folder);
  await mpp(["run", "--set", "a=1", "missing.yaml"], host);
  expect(host.printed.err).toBe(`missing.yaml does not exist in ${folder}\n`);
});

/** What the tests beside this one say. */
function otherTests(): string {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".test.ts"));
  const read = files.filter((file) => file !== path.basename(import.meta.filename));
  return read.map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8")).join("\n");
}

// That the example in its help works is tested with the program itself, for every command that its help lists.
it.each(commands.map(({ name }) => name))("the command %s has an example and a test", async (name) => {
  const host = fakeHost(emptyFolder());
  expect(await mpp([name, "--help"], host)).toBe(0);
  expect(host.printed.out).toMatch(new RegExp(`Examples:\\n +mpp ${name}\\b`));
  expect(otherTests()).toMatch(new RegExp(`[[(,]\\s*"${name}"`));
});

it("the page of commands is up to date (npm run -s reference)", async () => {
  const page = readFileSync(path.join(root, "docs/reference/commands.md"), "utf8");
  expect(page).toBe(await commandsPage());
  for (const { name } of commands) expect(page).toMatch(new RegExp(`^mpp ${name}\\b`, "m"));
});

it("--version is the version", async () => {
  const host = fakeHost(emptyFolder());
  expect(await mpp(["--version"], host)).toBe(0);
  expect(host.printed).toEqual({ out: "1.2.3\n", err: "" });
});

it("a fault of the program is reported with what is needed to find it", async () => {
  const host = { ...fakeHost(emptyFolder()), scenarios: "/nowhere" };
  expect(await mpp(["init"], host)).toBe(1);
  expect(host.printed.err).toMatch(
    /fault of the program[\s\S]*report it[\s\S]*mpp-sim 1\.2\.3, Node v[\s\S]*\["init"\][\s\S]*must be found in \/nowhere/,
  );
});
