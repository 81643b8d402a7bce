import type { JobsOptions } from "bullmq";
import type { Build } from "../host.ts";

/** Before every key of ours in Redis. */
export const prefix = "mpp";

/** How long Redis keeps what nobody has fetched, in seconds: a run that was stopped finds it when it goes on. */
export const keptFor = 24 * 3600;

/** How often a unit is tried before it is set aside. */
export const tries = 3;

/** What is kept of a unit that has ended, so that it is not run again at once. */
export const ofUnits: JobsOptions = {
  attempts: tries,
  removeOnComplete: { age: 3600 },
  removeOnFail: { age: 3600 },
};

/** What a worker is told of a unit. */
export interface UnitJob {
  /** Key of the texts from which the scenario is loaded. */
  readonly texts: string;
  readonly policy: number;
  readonly replication: number;
  readonly catalogue: string;
}

/** How a unit ended: its record is in Redis, or it exceeded a limit. */
export type UnitEnd = "record" | "limit";

/** Names that differ by the build: a worker of another does not see its units. */
export function namesOf({ sources }: Pick<Build, "sources">) {
  const short = sources.slice(0, 16);
  return {
    queue: `units-${short}`,
    /** Is there while a run waits for workers of the build. */
    waiting: `${prefix}:waiting:${short}`,
  };
}

/** All builds for which a run has ever waited: their keys `waiting`. */
export const buildsKey = `${prefix}:builds`;

/** Where a worker leaves the record of a unit. */
export function recordKey(address: string): string {
  return `${prefix}:record:${address}`;
}

export function textsKey(hash: string): string {
  return `${prefix}:texts:${hash}`;
}

/** A build as a user can tell it from others. */
export function buildText({ version, sources }: Pick<Build, "version" | "sources">): string {
  return `mpp-sim ${version} (sources ${sources.slice(0, 12)})`;
}
