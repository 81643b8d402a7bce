import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { plainJson } from "@mpp-sim/report";
import type { Build, Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import type { Source } from "../open-scenario.ts";
import { type AskedOfRun, type HashedFile, recordsIn, recordsTable } from "../run-directory/manifest.ts";
import type { Shard } from "./shard.ts";

export const shardFile = "shard.json";
const shardFormat = "mpp-shard-1";

/** `shard.json`: of what run a folder of records is a part, and all that is needed to fold them. */
export interface ShardDescription {
  readonly format: typeof shardFormat;
  readonly build: Pick<Build, "version" | "commit" | "sources">;
  readonly shard: Shard;
  readonly asked: AskedOfRun;
  /** As of the run in one go. */
  readonly key: string;
  readonly inputs: readonly HashedFile[];
  /** Everything that was read to load the scenario, and what it is compared with. */
  readonly reads: Source["reads"];
}

export function describeShard(about: Omit<ShardDescription, "format" | "build">, build: Host["build"]): string {
  const { version, commit, sources } = build;
  const description: ShardDescription = { format: shardFormat, build: { version, commit, sources }, ...about };
  return `${plainJson(description, 2)}\n`;
}

/** A folder in which a shard lies, as the user calls it. */
export interface ShardDirectory extends ShardDescription {
  readonly shown: string;
  /** Where its records are. */
  readonly records: string;
}

/** @throws InputError if it is none */
export function readShard(shown: string, cwd: string): ShardDirectory {
  const folder = path.resolve(cwd, shown);
  const file = path.join(folder, shardFile);
  const must = `${shown} must be the directory of a shard`;
  if (!existsSync(folder)) throw new InputError(`${must} (got nothing of that name)`);
  if (!existsSync(file)) throw new InputError(`${must} (it has no ${shardFile})`);
  if (!existsSync(path.join(folder, recordsTable)) || !existsSync(path.join(folder, recordsIn))) {
    throw new InputError(`${must} (its ${recordsIn} are not there: was it copied whole?)`);
  }
  let description: ShardDescription;
  try {
    description = JSON.parse(readFileSync(file, "utf8")) as ShardDescription;
  } catch {
    throw new InputError(`${must} (its ${shardFile} cannot be read: was it copied whole?)`);
  }
  if (description.format !== shardFormat) {
    throw new InputError(`${must} of this version (its ${shardFile} is ${String(description.format)})`);
  }
  return { ...description, shown, records: path.join(folder, recordsIn) };
}
