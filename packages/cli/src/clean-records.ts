import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { systemCode } from "@mpp-sim/scenario/node";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { recordsFolder } from "./run/kept-records.ts";
import { say } from "./terminal/say.ts";

/** `mpp clean`, as asked for. */
export interface CleanRequest {
  /** Days since a record was written. */
  readonly days: number;
  /** Tells what would go, and removes nothing. */
  readonly dry: boolean;
}

const day = 24 * 3600 * 1000;

/**
 * Removes replications that were kept long ago, and what writers that were killed have left. Run directories hold records of their own, so nothing
 * but time is lost: what is asked for again is run again.
 * @throws InputError if the system refuses
 */
export async function cleanRecords(
  { days, dry }: CleanRequest,
  { cwd, stdout }: Host,
  now = Date.now(),
): Promise<ExitCode> {
  const store = path.resolve(cwd, recordsFolder);
  const found = filesIn(store).flatMap((file) => {
    // One that was being written may have its name by now.
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? [{ file, mtimeMs: stat.mtimeMs, size: stat.size, nlink: stat.nlink }] : [];
  });
  // Who writes a record needs no day for it.
  const isOld = ({ file, mtimeMs }: (typeof found)[number]): boolean =>
    now - mtimeMs > (file.endsWith(".record") ? days : Math.min(days, 1)) * day;
  const old = found.filter(isOld);
  // Of a file that a run directory holds as well, the disk keeps the bytes.
  const bytes = old.reduce((sum, { nlink, size }) => sum + (nlink > 1 ? 0 : size), 0);
  if (!dry) {
    try {
      for (const { file } of old) rmSync(file, { force: true });
      for (const folder of new Set(old.map(({ file }) => path.dirname(file)))) removeIfEmpty(folder);
    } catch (error) {
      const code = systemCode(error);
      throw code === undefined ? error : new InputError(`${recordsFolder} must be writable (${code})`);
    }
  }
  const records = `${old.length} of ${found.length} replications kept in ${recordsFolder}`;
  const freed = `${(bytes / 1e6).toFixed(1)} MB`;
  const since = `kept for more than ${days} day${days === 1 ? "" : "s"}`;
  say(stdout, `${records} ${dry ? "would go" : "are gone"}: ${since}, ${freed}. Run directories stay as they are.\n`);
  return exitCodes.done;
}

function filesIn(store: string): string[] {
  try {
    return readdirSync(store, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or somebody was faster.
  }
}
