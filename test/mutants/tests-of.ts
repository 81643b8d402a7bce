import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "rolldown";
import { expect, vi } from "vitest";
import type { Mutant } from "./mutant.ts";

const packages = join(import.meta.dirname, "../../packages");
const required = createRequire(import.meta.url);

/** A test of a file, by the names of its groups and its own: `group > test`. */
interface NamedTest {
  readonly name: string;
  readonly run: () => unknown;
}

/** Packages of the repository are bundled with the test, from their sources. */
const workspace: Plugin = {
  name: "workspace",
  resolveId: {
    filter: { id: /^@mpp-sim\// },
    handler: (name) => join(packages, name.slice("@mpp-sim/".length), "src/index.ts"),
  },
};

/** Reads the mutated source in place of the true one. */
function mutation({ file, text, replacement }: Mutant): Plugin {
  return {
    name: "mutation",
    load: {
      // No other file is asked about: each question is a call out of the bundler and back.
      filter: { id: new RegExp(`/packages/${file.replaceAll(".", "\\.")}$`) },
      handler: (path) => readFileSync(path, "utf8").replace(text, () => replacement),
    },
  };
}

/** How often the text of a mutant stands in its source: once, or the mutant says nothing. */
export function timesFound({ file, text }: Mutant): number {
  return readFileSync(join(packages, file), "utf8").split(text).length - 1;
}

/** What vitest gives a test file, but tests are collected by name instead of run; those of a table, and hooks, are left out. */
function collector(tests: NamedTest[]) {
  const groups: string[] = [];
  const group = (name: string, body: () => void): void => {
    groups.push(name);
    body();
    groups.pop();
  };
  const collect = (name: string, run: () => unknown): void => {
    tests.push({ name: [...groups, name].join(" > "), run });
  };
  const it = Object.assign(collect, { each: () => () => {} });
  const describe = Object.assign(group, {
    each: (rows: readonly unknown[]) => (name: string, body: (row: unknown) => void) => {
      for (const row of rows) group(name, () => body(row));
    },
  });
  return { afterEach: () => {}, describe, it, expect, vi };
}

/** The tests of a file, bundled with the true sources or with a mutant among them. */
export async function testsOf(file: string, mutant?: Mutant): Promise<readonly NamedTest[]> {
  const { output } = await build({
    input: join(packages, file),
    write: false,
    platform: "node",
    output: { format: "cjs" },
    // Bundled are also the libraries of each package, which only its own sources can find.
    external: ["vitest", "fast-check"],
    // What a test reads beside itself lies where it lies.
    transform: { define: { "import.meta.url": JSON.stringify(pathToFileURL(join(packages, file)).href) } },
    plugins: mutant === undefined ? [workspace] : [workspace, mutation(mutant)],
    logLevel: "silent",
  });
  const tests: NamedTest[] = [];
  const shim = collector(tests);
  const load = new Function("require", "module", "exports", output[0].code);
  load((name: string) => (name === "vitest" ? shim : required(name)), { exports: {} }, {});
  return tests;
}

/** Those of some tests that are to catch a mutant: all of the name it gives, in a table of groups. */
export function catchersOf(tests: readonly NamedTest[], { test, caughtBy, mechanism }: Mutant): readonly NamedTest[] {
  const found = tests.filter(({ name }) => ` > ${name}`.endsWith(` > ${caughtBy}`));
  if (found.length === 0) throw new RangeError(`caughtBy must name a test of ${test}, got ${caughtBy}`);
  const word = new RegExp(`\\b${mechanism ?? ""}\\b`);
  for (const { name } of found) {
    if (!word.test(name)) throw new RangeError(`caughtBy must name a test of ${mechanism}, got ${name}`);
  }
  return found;
}

/** Runs tests one after another, up to the first that fails. */
export async function runAll(tests: readonly NamedTest[]): Promise<void> {
  for (const { run } of tests) await run();
}
