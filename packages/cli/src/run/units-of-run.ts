import { availableParallelism } from "node:os";
import type { ReplicationResult } from "@mpp-sim/border";
import { type Executor, type Outcome, stored, type Unit } from "@mpp-sim/experiment";
import { inThisThread, type Job, type Threads, threads, workersThatPay } from "@mpp-sim/experiment/node";
import type { Host } from "../host.ts";
import type { OpenQueue } from "../queue/open-queue.ts";
import { type Shard, unitsIn } from "../shards/shard.ts";
import { KeptRecords } from "./kept-records.ts";
import { runLimits } from "./run-limits.ts";
import type { RunPolicies, RunPolicy } from "./run-policies.ts";

/** Replications of each policy at each value that is tried; fewer where the run has fewer. */
export const replicationsOfTrial = 5;

/** Replications with more of a capacity: what it changes is small. A multiple, so that threads share them evenly. */
export const replicationsOfMore = 3 * replicationsOfTrial;

/** What units are run with. */
export interface UnitsAsked extends Pick<Host, "cwd" | "build" | "unitWorker"> {
  readonly seed: string;
  readonly replications: number;
  /** As many threads as pay off unless given. */
  readonly workers: number | undefined;
  /** What is kept from before is not read. */
  readonly fresh: boolean;
  readonly interrupted: () => boolean;
  /** Workers on other machines that run the units; else this machine does. */
  readonly queue?: OpenQueue | undefined;
  /** The part of all units that is run here; all unless given. */
  readonly part?: Shard;
}

/** A unit that failed: its policy, and as the cause what it has thrown. */
export class UnitFailure extends Error {
  readonly policy: RunPolicy;

  constructor(policy: RunPolicy, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.policy = policy;
  }
}

/** How the units of a shard have ended. */
export interface ShardEnd {
  readonly done: number;
  /** Those that have thrown, and what. */
  readonly failed: readonly string[];
  /** Those that exceed a limit. */
  readonly exceeded: readonly string[];
}

/** The units of a run, those of its answer too, and who runs them: this thread, or others. */
export class UnitsOfRun {
  /** Of all policies: those of the run first, then those of the answer. */
  readonly policies: readonly RunPolicy[];
  readonly records: KeptRecords;
  /** Of each policy, so many are needed. */
  readonly replications: readonly number[];
  /** Those of this shard, in the order in which a run in one go runs them. */
  readonly units: readonly Unit[];
  private readonly asked: UnitsAsked;
  private readonly ownPolicies: number;
  private readonly job: Job;
  /** Threads, counted when the first unit is to be run. */
  private counted: number | undefined;
  private pool: Threads | undefined;

  constructor({ own, answer, reads }: RunPolicies, asked: UnitsAsked) {
    const trials = answer?.trials.flatMap((trial) => [trial.own, trial.against]) ?? [];
    const beside = answer ? [answer.own, answer.against].filter((policy) => !own.includes(policy)) : [];
    const oneMore = answer?.oneMore.map((one) => one.own) ?? [];
    this.policies = [...own, ...beside, ...oneMore, ...trials];
    this.ownPolicies = own.length;
    this.asked = asked;
    this.records = new KeptRecords(this.policies, { ...asked, anew: asked.fresh });
    this.job = { reads, policies: this.policies.map(plain), seed: asked.seed, limits: runLimits };
    const few = [
      ...beside.map(() => asked.replications),
      ...oneMore.map(() => replicationsOfMore),
      ...trials.map(() => replicationsOfTrial),
    ];
    this.replications = [
      ...own.map(() => asked.replications),
      ...few.map((most) => Math.min(asked.replications, most)),
    ];
    const ownUnits = [...rounds(own.length, asked.replications)];
    const others = this.policies.slice(own.length).flatMap((_, index) => {
      const place = own.length + index;
      return Array.from({ length: this.replications[place] as number }, (_, replication) => ({
        policy: place,
        replication,
      }));
    });
    this.units = unitsIn([...ownUnits, ...others], asked.part);
  }

  /** So many replications of every policy, each under all policies before the next. */
  rounds(replications: number): Iterable<Unit> {
    return rounds(this.policies.length, replications);
  }

  /** For the policies of the run. `own` runs units in this thread. */
  executor(own: Executor): Executor {
    return this.anywhere(this.futures, own);
  }

