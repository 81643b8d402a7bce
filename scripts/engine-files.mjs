/** What the engine is published as: one module for any JavaScript engine, and its types. */
import { join } from "node:path";
import { build } from "rolldown";
import ts from "typescript";
import { root } from "./bootstrap.mjs";
import { bundledFiles } from "./bundle.mjs";

const entry = join(root, "packages/engine/src/index.ts");

/**
 * Bundles the engine into `index.js` of a folder, with all that it depends on.
 * @param {string} folder
 * @returns {Promise<string[]>} every file that went in, from the root
 */
export async function bundleEngine(folder) {
  const bundled = await build({
    cwd: root,
    input: entry,
    platform: "browser",
    transform: { target: "es2022" },
    output: { dir: folder, format: "esm", comments: { legal: false } },
    logLevel: "warn",
  });
  return bundledFiles(bundled);
}

/**
 * Writes the declarations of the engine into a folder, with their docstrings.
 * @param {string} folder
 */
export function declareEngine(folder) {
  const program = engineProgram({ emitDeclarationOnly: true, composite: false, stripInternal: true, outDir: folder });
  // They name each other as modules that a compiler of any version finds.
  program.emit(undefined, (file, text) => ts.sys.writeFile(file, text.replace(/(from ".*)\.ts"/g, '$1.js"')));
}

/**
 * The sources of the engine, for the compiler.
 * @param {ts.CompilerOptions} options beside those of the workspace
 */
function engineProgram(options) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile);
  const base = ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
  return ts.createProgram([entry], { ...base, ...options });
}
