import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { systemCode } from "@mpp-sim/scenario/node";
import { InputError } from "../input-error.ts";

/** What a file holds; in pieces where it is long. */
export type Content = string | Iterable<string>;

/**
 * Writes files into a new directory that appears whole or not at all: it is written beside its place, flushed, then
 * renamed. A directory of that name is replaced. The caller holds the claim to it. Nothing is awaited, so no handler of
 * a signal runs in between. `recover` puts right what a kill in between leaves. `filesIn` gives the files by name, each written before the
 * next is asked for; it may put others into the folder itself.
 * @throws InputError if the system refuses (a full disk, say)
 */
export function writeWhole(target: string, filesIn: (folder: string) => Iterable<readonly [string, Content]>): void {
  const parent = path.dirname(target);
  const { making, old } = beside(target);
  try {
    mkdirSync(parent, { recursive: true });
    mkdirSync(making);
    for (const [name, content] of filesIn(making)) writeNew(path.join(making, name), content);
    flushDirectory(making);
    const stood = moveAside(target, old);
    try {
      renameSync(making, target);
    } catch (error) {
      if (stood) renameSync(old, target);
      throw error;
    }
    flushDirectory(parent);
    if (stood) rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${target} cannot be written (${code}); nothing was left behind`);
  }
}

/** Writes a file that is not there yet, and flushes it. */
function writeNew(file: string, content: Content): void {
  const descriptor = openSync(file, "wx");
  try {
    for (const piece of typeof content === "string" ? [content] : content) writeFileSync(descriptor, piece);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** As `writeWhole` for one file, which takes the place of another of its name at once. @throws InputError as `writeWhole` */
export function writeFileWhole(target: string, text: string): void {
  const { making } = beside(target);
  try {
    writeFileSync(making, text, { flush: true, flag: "wx" });
    renameSync(making, target);
  } catch (error) {
    rmSync(making, { force: true });
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${target} cannot be written (${code}); nothing was left behind`);
  }
}

/**
 * Puts right what a killed run has left beside a target: a whole result is moved into its place, anything else is
 * removed. Returns a sentence about it, or undefined if there was nothing to do. The caller holds the claim to the
 * target.
 */
export function recover(target: string, shown: string): string {
  const { making, old } = beside(target);
  const killed = "A run that was killed had";
  if (existsSync(old) && !existsSync(target)) {
    // The old directory is moved aside only when the new one is fully written.
    const whole = existsSync(making);
    renameSync(whole ? making : old, target);
    rmSync(old, { recursive: true, force: true });
    return whole
      ? `${killed} written ${shown}, but not put it in its place: it stands there now.`
      : `${killed} moved ${shown} aside: it stands in its place again.`;
  }
  const left = [making, old, ...leftByOlder(target)].filter((one) => existsSync(one));
  for (const one of left) rmSync(one, { recursive: true, force: true });
  return left.length === 0 ? "" : `${killed} left ${left.join(" and ")}: removed.`;
}

/** What programs before this one left, which gave each try a name of its own: `.NAME.making-6f1f…`, perhaps with `.replaced`. */
function leftByOlder(target: string): readonly string[] {
  const parent = path.dirname(target);
  const start = `.${path.basename(target)}.making-`;
  const isLeft = (name: string): boolean =>
    name.startsWith(start) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.replaced)?$/.test(name.slice(start.length));
  return existsSync(parent)
    ? readdirSync(parent)
        .filter(isLeft)
        .map((name) => path.join(parent, name))
    : [];
}

/** Where the new directory is written, and where the old one goes meanwhile. */
function beside(target: string): { readonly making: string; readonly old: string } {
  const hidden = path.join(path.dirname(target), `.${path.basename(target)}`);
  return { making: `${hidden}.making`, old: `${hidden}.replaced` };
}

function moveAside(target: string, old: string): boolean {
  try {
    renameSync(target, old);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** Flushes the names in a directory. Some systems cannot, and need not. */
function flushDirectory(directory: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
