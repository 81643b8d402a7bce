import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../input-error.ts";
import { type Manifest, manifestFile, recordsIn, recordsTable } from "./manifest.ts";
import { readManifest } from "./target.ts";

/** A directory that a run has left. */
export interface Ran {
  /** As the user calls it. */
  readonly shown: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A line of the table of records. */
export interface RecordLine {
  readonly replication: number;
  /** A variant, or what an answer needs beside; empty for a run without variants. */
  readonly policy: string;
  readonly file: string;
}

/** Whether a name is that of a directory, and not of a scenario. */
export function isDirectory(shown: string, cwd: string): boolean {
  return statSync(path.resolve(cwd, shown), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** @throws InputError if it holds no run that has left results */
export function ranAt(shown: string, cwd: string): Ran {
  const folder = path.resolve(cwd, shown);
  const must = `${shown} must be the directory of a run`;
  if (!existsSync(folder)) throw new InputError(`${must} (got nothing of that name)`);
  if (!isDirectory(shown, cwd)) throw new InputError(`${must} (got a file)`);
  const manifest = readManifest(folder);
  if (manifest === undefined) throw new InputError(`${must} (it has no ${manifestFile} that this version reads)`);
  if (manifest.command !== undefined) throw new InputError(`${must} (got one of mpp ${manifest.command})`);
  if (manifest.shard !== undefined) throw new InputError(`${must} (got a shard of one: merge it with the others)`);
  if (manifest.replications.done === 0)
    throw new InputError(`${must} that has finished (got none of its replications)`);
  return { shown, folder, manifest };
}

/** Which records a run directory lists. @throws InputError if the table is not there */
export function recordsOf({ shown, folder }: Ran): readonly RecordLine[] {
  const table = path.join(folder, recordsTable);
  if (!existsSync(table))
    throw new InputError(`${shown} must hold ${recordsTable} and ${recordsIn} (was it copied whole?)`);
  return readFileSync(table, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, replication, policy = "", file] = /^(\d+),(.*),([0-9a-f]+\.record)$/.exec(line) ?? [];
      if (file === undefined) return [];
      const name = policy.startsWith('"') ? policy.slice(1, -1).replaceAll('""', '"') : policy;
      return [{ replication: Number(replication), policy: name, file }];
    });
}
