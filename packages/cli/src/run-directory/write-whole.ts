import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systemCode } from "../files/system-code.ts";
import { InputError } from "../input-error.ts";

/**
 * Writes files into a new directory that appears whole or not at all: written beside, flushed, then renamed. A directory of that
 * name is replaced. Nothing is awaited, so an interruption that is listened for cannot come in between.
 * @throws InputError if the system refuses (a full disk, say)
 */
export function writeWhole(target: string, files: ReadonlyMap<string, string>): void {
  const parent = path.dirname(target);
  const beside = path.join(parent, `.${path.basename(target)}.making-${randomUUID()}`);
  try {
    mkdirSync(parent, { recursive: true });
    mkdirSync(beside);
    for (const [name, text] of files) writeFileSync(path.join(beside, name), text, { flush: true, flag: "wx" });
    flushDirectory(beside);
    replace(target, beside);
    flushDirectory(parent);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${target} cannot be written (${code}); nothing was left behind`);
  }
}

function replace(target: string, made: string): void {
  const old = `${made}.replaced`;
  const stood = moveAside(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    if (stood) renameSync(old, target);
    throw error;
  }
  if (stood) rmSync(old, { recursive: true, force: true });
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

/** Makes the names in a directory last; some systems cannot, and need not. */
function flushDirectory(directory: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
