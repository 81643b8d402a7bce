import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { engineModule, standardModelScript } from "./bundles.ts";
import { type Outcome, standardModel } from "./standard-model.ts";

it("the whole engine, minified, is below 40 kB gzipped", async () => {
  const module = await engineModule();
  expect(module.length).toBeGreaterThan(10_000);
  expect(gzipSync(module).length).toBeLessThan(40_000);
});

it("the engine imports no module of Node, nor any other that is not in the bundle", async () => {
  expect((await engineModule()).match(/\bfrom\s*"|\bimport\s*["(]|\brequire\("/g)).toBeNull();
});

it("a bundled model runs where there is nothing but the language", async () => {
  const script = `${await standardModelScript()}; JSON.stringify(standard.standardModel(400))`;
  // A new context has the language's own globals only: no process, no window, no timers.
  expect(runInNewContext("[typeof process, typeof window, typeof document, typeof setTimeout].join()")).toBe(
    "undefined,undefined,undefined,undefined",
  );
  expect(JSON.parse(runInNewContext(script)) as Outcome).toEqual(standardModel(400));
});
