import path from "node:path";
import { expect, it } from "vitest";
import { modulesOf, parse, type Source, sourcesOf } from "./sources.ts";

/** Alone names all parts. What is read of a run, and what the package exports, may name one. */
const mayNameParts = /^border\/(flow\/parts-of|index|results\/.*)\.ts$/;
/** What stands above the parts, the ground and the tallies. */
const above =
  /^border\/(flow\/(flow|parts-of|holders|census)|border-model|border-view|simulate-\w+|take-census|(results|story)\/.*)\.ts$/;
const isBelow = /^border\/(parts|ground|ledger)\/|^border\/ground\.ts$/;
/** Names and units of figures, which stand by themselves. */
const ofNobody = "border/results/replication-result.ts";

/** The part that a file belongs to: what stands directly in `parts`, a file or a folder. */
function partOf(file: string): string | undefined {
  return /^border\/parts\/([^/]+)/.exec(file)?.[1];
}

/** Imports of a source that make a part, or what parts stand on, know more than it may. */
function astray(source: Source): string[] {
  const { file } = source;
  return modulesOf(source)
    .filter((module) => module.startsWith("."))
    .map((module) => path.posix.join(path.posix.dirname(file), module))
    .filter((reached) => {
      if (partOf(reached) !== undefined && !mayNameParts.test(file)) return partOf(reached) !== partOf(file);
      return isBelow.test(file) && above.test(reached) && reached !== ofNobody;
    })
    .map((reached) => `${file}: ${reached}`);
}

it("no part imports another or the model, and the ground knows none", () => {
  const sources = sourcesOf("border");
  expect(new Set(sources.map(({ file }) => partOf(file))).size).toBeGreaterThan(15);
  expect(sources.flatMap(astray)).toEqual([]);
});

it("sees a part, a ground and a ledger that know more, also by a type", () => {
  const sources = [
    parse("border/parts/custody.ts", `import type { Cities } from "./cities.ts"; import "./returns/return-desks.ts";`),
    parse("border/parts/returns/crossings.ts", `import { a } from "./return-limits.ts"; import "../../ground.ts";`),
    parse("border/parts/returns/return-desks.ts", `type Model = import("../../border-model.ts").BorderModel;`),
    parse("border/ground/gates.ts", `export type { BorderFlow } from "../flow/flow.ts";`),
    parse("border/ground.ts", `import { Custody } from "./parts/custody.ts"; import "./flow/pathway.ts";`),
    parse(
      "border/ledger/counts.ts",
      `await import("../results/measure.ts"); import "../results/replication-result.ts";`,
    ),
    parse("border/flow/gates.ts", `import { Custody } from "../parts/custody.ts";`),
    parse("border/flow/parts-of.ts", `import { Custody } from "../parts/custody.ts";`),
  ];
  expect(sources.flatMap(astray)).toEqual([
    "border/parts/custody.ts: border/parts/cities.ts",
    "border/parts/custody.ts: border/parts/returns/return-desks.ts",
    "border/parts/returns/return-desks.ts: border/border-model.ts",
    "border/ground/gates.ts: border/flow/flow.ts",
    "border/ground.ts: border/parts/custody.ts",
    "border/ledger/counts.ts: border/results/measure.ts",
    "border/flow/gates.ts: border/parts/custody.ts",
  ]);
});
