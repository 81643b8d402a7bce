import ts from "typescript";
import { expect, it } from "vitest";
import { layers, parse, type Source, sourcesOf } from "./sources.ts";

/** So many lines in a row stand nowhere twice. */
const most = 6;

/** Pairs of files in which they still do. A pair is only ever taken out. */
const known: readonly string[] = [
  // Interviews are `interviews` in files and `interviewUnits` in the model.
  "scenario/schema/scenario-schema.ts and border/parameters/later-settings.ts",
];

interface Line {
  readonly place: string;
  readonly text: string;
}

/**
 * Lines of a source without indentation. Left out are those that say nothing, empty, a closing bracket, the ends of a comment, and imports, which must stand in
 * each file.
 */
function linesOf({ file, node }: Source): Line[] {
  const imports = node.statements.filter(
    (part) => ts.isImportDeclaration(part) || (ts.isExportDeclaration(part) && part.moduleSpecifier !== undefined),
  );
  const lineOf = (position: number): number => node.getLineAndCharacterOfPosition(position).line;
  const left = new Set(
    imports.flatMap((part) => {
      const [first, last] = [lineOf(part.getStart()), lineOf(part.getEnd())];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
  return node.text
    .split("\n")
    .map((text, index) => ({ place: `${file}:${index + 1}`, text: text.trim(), index }))
    .filter(({ text, index }) => !/^([\])}]*[;,]?|\/\*\*|\*\/)$/.test(text) && !left.has(index));
}

interface Duplicate {
  readonly files: string;
  readonly places: string;
  readonly text: string;
}

/** Places from which on the same lines stand; of lines that follow each other, the first. */
function duplicatesIn(sources: readonly Source[]): Duplicate[] {
  const seen = new Map<string, string>();
  const found: Duplicate[] = [];
  for (const source of sources) {
    const lines = linesOf(source);
    let inside = false;
    for (let index = 0; index + most <= lines.length; index++) {
      const { place } = lines[index]!;
      const text = lines
        .slice(index, index + most)
        .map((line) => line.text)
        .join("\n");
      const before = seen.get(text);
      if (before === undefined) seen.set(text, place);
      else if (!inside) {
        const files = [place, before].map((one) => one.replace(/:\d+$/, "")).join(" and ");
        found.push({ files, places: `${place} and ${before}`, text });
      }
      inside = before !== undefined;
    }
  }
  return found;
}

it("no six lines of sources stand twice", () => {
  expect(duplicatesIn(layers.flatMap(sourcesOf)).filter(({ files }) => !known.includes(files))).toEqual([]);
});

it("six lines are found in another file and in the same, whatever their indentation; five are not, nor imports", () => {
  const lines = (count: number, indent = ""): string =>
    Array.from({ length: count }, (_, index) => `${indent}const a${index} = ${index};\n`).join("");
  const imports = `import {\n  a,\n  b,\n  c,\n  d,\n} from "./e.ts";\n`;
  const twice = [parse("a.ts", `${imports}${lines(6)}`), parse("b.ts", `${imports}\n\n${lines(7, "  ")}`)];
  expect(duplicatesIn(twice)).toEqual([
    { files: "b.ts and a.ts", places: "b.ts:9 and a.ts:7", text: lines(6).trimEnd() },
  ]);
  expect(duplicatesIn([parse("c.ts", `one(() => {\n${lines(6)}});\ntwo(() => {\n\n${lines(6)}});\n`)])).toHaveLength(1);
  expect(duplicatesIn([parse("a.ts", `${lines(5)}}\n`), parse("b.ts", `${lines(5)}}\n`)])).toEqual([]);
});
