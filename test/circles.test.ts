import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Layer, layers, modulesOf, parse, type Source, sourcesOf } from "./sources.ts";

/**
 * How many files the largest circle of imports of a package has; imports of types count. One: there is no circle. A number is only ever
 * lowered.
 */
const largest: Readonly<Record<Layer, number>> = {
  engine: 6,
  border: 3,
  scenario: 1,
  experiment: 1,
  report: 1,
  cli: 1,
};

/** The circles of a package: files each of which reaches each other one by imports. A file that is in none is a circle of itself. */
function circlesOf(sources: readonly Source[]): string[][] {
  const imports = new Map(sources.map((source) => [source.file, neighboursOf(source)]));
  // Tarjan's strongly connected components, in one walk. Where a file was met, and the earliest file that it leads back to.
  const met = new Map<string, number>();
  const earliest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const walk = (file: string): void => {
    met.set(file, met.size);
    earliest.set(file, met.get(file)!);
    open.push(file);
    for (const next of imports.get(file)!) {
      if (!imports.has(next)) continue;
      if (!met.has(next)) walk(next);
      if (open.includes(next)) earliest.set(file, Math.min(earliest.get(file)!, earliest.get(next)!));
    }
    if (earliest.get(file) === met.get(file)) circles.push(open.splice(open.indexOf(file)).sort());
  };
  for (const file of imports.keys()) if (!met.has(file)) walk(file);
  return circles;
}

/** Files of its own package that a source imports. */
function neighboursOf(source: Source): string[] {
  return modulesOf(source)
    .filter((module) => module.startsWith("."))
    .map((module) => path.posix.join(path.posix.dirname(source.file), module));
}

function largestOf(sources: readonly Source[]): string[] {
  return circlesOf(sources).reduce((most, circle) => (circle.length > most.length ? circle : most), []);
}

describe("circles of imports", () => {
  it.each(layers)("the largest of %s is no larger than is known", (layer) => {
    const circle = largestOf(sourcesOf(layer));
    expect(circle.length, `files of the circle: ${circle.join(", ")}`).toBeLessThanOrEqual(largest[layer]);
  });

  it("are found through types, exports and dynamic imports, and not where imports lead one way", () => {
    const sources = [
      parse("x/a.ts", `import type { B } from "./b.ts";`),
      parse("x/b.ts", `export { c } from "./deep/c.ts";`),
      parse("x/deep/c.ts", `const d = await import("../d.ts");`),
      parse("x/d.ts", `type A = import("./a.ts").A; import { e } from "./e.ts";`),
      parse("x/e.ts", `import { f } from "./f.ts"; import fs from "node:fs"; import "@mpp-sim/engine";`),
      parse("x/f.ts", `export const f = 1;`),
      parse("x/g.ts", `import { a } from "./a.ts"; import { f } from "./f.ts"; import "./h.ts";`),
      parse("x/h.ts", `import "./g.ts";`),
    ];
    expect(circlesOf(sources).filter(({ length }) => length > 1)).toEqual([
      ["x/a.ts", "x/b.ts", "x/d.ts", "x/deep/c.ts"],
      ["x/g.ts", "x/h.ts"],
    ]);
    expect(largestOf(sources)).toEqual(["x/a.ts", "x/b.ts", "x/d.ts", "x/deep/c.ts"]);
    expect(largestOf(sources.slice(5, 6))).toEqual(["x/f.ts"]);
  });
});
