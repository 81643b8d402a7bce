import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";

/** A part of the units of a run: the `index`th of `count`, both from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const mostShards = 100_000;

/** As it is written. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** Neighbours stay together, as far as they can: they share a scenario, or a past. Parts differ by one unit at most. */
export function unitsIn<Unit>(units: readonly Unit[], shard: Shard | undefined): readonly Unit[] {
  if (shard === undefined) return units;
  const from = (index: number): number => Math.floor((index * units.length) / shard.count);
  return units.slice(from(shard.index - 1), from(shard.index));
}

/**
 * Which part is to be run: `I/N` counts from 1; `/N` takes I from the environment; `off` stands for none, whatever the environment says.
 * Where nothing is asked, an array job that tells both is believed. Undefined for all units.
 * @throws InputError if there is no such part, or the environment does not say which
 */
export function shardAsked(asked: string | undefined, environment: Host["environment"]): Shard | undefined {
  if (asked === "off") return undefined;
  const [, index, count] = /^(\d{0,9})\/(\d{1,9})$/.exec(asked ?? "") ?? [];
  if (asked !== undefined && count === undefined) {
    throw new InputError(
      `--shard must be like 2/7, /7 (the number of the shard is in the environment) or off (got ${asked})`,
    );
  }
  const of = countIn(count ?? environment.MPP_SHARDS);
  if (!index || of === undefined) return shardOfArray(environment, of);
  const shard = { index: Number(index), count: of };
  if (shard.index < 1 || shard.index > of)
    throw new InputError(`--shard must be from 1/${of} to ${of}/${of} (got ${asked})`);
  return shard;
}

function countIn(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostShards) throw new InputError(`a run must have 1 to ${mostShards} shards (got ${text})`);
  return count;
}

/** The part that an array job stands for. */
function shardOfArray(environment: Host["environment"], count: number | undefined): Shard | undefined {
  const numberIn = (name: string): number | undefined => {
    const text = environment[name];
    if (text === undefined || text === "") return undefined;
    if (!/^\d{1,9}$/.test(text)) throw new InputError(`${name} must be a whole number (got ${text})`);
    return Number(text);
  };
  const task = numberIn("SLURM_ARRAY_TASK_ID");
  if (task !== undefined) {
    // Told how many there are, tasks count from 1, so that a task alone can be run again.
    if (count !== undefined) return within({ index: task, count }, "SLURM_ARRAY_TASK_ID", 1);
    const [first = 1, last, tasks] = ["MIN", "MAX", "COUNT"].map((end) => numberIn(`SLURM_ARRAY_TASK_${end}`));
    if (tasks === undefined || last === undefined || last - first + 1 !== tasks) {
      throw new InputError(
        `SLURM_ARRAY_TASK_ID says that this is task ${task}, but not of how many in a row: give --shard /N (tasks are 1 to N), or --shard off`,
      );
    }
    return within({ index: task - first + 1, count: tasks }, "SLURM_ARRAY_TASK_ID", first);
  }
  for (const [name, size] of [
    ["AWS_BATCH_JOB_ARRAY_INDEX", numberIn("AWS_BATCH_JOB_ARRAY_SIZE")],
    ["JOB_COMPLETION_INDEX", undefined],
  ] as const) {
    const at = numberIn(name);
    const of = count ?? size;
    if (at === undefined) continue;
    if (of === undefined) {
      throw new InputError(
        `${name} says that this is number ${at} from 0, but not of how many: give --shard /N or MPP_SHARDS=N, or --shard off`,
      );
    }
    return within({ index: at + 1, count: of }, name, 0);
  }
  if (count !== undefined) {
    const names = "SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX or JOB_COMPLETION_INDEX";
    throw new InputError(
      `the number of the shard must be in ${names} (got none of them); or give it, as in --shard 1/${count}`,
    );
  }
  return undefined;
}

/** @throws InputError if a number of the environment is not one of so many from the first on */
function within(shard: Shard, name: string, first: number): Shard {
  const { index, count } = shard;
  if (index >= 1 && index <= count) return shard;
  throw new InputError(`${name} must be from ${first} to ${first + count - 1} (got ${index - 1 + first})`);
}
