import { availableParallelism } from "node:os";
import type { ReplicationResult } from "@mpp-sim/border";
import { type Executor, stored, type Unit } from "@mpp-sim/experiment";
import { inThisThread, type Job, type Threads, threads, workersThatPay } from "@mpp-sim/experiment/node";
import type { Host } from "../host.ts";
import { KeptRecords } from "./kept-records.ts";
import { runLimits } from "./run-limits.ts";
import type { RunPolicies, RunPolicy } from "./run-policies.ts";

/** Replications of each policy at each value that is tried; fewer where the run has fewer. */
export const replicationsOfTrial = 10;

/** What units are run with. */
export interface UnitsAsked extends Pick<Host, "cwd" | "build" | "unitWorker"> {
  readonly seed: string;
  readonly replications: number;
  /** As many threads as pay off unless given. */
  readonly workers: number | undefined;
  /** What is kept from before is not read. */
  readonly fresh: boolean;
  readonly interrupted: () => boolean;
}

/** A unit that failed: its policy, and as the cause what it has thrown. */
export class UnitFailure extends Error {
  readonly policy: RunPolicy;

  constructor(policy: RunPolicy, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.policy = policy;
  }
}

/** All units of a run, those of its answer too, and who runs them: this thread, or others. */
export class UnitsOfRun {
  /** Of all policies: those of the run first, then those of the answer. */
  readonly policies: readonly RunPolicy[];
  readonly records: KeptRecords;
  private readonly asked: UnitsAsked;
  private readonly job: Job;
  private readonly workers: number;
  private pool: Threads | undefined;

  constructor({ own, answer, reads }: RunPolicies, asked: UnitsAsked) {
    const trials = answer?.trials.flatMap((trial) => [trial.own, trial.against]) ?? [];
    const beside = answer ? [answer.own, answer.against].filter((policy) => !own.includes(policy)) : [];
    this.policies = [...own, ...beside, ...trials];
    this.asked = asked;
    this.records = new KeptRecords(this.policies, { ...asked, anew: asked.fresh });
    this.job = { reads, policies: this.policies.map(plain), seed: asked.seed, limits: runLimits };
    const few = Math.min(asked.replications, replicationsOfTrial);
    const missing = this.records.missing((place) => (place < own.length + beside.length ? asked.replications : few));
    this.workers = asked.workers ?? workersThatPay(missing, availableParallelism());
  }

  /** For the policies of the run. `own` runs units in this thread. */
  executor(own: Executor): Executor {
    // Futures of one replication share its past.
    const futures = this.policies.filter(({ whole }) => whole !== undefined).length;
    return stored(this.records, this.workers === 1 ? own : this.threads().executor(Math.max(1, futures)));
  }

  /**
   * Runs replications 0, 1, … of some policies, a policy after the other. Gives what `take` has taken of those that were finished, by policy
   * and replication.
   * @throws UnitFailure of the first unit that failed
   */
  async run<Taken>(
    policies: readonly RunPolicy[],
    count: number,
    take: (result: ReplicationResult, policy: RunPolicy) => Taken,
    onDone: (done: number) => void,
  ): Promise<Taken[][]> {
    const places = policies.map((policy) => this.policies.indexOf(policy));
    const units = places.flatMap((policy) =>
      Array.from({ length: count }, (_, replication) => ({ policy, replication })),
    );
    const found = new Map<string, Taken>();
    const errors = new Map<string, unknown>();
    const keyOf = ({ policy, replication }: Unit): string => `${policy}/${replication}`;
    // A thread that loads a policy runs all of it; one policy alone is for all threads.
    const together = policies.length === 1 ? 1 : count;
    const executor = this.workers === 1 ? inThisThread(this.job, pause) : this.threads().executor(together);
    await stored(this.records, executor).run(
      units,
      (unit, outcome) => {
        if ("error" in outcome) errors.set(keyOf(unit), outcome.error);
        else if (outcome.result.status === "complete") {
          const taken = take(outcome.result, this.policies[unit.policy] as RunPolicy);
          onDone(found.set(keyOf(unit), taken).size);
        } else errors.set(keyOf(unit), new Error(outcome.result.message));
      },
      () => errors.size > 0 || this.asked.interrupted(),
    );
    const first = units.find((unit) => errors.has(keyOf(unit)));
    if (first) throw new UnitFailure(this.policies[first.policy] as RunPolicy, errors.get(keyOf(first)));
    return places.map((policy) =>
      Array.from({ length: count }, (_, replication) => keyOf({ policy, replication })).flatMap((key) =>
        found.has(key) ? [found.get(key) as Taken] : [],
      ),
    );
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  private threads(): Threads {
    this.pool ??= threads(this.job, this.workers, this.asked.unitWorker);
    return this.pool;
  }
}

/** Signals and the terminal are handled between replications. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What can be sent to another thread. */
function plain({ file, options, variant, catalogue }: RunPolicy): Job["policies"][number] {
  return { file, options, variant, catalogue };
}
