import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../input-error.ts";
import { type Manifest, manifestFile, manifestFormat, programName, recordsIn } from "./manifest.ts";

/** Most bytes of a name. Files made beside it have longer names, and systems allow 255. */
const longestName = 200;

/** What is in the place of a run directory. */
export type Standing = "nothing" | "same-run" | "same-run-complete";

/**
 * Checks the place of a run directory. It must be free, or empty, or hold a run of the same inputs and nothing else.
 * @throws InputError with what is in the way
 */
export function standingAt(target: string, shown: string, key: string, cwd: string): Standing {
  if (target === path.resolve(cwd))
    throw new InputError(`${shown} must be a directory of its own (got the current one)`);
  mustBeShort(target, shown);
  mustBeWritable(path.dirname(target), shown);
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined) return "nothing";
  if (!found.isDirectory()) throw new InputError(`${shown} must be a directory (got something else of that name)`);
  const files = readdirSync(target);
  if (files.length === 0) return "nothing";
  const manifest = readManifest(target);
  if (manifest === undefined) throw new InputError(`${shown} must be empty or hold a run (it holds other files)`);
  if (manifest.key !== key) {
    throw new InputError(`${shown} holds a run of other inputs; give another --out, or remove it first`);
  }
  const own = new Set([manifestFile, recordsIn, ...manifest.outputs.map(({ file }) => file)]);
  const foreign = files.find((file) => !own.has(file));
  if (foreign !== undefined) {
    throw new InputError(`${shown} holds ${foreign}, which is no part of a run; move it away first`);
  }
  return manifest.status === "complete" ? "same-run-complete" : "same-run";
}

function mustBeShort(target: string, shown: string): void {
  const bytes = Math.max(...target.split(path.sep).map((name) => Buffer.byteLength(name)));
  if (bytes > longestName) {
    const name = `${shown.slice(0, 30)}…`;
    throw new InputError(`${name} must have no name of more than ${longestName} bytes in it (got ${bytes})`);
  }
}

/** Neither the directory nor its parents need exist. The nearest one that does must be writable. */
function mustBeWritable(folder: string, shown: string): void {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  if (!statSync(nearest).isDirectory())
    throw new InputError(`${shown} must lie in a directory (got a file on the way)`);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    throw new InputError(`${shown} must lie where files can be written (permission denied)`);
  }
}

/** The manifest of a directory, or undefined if there is none that this version understands. */
export function readManifest(directory: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path.join(directory, manifestFile), "utf8")) as Manifest;
    const known = manifest.format === manifestFormat && manifest.program.name === programName;
    return known && manifest.outputs.every(({ file }) => typeof file === "string") ? manifest : undefined;
  } catch {
    return undefined;
  }
}