  /**
   * Runs so many replications of some policies, a policy after the other, from the first on or from where `from` says. Gives what `take` has
   * taken of those that were finished, by policy and replication.
   * @throws UnitFailure of the first unit that failed
   */
  async run<Taken>(
    policies: readonly RunPolicy[],
    count: number | ((policy: RunPolicy) => number),
    take: (result: ReplicationResult, policy: RunPolicy) => Taken,
    onDone: (done: number) => void,
    from: (policy: RunPolicy) => number = () => 0,
  ): Promise<Taken[][]> {
    const units = policies.map((one) => {
      const policy = this.policies.indexOf(one);
      const length = typeof count === "number" ? count : count(one);
      return Array.from({ length }, (_, index) => ({ policy, replication: from(one) + index }));
    });
    const all = units.flat();
    const found = new Map<string, Taken>();
    const errors = new Map<string, Error>();
    const keyOf = ({ policy, replication }: Unit): string => `${policy}/${replication}`;
    // A thread that loads a policy runs several of it; one policy alone is for all threads.
    const together = policies.length === 1 ? 1 : Math.min(...units.map(({ length }) => length));
    await this.anywhere(together).run(
      all,
      (unit, outcome) => {
        const fault = faultOf(outcome);
        if (fault !== undefined) errors.set(keyOf(unit), fault);
        else if ("result" in outcome) {
          const taken = take(outcome.result, this.policies[unit.policy] as RunPolicy);
          onDone(found.set(keyOf(unit), taken).size);
        }
      },
      () => errors.size > 0 || this.asked.interrupted(),
    );
    const first = all.find((unit) => errors.has(keyOf(unit)));
    if (first) throw new UnitFailure(this.policies[first.policy] as RunPolicy, errors.get(keyOf(first)));
    return units.map((own) => own.map(keyOf).flatMap((key) => (found.has(key) ? [found.get(key) as Taken] : [])));
  }

  /** Runs the units of this shard; one that fails does not keep the others from it. Gives how many are done, and what the others came to. */
  async runShard(onDone: (done: number) => void): Promise<ShardEnd> {
    const failed: string[] = [];
    const exceeded: string[] = [];
    let done = 0;
    const isOwn = ({ policy }: Unit): boolean => policy < this.ownPolicies;
    const parts = [this.units.filter(isOwn), this.units.filter((unit) => !isOwn(unit))];
    for (const [index, units] of parts.entries()) {
      await this.anywhere(index === 0 ? this.futures : replicationsOfTrial).run(
        units,
        (unit, outcome) => {
          const fault = faultOf(outcome);
          if (fault === undefined) onDone(++done);
          else ("error" in outcome ? failed : exceeded).push(`${this.nameOf(unit)}: ${fault.message}`);
        },
        this.asked.interrupted,
      );
    }
    return { done, failed, exceeded };
  }

  /** A unit as a user would say it. */
  nameOf({ policy, replication }: Unit): string {
    const name = this.policies[policy]?.name ?? "";
    return `replication ${replication}${name === "" ? "" : ` of ${name}`}`;
  }

  async close(): Promise<void> {
    await this.pool?.close();
    await this.asked.queue?.close();
  }

  private get workers(): number {
    const pay = (): number =>
      workersThatPay(this.units.filter((unit) => this.records.lacks(unit)).length, availableParallelism());
    this.counted ??= this.asked.workers ?? pay();
    return this.counted;
  }

  /** Futures of one replication share its past. */
  private get futures(): number {
    return Math.max(1, this.policies.filter(({ whole }) => whole !== undefined).length);
  }

  /** `together` units that follow each other are best run in one place. */
  private anywhere(together: number, own?: Executor): Executor {
    return stored(this.records, this.asked.queue ? this.away(this.asked.queue) : this.here(together, own));
  }

  private here(together: number, own?: Executor): Executor {
    return this.workers === 1 ? (own ?? inThisThread(this.job, pause)) : this.threads().executor(together);
  }

  private away(queue: OpenQueue): Executor {
    return queue.executor({
      job: this.job,
      labelOf: (unit) => this.records.labelOf(unit),
      nameOf: (unit) => this.nameOf(unit),
      here: inThisThread(this.job, pause),
    });
  }

  private threads(): Threads {
    this.pool ??= threads(this.job, this.workers, this.asked.unitWorker);
    return this.pool;
  }
}

function* rounds(policies: number, replications: number): Generator<Unit, void, void> {
  for (let replication = 0; replication < replications; replication++)
    for (let policy = 0; policy < policies; policy++) yield { policy, replication };
}

/** What keeps a unit from being counted. */
function faultOf(outcome: Outcome): Error | undefined {
  if ("result" in outcome) return outcome.result.status === "complete" ? undefined : new Error(outcome.result.message);
  return outcome.error instanceof Error ? outcome.error : new Error(String(outcome.error));
}

/** Signals and the terminal are handled between replications. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What can be sent to another thread. */
function plain({ file, options, variant, catalogue }: RunPolicy): Job["policies"][number] {
  return { file, options, variant, catalogue };
}
