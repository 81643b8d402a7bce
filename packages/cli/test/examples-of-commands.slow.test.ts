import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { wholeScenario } from "../../scenario/test/whole-scenario.ts";
import { commands as every, mpp as mppHere } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { type Ended, ran, root } from "./support/program.ts";

/** The program without a process of its own, which costs a second or two to warm up. */
async function within(args: readonly string[], cwd = root): Promise<Ended> {
  const { printed, ...host } = fakeHost(cwd);
  return { code: await mppHere(args, { ...host, build: { ...host.build, example: "small.yaml" } }), ...printed };
}

/** A border of three sectors with the names that examples use, and a range where they vary one. */
const likeTucson = wholeScenario
  .replaceAll("coach", "tucson-el-paso")
  .replaceAll(/\bwest\b/g, "tucson")
  .replaceAll(/\beast\b/g, "el-paso")
  .replaceAll("family: 10 % }", "family: { value: 10 %, source: assumption, range: [0 %, 60 %] } }");

/** Something that it may ask. */
const question = `answer:
  measure: system.released
  counts: People released
  claim: higher
  against: { buses.tucson-el-paso.seats: 20 }
  label: with a larger bus
  assumptions: []
`;

it("every command has an example in its help, and it works", async () => {
  const program = await currentProgram();
  const mpp = (args: readonly string[], cwd = root): Promise<Ended> => ran(process.execPath, [program, ...args], cwd);
  const help = await mpp(["--help"]);
  const commands = [...help.out.matchAll(/^ {2}npm run -s mpp -- (\w+)/gm)].map(([, name]) => name as string);
  expect(new Set(commands)).toEqual(new Set(every.map(({ name }) => name)));
  // The scenario that it names is there. Here another takes its place, which is read at once and has the same names.
  const scenario = "scenarios/tucson-el-paso-bus.yaml";
  expect(help.out).toContain(`npm run -s mpp -- run ${scenario}\n`);
  expect(existsSync(path.join(root, scenario))).toBe(true);
  const folder = emptyFolder();
  write(folder, {
    "small.yaml": likeTucson,
    "tucson-no-bus.yaml": likeTucson,
    "injunction.yaml": "suspend: returns\n",
  });
  const short = ["--replications", "1", "--until", "2019-12-03"];
  const alone = [...short, "--workers", "1"];
  const quick: Record<string, string[]> = {
    run: short,
    sweep: short,
    bottlenecks: alone,
    sensitivity: alone,
    compare: alone,
    branch: alone,
    explore: alone,
    plan: ["--replications", "29", ...alone.slice(2)],
  };
  // What the example of merge merges.
  for (const part of ["1", "2"]) {
    const shard = ["--until", "2019-12-03", "--shard", `${part}/2`, "--out", `part-${part}`];
    expect(await within(["run", "small.yaml", ...shard], folder)).toMatchObject({ code: 0 });
  }
  // And what that of reproduce runs again.
  expect(await within(["run", "small.yaml", ...alone, "--out", "runs/my-run"], folder)).toMatchObject({ code: 0 });
  // The program itself runs the others above.
  const byItself = ["why", "census"];
  for (const command of new Set(commands)) {
    const { out } = await within([command, "--help"]);
    const example = /Examples:\n +mpp (.*)/.exec(out)?.[1] as string;
    expect([command, example]).toEqual([command, expect.stringContaining(command)]);
    // A redirection is the shell's, as quotes are.
    const words = example.replace(/ (>|--replications) .*/, "").match(/'[^']*'|\S+/g) ?? [];
    const args = words.map((word) => word.replaceAll("'", ""));
    if (command === "census") {
      expect(existsSync(path.join(root, args[1] as string))).toBe(true);
      args[1] = "small.yaml";
      args[args.indexOf("--on") + 1] = "2019-12-03";
    }
    if (command === "branch") args[args.indexOf("--at") + 1] = "2019-12-03";
    if (command === "explore") write(folder, { "small.yaml": `${likeTucson}${question}` });
    if (command === "worker") {
      // It would wait for ever; the tests of clusters run it.
      const nobody = args.map((word) => word.replace(/^redis:.*/, "redis://127.0.0.1:1"));
      expect(await within(nobody)).toMatchObject({ code: 2, err: expect.stringContaining("Redis must answer at") });
      continue;
    }
    const tried = byItself.includes(command) ? mpp : within;
    expect(await tried([...args, ...(quick[command] ?? [])], folder)).toMatchObject({ code: 0 });
  }
  expect(existsSync(path.join(folder, "my-border/my-scenario.yaml"))).toBe(true);
});
