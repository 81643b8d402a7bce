import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./scenario-files.ts";

/** From the bottom up: each package may import those before it. */
export const layers = ["engine", "border", "scenario", "experiment", "report", "cli"] as const;
export type Layer = (typeof layers)[number];

export interface Source {
  /** From `packages`, without `src`: `engine/core/simulation.ts`. */
  readonly file: string;
  readonly node: ts.SourceFile;
}

/** The sources of a package, as the compiler's parser reads them. */
export function sourcesOf(layer: Layer): Source[] {
  const folder = path.join(root, "packages", layer, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => parse(`${layer}/${file.split(path.sep).join("/")}`, readFileSync(path.join(folder, file), "utf8")));
}

export function parse(file: string, text: string): Source {
  return { file, node: ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true) };
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** Modules that a source names: imports, exports, dynamic imports, types by `import("…")`. */
export function modulesOf({ node }: Source): string[] {
  const modules: string[] = [];
  visit(node, (part) => {
    const named = moduleNamedBy(part);
    if (named !== undefined && ts.isStringLiteral(named)) modules.push(named.text);
  });
  return modules;
}

function moduleNamedBy(part: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(part) || ts.isExportDeclaration(part)) return part.moduleSpecifier;
  if (ts.isCallExpression(part) && part.expression.kind === ts.SyntaxKind.ImportKeyword) return part.arguments[0];
  if (ts.isImportTypeNode(part) && ts.isLiteralTypeNode(part.argument)) return part.argument.literal;
  return undefined;
}
