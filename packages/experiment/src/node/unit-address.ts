import { createHash } from "node:crypto";
import type { BorderCatalogue } from "@mpp-sim/border";
import type { Scenario } from "@mpp-sim/scenario";

/** How a seed, a replication and a name become uniforms; a change here changes every result. */
export const streamScheme = "philox4x32-10/seedrandom-3";

/** What decides the results of a policy, but for the replication. */
export interface Deciding {
  /** Version of the program, exact enough that two builds that may differ in a result differ in it. */
  readonly build: string;
  /** Hash of the effective scenario and the tables it reads: `scenarioHash`. */
  readonly scenario: string;
  /** Empty where there are no variants. */
  readonly variant: string;
  /** Values of assumptions that are tried in place of those of the file, by path; empty at the base. */
  readonly point: Readonly<Record<string, string>>;
  /** Of the run. */
  readonly seed: string;
}

/** The address of each replication of a policy: 64 hexadecimal digits, of which no two units that may differ share one. */
export function addressesOf({ build, scenario, variant, point, seed }: Deciding): (replication: number) => string {
  const common = sha256(JSON.stringify([build, streamScheme, scenario, variant, Object.entries(point).sort(), seed]));
  return (replication) => sha256(`${common}/${replication}`);
}

/**
 * Hash of an effective scenario and of the tables it reads. Where a value was written does not count: moving a line changes no result.
 * `whole` is the text of the scenario that a future is of.
 */
export function scenarioHash({ resolved, inputs }: Pick<Scenario, "resolved" | "inputs">, whole = ""): string {
  const tables = inputs
    .filter(({ file }) => !/\.ya?ml$/i.test(file))
    .map(({ file, text }) => [file, sha256(text)] as const);
  return sha256(JSON.stringify([withoutOrigins(whole), withoutOrigins(resolved), tables]));
}

/** A comment ends each line of a resolved scenario that has a value: its file and line. */
function withoutOrigins(resolved: string): string {
  return resolved.replaceAll(/ # [^#\n]+:\d+$/gm, "");
}

/** Hash of what the rows of a record mean. */
export function catalogueHash({ measures, series, days, blocked }: BorderCatalogue): string {
  const named = [measures, series].map((rows) => rows.map(({ name, unit }) => [name, unit]));
  return sha256(JSON.stringify([named, days, blocked]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
