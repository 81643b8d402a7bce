import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "./scenario-files.ts";
import { type Layer, layers, modulesOf, parse, type Source, sourcesOf, visit } from "./sources.ts";

/** Compile without Node and run anywhere, but for the entries that are for it: files of `scenario` on disk, threads and records of `experiment`, and what `report` draws. */
const pure: readonly Layer[] = ["engine", "border", "scenario", "experiment", "report"];
const forNode = /^((scenario|experiment)\/node|report\/svg)\//;
/** Results come from these: the same bits on every machine. */
const reproducible: readonly Layer[] = ["engine", "border", "scenario", "experiment"];
/** Functions of Math that are exact by the language's standard; its constants are numbers like any other. */
const exactMath = /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|[A-Z][A-Z0-9_]*)$/;
/** What else makes results depend on the machine, the moment or the place. */
const banned = /^(Date|Intl|performance|crypto|localeCompare|toLocale\w*)$/;

/** Packages of ours among modules or dependencies. */
function ours(names: readonly string[]): string[] {
  return names.flatMap((name) => /^@mpp-sim\/([a-z]+)/.exec(name)?.[1] ?? []);
}

/** Uses of what would make a result depend on the machine it was made on. */
function irreproducible({ file, node }: Source): string[] {
  const found: string[] = [];
  visit(node, (part) => {
    if (
      ts.isPropertyAccessExpression(part) &&
      part.expression.getText() === "Math" &&
      !exactMath.test(part.name.text)
    ) {
      found.push(`${file}: ${part.getText()}`);
    }
    if (ts.isIdentifier(part) && banned.test(part.text)) found.push(`${file}: ${part.text}`);
    if (ts.isBinaryExpression(part) && part.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken) {
      if (!(ts.isNumericLiteral(part.right) && Number.isInteger(Number(part.right.text)))) {
        found.push(`${file}: ${part.getText()}`);
      }
    }
  });
  return found;
}

describe.each(layers.map((layer, height) => ({ layer, below: layers.slice(0, height) as string[] })))(
  "$layer",
  ({ layer, below }) => {
    const sources = sourcesOf(layer);
    const manifest = JSON.parse(readFileSync(path.join(root, "packages", layer, "package.json"), "utf8")) as {
      readonly dependencies?: Readonly<Record<string, string>>;
      readonly devDependencies?: Readonly<Record<string, string>>;
    };

    it("depends on lower packages only", () => {
      expect(below).toEqual(
        expect.arrayContaining(ours(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))),
      );
      for (const source of sources)
        expect([source.file, below]).toEqual([source.file, expect.arrayContaining(ours(modulesOf(source)))]);
    });

    it("reaches other packages by their names, and its own files by theirs", () => {
      for (const { file, modules } of sources.map((source) => ({ file: source.file, modules: modulesOf(source) }))) {
        for (const module of modules.filter((name) => name.startsWith("."))) {
          const reached = path.posix.join(path.posix.dirname(file), module);
          expect([file, module, reached.startsWith(`${layer}/`)]).toEqual([file, module, true]);
          expect(existsSync(path.join(root, "packages", layer, "src", path.posix.relative(layer, reached)))).toBe(true);
        }
      }
    });

    it("names what it exports", () => {
      for (const { file, node } of sources) {
        const all = node.statements.filter((part) => ts.isExportDeclaration(part) && part.exportClause === undefined);
        expect([file, all.map((part) => part.getText())]).toEqual([file, []]);
      }
    });
  },
);

it.each(pure)("%s names no module of Node", (layer) => {
  const named = sourcesOf(layer)
    .filter(({ file }) => !forNode.test(file))
    .flatMap((source) => modulesOf(source).map((module) => `${source.file}: ${module}`));
  expect(named.filter((name) => /: node:/.test(name))).toEqual([]);
});

/** Files of Node's types that a program of some files takes in, be it through a library that refers to them. */
function nodeTypesOf(files: readonly string[], folder: string): string[] {
  const { config } = ts.readConfigFile(path.join(folder, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  return program.getSourceFiles().flatMap(({ fileName }) => (fileName.includes("/@types/node/") ? [fileName] : []));
}

it.each(pure)("%s takes in no types of Node, not even through a library: `process` does not compile", (layer) => {
  const folder = path.join(root, "packages", layer);
  const sources = sourcesOf(layer).map(({ file }) => path.join(root, "packages", file.replace("/", "/src/")));
  expect(sources.length).toBeGreaterThan(0);
  expect(nodeTypesOf(sources, folder)).toEqual([]);
});

it("sees the types of Node that a library brings along", () => {
  const folder = path.join(root, "packages/scenario");
  const library = path.join(folder, "node_modules/csv-parse/dist/esm/sync.d.ts");
  expect(nodeTypesOf([library], folder)).not.toEqual([]);
});

it.each(reproducible)("%s gives the same bits everywhere", (layer) => {
  expect(sourcesOf(layer).flatMap(irreproducible)).toEqual([]);
});

it("sees what it forbids", () => {
  const bad = parse(
    "bad.ts",
    `import { x } from "../../engine/src/index.ts"; export * from "node:fs"; await import("@mpp-sim/cli");
     Math.random(); Math.pow(2, 3); Date.now(); new Date(); (1).toLocaleString(); "a".localeCompare("b"); 2 ** 0.5; 2 ** 10; Math.max(1);
     // Math.log in a comment`,
  );
  expect(modulesOf(bad)).toEqual(["../../engine/src/index.ts", "node:fs", "@mpp-sim/cli"]);
  expect(irreproducible(bad).map((use) => use.replace("bad.ts: ", ""))).toEqual([
    "Math.random",
    "Math.pow",
    "Date",
    "Date",
    "toLocaleString",
    "localeCompare",
    "2 ** 0.5",
  ]);
});
