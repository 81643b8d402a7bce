import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import type { ReplicationResult } from "@mpp-sim/border";
import type { Records, Unit } from "@mpp-sim/experiment";
import { addressesOf, RecordStore, scenarioHash } from "@mpp-sim/experiment/node";
import { csvOf } from "@mpp-sim/report";
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
  /** Numbers that memory is to hold at most; those of more replications stay in their files. 64 MB unless given. */
  readonly mostHeld?: number;
}

/** The finished replications of some policies that are kept, from this run or from earlier ones with the same scenario, seed and program. */
export class KeptRecords implements Records {
  private readonly store: RecordStore;
  private readonly policies: readonly Kept[];
  private readonly anew: boolean;
  private readonly mostHeld: number;
  /** Numbers of replications that memory holds. */
  private held = 0;
  /** Why nothing more is kept: the system refused to write. */
  private refusal: string | undefined;

  constructor(policies: readonly RunPolicy[], { cwd, build, seed, anew, mostHeld = 2 ** 23 }: Common) {
    this.mostHeld = mostHeld;
    this.anew = anew;
    this.store = new RecordStore(path.resolve(cwd, recordsFolder));
    // Policies of one scenario that differ by values alone share its hash.
    const hashes = new Map<RunPolicy["scenario"], string>();
    this.policies = policies.map(({ name, variant, scenario, whole, point, catalogue }) => {
      const hash = hashes.get(scenario) ?? scenarioHash(scenario, whole?.resolved);
      hashes.set(scenario, hash);
      const addressOf = addressesOf({
        build: `${build.version} ${build.sources}`,
        seed,
        variant,
        point,
        scenario: hash,
      });
      return { name, catalogue, addressOf };
    });
  }

  read(unit: Unit): ReplicationResult | undefined {
    if (this.anew) return undefined;
    const label = this.labelOf(unit);
    if (this.held >= this.mostHeld) return this.store.readLater(label);
    const result = this.store.read(label);
    this.held += result === undefined ? 0 : numbersIn(result);
    return result;
  }

  /** A sentence where what is finished cannot be kept; else empty. A run goes on without. */
  get problem(): string {
    return this.refusal === undefined ? "" : `finished replications are not kept in ${recordsFolder} (${this.refusal})`;
  }

  write(unit: Unit, result: ReplicationResult): ReplicationResult {
    if (this.refusal !== undefined) return result;
    const label = this.labelOf(unit);
    try {
      this.store.write(result, label);
    } catch (error) {
      this.refusal = systemCode(error);
      if (this.refusal === undefined) throw error;
    }
    const inFile = this.held < this.mostHeld ? undefined : this.store.readLater(label);
    this.held += inFile ? 0 : numbersIn(result);
    return inFile ?? result;
  }

  /** Whether a unit must be run. What is damaged seems to be there. */
  lacks(unit: Unit): boolean {
    return this.anew || !this.store.has(this.labelOf(unit).address);
  }

  /** Puts the records of units into a folder, which is made. Returns a table of those that are there: a line each, with its file. */
  copyTo(folder: string, units: Iterable<Unit>): string {
    mkdirSync(folder, { recursive: true });
    const rows = [...units].flatMap(({ policy, replication }) => {
      const { name, addressOf } = this.policies[policy] as Kept;
      const file = path.basename(this.store.fileOf(addressOf(replication)));
      const isThere = this.store.copyTo(addressOf(replication), path.join(folder, file));
      return isThere ? [[replication, name, file]] : [];
    });
    return csvOf(["replication", "policy", "file"], rows);
  }

  /** Takes over records that `copyTo` has put into a folder elsewhere, those that are whole. @throws the error of the system if it refuses */
  takeFrom(folder: string): void {
    for (const file of readdirSync(folder)) this.store.take(path.basename(file, ".record"), path.join(folder, file));
  }

  /** Under what the record of a unit is kept. */
  labelOf({ policy, replication }: Unit): { readonly address: string; readonly catalogue: string } {
    const { addressOf, catalogue } = this.policies[policy] as Kept;
    return { address: addressOf(replication), catalogue };
  }
}

function numbersIn({ measures, daily, blocked }: ReplicationResult): number {
  return measures.length + daily.length + blocked.length;
}
