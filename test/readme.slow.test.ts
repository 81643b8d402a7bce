import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it, vi } from "vitest";
import { mpp } from "../packages/cli/src/program.ts";
import { fakeHost } from "../packages/cli/test/support/fake-host.ts";
import { emptyFolder } from "./folders.ts";
import { root } from "./scenario-files.ts";

/** Run by whoever runs these tests. */
const runElsewhere = ["npm start", "npm test"];

const commands = [...readFileSync(path.join(root, "README.md"), "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => (block as string).split("\n"))
  .map((line) => line.replace(/\s+#.*$/, "").trim())
  .filter((line) => line !== "" && !runElsewhere.includes(line));

it("the README shows how to run, validate and show", () => {
  expect(commands.join("\n")).toMatch(/ run [\s\S]* show [\s\S]* validate /);
});

/**
 * What is tested is that the command works as written. Replications and days are cut down, and no question is answered, which takes many of
 * both. Nobody would be left without a seat so early, were the bus not small.
 */
const few: Readonly<Record<string, readonly string[]>> = {
  run: ["--until", "2019-11-26", "--replications", "1", "--no-answer"],
  why: ["--until", "2019-11-26", "--set", "buses.tucson-el-paso.seats=8"],
};

it.each(commands)("%s", async (command) => {
  const [, args] = /^npm run -s mpp -- (.+)$/.exec(command) ?? [];
  const words = (args as string).split(/\s+/);
  const [name = ""] = words;
  const out = name === "run" ? ["--out", emptyFolder()] : [];
  const host = fakeHost(root);
  expect([await mpp([...words, ...(few[name] ?? []), ...out], host), host.printed.err]).toEqual([0, ""]);
  expect(host.printed.out).not.toBe("");
});

it("the README's program is an example that is run", () => {
  const [, program] = /^```ts\n([\s\S]*?)^```/m.exec(readFileSync(path.join(root, "README.md"), "utf8")) ?? [];
  const example = readFileSync(path.join(root, "examples/20-a-scenario-from-code.ts"), "utf8");
  expect(example.split("\n").slice(1).join("\n")).toBe(program);
});

it("the README's program throws where its run is not complete, with the reason", async () => {
  const example = readFileSync(path.join(root, "examples/20-a-scenario-from-code.ts"), "utf8");
  const stopped = example.replace("replications: 5", "$&, limits: { events: 10 }");
  const { outputText } = ts.transpileModule(stopped, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  // Its imports are those of this process, which are warm.
  const program = outputText.replace(/^import (\{.*\}) from (".*");$/gm, "const $1 = await load($2);");
  expect(program).not.toMatch(/^import/m);
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const log = vi.fn();
  const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ name);
  await expect(new AsyncFunction("load", "console", program)(load, { log })).rejects.toThrow(/\b10\b/);
  expect(log).not.toHaveBeenCalled();
});

it("npm start runs the scenario of the article", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  expect(scripts.start).toBe("node scripts/mpp.mjs run scenarios/tucson-el-paso-bus.yaml --replications 25");
});
