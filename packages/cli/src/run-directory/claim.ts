import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { systemCode } from "@mpp-sim/scenario/node";
import { InputError } from "../input-error.ts";
import { recover } from "./write-whole.ts";

/** The right to make one directory or file, held from before the work until it is written. */
export interface Claim {
  /** What runs that were killed had left in this folder, and what became of it: a sentence each. */
  readonly swept: readonly string[];
  /** Gives it back. Folders made for it go too if they are empty. */
  readonly release: () => void;
}

/** Who holds a claim. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it; null where it does not say. A number of a process can come back, this cannot. */
  readonly began: string | null;
  readonly since: string;
}

/** Time for a claim that was made to be written into, in milliseconds. */
const writingTime = 10_000;

/**
 * Claims a place by a hidden file beside it with the next number. Of several runs that try at once, one gets the
 * number. A claim whose process is gone is stale. What its run has left is put right, here and for every other stale
 * claim in the same folder.
 * @throws InputError if another run makes it now, or the folder cannot be written to
 */
export function claimPlace(target: string, shown: string): Claim {
  const parent = path.dirname(target);
  try {
    const made = mkdirSync(parent, { recursive: true });
    const giveBack = take(target, shown);
    const release = (): void => {
      giveBack();
      if (made !== undefined) dropEmpty(parent, made);
    };
    try {
      const others = namesClaimed(parent).filter((name) => name !== path.basename(target));
      const swept = [recover(target, shown), ...others.map((name) => healed(path.join(parent, name)))];
      return { swept: swept.filter((said) => said !== ""), release };
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${shown} must lie where files can be written (${code})`);
  }
}

/** Takes the next number. Returns a function that gives it back. */
function take(target: string, shown: string): () => void {
  for (;;) {
    const before = claimsOf(target);
    for (const { file } of before) mustBeStale(file, shown);
    const own = claimFile(target, Math.max(0, ...before.map(({ number }) => number)) + 1);
    try {
      writeFileSync(own, JSON.stringify(holder()), { flag: "wx" });
    } catch (error) {
      if (systemCode(error) === "EEXIST") continue;
      throw error;
    }
    const release = (): void => rmSync(own, { force: true });
    const others = claimsOf(target).filter(({ file }) => file !== own);
    try {
      // A run that saw the folder at another moment may have taken another number. Then neither goes on before the
      // other is gone.
      for (const { file } of others) mustBeStale(file, shown);
    } catch (error) {
      release();
      throw error;
    }
    for (const { file } of others) rmSync(file, { force: true });
    return release;
  }
}

/** Puts right what a killed run has left of another place in the folder, unless somebody works there. */
function healed(target: string): string {
  try {
    const release = take(target, target);
    try {
      return recover(target, target);
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof InputError) return "";
    throw error;
  }
}

function claimFile(target: string, number: number): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.claim-${number}`);
}

/** Names in a folder that are claimed, each once. */
function namesClaimed(folder: string): string[] {
  return [...new Set(readdirSync(folder).flatMap((file) => /^\.(.+)\.claim-\d+$/.exec(file)?.[1] ?? []))];
}

function claimsOf(target: string): { readonly file: string; readonly number: number }[] {
  const folder = path.dirname(target);
  const start = `.${path.basename(target)}.claim-`;
  return readdirSync(folder)
    .filter((file) => file.startsWith(start) && /^\d+$/.test(file.slice(start.length)))
    .map((file) => ({ file: path.join(folder, file), number: Number(file.slice(start.length)) }));
}

/** @throws InputError if whoever made a claim may still be at work */
function mustBeStale(file: string, shown: string): void {
  let found: Holder;
  try {
    const text = readFileSync(file, "utf8");
    if (text === "" && Date.now() - statSync(file).mtimeMs > writingTime) return;
    found = JSON.parse(text || JSON.stringify(holder())) as Holder;
  } catch (error) {
    // Given back meanwhile, or no claim of ours.
    if (systemCode(error) === "ENOENT" || error instanceof SyntaxError) return;
    throw error;
  }
  const { pid, host, since } = found;
  if (!mayBeAlive(found)) return;
  const far = host !== hostname();
  const gone = far ? `; if it is gone, remove ${file}` : "";
  throw new InputError(
    `${shown} is being made by another run (process ${pid}${far ? ` on ${host}` : ""}, since ${since}); give another --out, or wait for it${gone}`,
  );
}

/** Nothing is known of a process on another machine. */
function mayBeAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is alive too.
    return systemCode(error) === "EPERM";
  }
  return began === null || began === beginningOf(pid);
}

function holder(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    began: beginningOf(process.pid) ?? null,
    since: new Date().toISOString(),
  };
}

/** When a process began, if the system says so; undefined if it has ended and its parent has not noticed yet. */
function beginningOf(pid: number): string | null | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // Its name, in brackets, may hold blanks and brackets.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? undefined : (fields[18] ?? null);
}

/** Removes empty folders from one upwards to the last. */
function dropEmpty(folder: string, last: string): void {
  try {
    for (let at = folder; ; at = path.dirname(at)) {
      rmdirSync(at);
      if (at === last) return;
    }
  } catch {
    // It is not empty.
  }
}
