import { mkdirSync } from "node:fs";
import path from "node:path";
import { describeBorder, type ReplicationResult } from "@mpp-sim/border";
import type { Records, Unit } from "@mpp-sim/experiment";
import { addressesOf, catalogueHash, RecordStore } from "@mpp-sim/experiment/node";
import { systemCode } from "@mpp-sim/scenario/node";
import type { Host } from "../host.ts";
import type { Run } from "../run-directory/manifest.ts";

/** Where finished replications are kept, from the current folder. All runs started there share it. */
export const recordsFolder = "runs/.records";

/** A policy of a run: which records are its own. */
interface Kept {
  readonly name: string;
  readonly addressOf: (replication: number) => string;
  readonly catalogue: string;
}

/** The finished replications of a run that are kept, from this run or from earlier ones with the same scenario, seed and program. */
export class KeptRecords implements Records {
  private readonly store: RecordStore;
  private readonly policies: readonly Kept[];
  private readonly anew: boolean;
  /** Why nothing more is kept: the system refused to write. */
  private refusal: string | undefined;

  /** `anew`: what is kept from before is not read. */
  constructor({ scenario, variants, seed }: Run, { cwd, build }: Pick<Host, "cwd" | "build">, anew: boolean) {
    this.anew = anew;
    this.store = new RecordStore(path.resolve(cwd, recordsFolder));
    const common = { build: `${build.version} ${build.sources}`, seed, point: {} };
    const own = { name: "", scenario, past: undefined };
    this.policies = (variants.length === 0 ? [own] : variants).map(({ name, scenario: one, past }) => ({
      name,
      addressOf: addressesOf({
        ...common,
        variant: name,
        // What a future has behind it is written in the whole scenario alone.
        scenario: past ? { ...one, resolved: `${scenario.resolved}\n${one.resolved}` } : one,
      }),
      catalogue: catalogueHash(describeBorder(one.parameters)),
    }));
  }

  read({ policy, replication }: Unit): ReplicationResult | undefined {
    return this.anew ? undefined : this.store.read(this.labelOf(policy, replication));
  }

  /** A sentence where what is finished cannot be kept; else empty. A run goes on without. */
  get problem(): string {
    return this.refusal === undefined ? "" : `finished replications are not kept in ${recordsFolder} (${this.refusal})`;
  }

  write({ policy, replication }: Unit, result: ReplicationResult): void {
    if (this.refusal !== undefined) return;
    try {
      this.store.write(result, this.labelOf(policy, replication));
    } catch (error) {
      this.refusal = systemCode(error);
      if (this.refusal === undefined) throw error;
    }
  }

  /** How many of the first replications are there, all policies together. Damaged ones are among them. */
  count(replications: number): number {
    if (this.anew) return 0;
    let found = 0;
    for (const { addressOf } of this.policies)
      for (let index = 0; index < replications; index++) if (this.store.has(addressOf(index))) found++;
    return found;
  }

  /**
   * Puts the records of the first replications into a folder that does not exist yet. Returns a table of them: a line each, with its file, by
   * replication and then by policy.
   */
  copyTo(folder: string, replications: number): string {
    mkdirSync(folder);
    const lines = ["replication,variant,file"];
    for (let replication = 0; replication < replications; replication++) {
      for (const { name, addressOf } of this.policies) {
        const file = path.basename(this.store.fileOf(addressOf(replication)));
        if (this.store.copyTo(addressOf(replication), path.join(folder, file))) {
          lines.push(`${replication},${name},${file}`);
        }
      }
    }
    return `${lines.join("\n")}\n`;
  }

  private labelOf(policy: number, replication: number) {
    const { addressOf, catalogue } = this.policies[policy] as Kept;
    return { address: addressOf(replication), catalogue };
  }
}
