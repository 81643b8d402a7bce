import { mkdirSync } from "node:fs";
import path from "node:path";
import type { ReplicationResult } from "@mpp-sim/border";
import type { Records, Unit } from "@mpp-sim/experiment";
import { addressesOf, RecordStore } from "@mpp-sim/experiment/node";
import { systemCode } from "@mpp-sim/scenario/node";
import type { Host } from "../host.ts";
import type { RunPolicy } from "./run-policies.ts";

/** Where finished replications are kept, from the current folder. All runs started there share it. */
export const recordsFolder = "runs/.records";

/** A policy of a run: which records are its own. */
interface Kept {
  readonly name: string;
  readonly addressOf: (replication: number) => string;
  readonly catalogue: string;
}

/** What else than policies decides which records are meant. */
interface Common extends Pick<Host, "cwd" | "build"> {
  readonly seed: string;
  /** What is kept from before is not read. */
  readonly anew: boolean;
}

/** The finished replications of some policies that are kept, from this run or from earlier ones with the same scenario, seed and program. */
export class KeptRecords implements Records {
  private readonly store: RecordStore;
  private readonly policies: readonly Kept[];
  private readonly anew: boolean;
  /** Why nothing more is kept: the system refused to write. */
  private refusal: string | undefined;

  constructor(policies: readonly RunPolicy[], { cwd, build, seed, anew }: Common) {
    this.anew = anew;
    this.store = new RecordStore(path.resolve(cwd, recordsFolder));
    this.policies = policies.map(({ name, variant, scenario, whole, point, catalogue }) => ({
      name,
      catalogue,
      addressOf: addressesOf({
        build: `${build.version} ${build.sources}`,
        seed,
        variant,
        point,
        scenario: whole ? { ...scenario, resolved: `${whole.resolved}\n${scenario.resolved}` } : scenario,
      }),
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

  /** Of so many replications of each policy, by its place, those that are not there yet, all together. Damaged ones are there. */
  missing(replicationsOf: (place: number) => number): number {
    let missing = 0;
    for (const [place, { addressOf }] of this.policies.entries())
      for (let index = 0; index < replicationsOf(place); index++)
        if (this.anew || !this.store.has(addressOf(index))) missing++;
    return missing;
  }

  /**
   * Puts the records of the first replications into a folder, which is made. Returns a table of them: a line each, with its file, by
   * replication and then by policy.
   */
  copyTo(folder: string, replications: number): string {
    mkdirSync(folder, { recursive: true });
    const lines = ["replication,policy,file"];
    for (let replication = 0; replication < replications; replication++) {
      for (const { name, addressOf } of this.policies) {
        const file = path.basename(this.store.fileOf(addressOf(replication)));
        if (this.store.copyTo(addressOf(replication), path.join(folder, file))) {
          lines.push(`${replication},${/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name},${file}`);
        }
      }
    }
    return `${lines.join("\n")}\n`;
  }

  private labelOf(policy: number, replication: number): { readonly address: string; readonly catalogue: string } {
    const { addressOf, catalogue } = this.policies[policy] as Kept;
    return { address: addressOf(replication), catalogue };
  }
}
