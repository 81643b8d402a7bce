import type { ReplicationResult } from "@mpp-sim/border";
import type { StopCause } from "../run-result.ts";

/** One simulation of a run: a policy, by its place among them, under one replication. Both count from 0. */
export interface Unit {
  /** Its place among the policies of the run, from 0. */
  readonly policy: number;
  /** From 0. */
  readonly replication: number;
}

/** What came of a unit: figures, or what was thrown. */
export type Outcome = { readonly result: ReplicationResult } | { readonly error: unknown };

/** How a run ended, before anything is folded. */
export interface Replicated {
  readonly finished: readonly ReplicationResult[];
  /** The replication that exceeded a limit, if one did. */
  readonly truncated?: ReplicationResult;
  readonly stop?: {
    readonly by: StopCause;
    readonly reason: string;
    readonly error?: unknown;
  };
}

/**
 * What has come of the units of a run, in whatever order they ended. A run ends at the first unit, by replication and then by policy,
 * that exceeds a limit or throws; so what counts depends on indices alone, not on how long units take or who runs them.
 */
export class Rounds {
  private readonly policies: readonly string[];
  private asked: number;
  private readonly outcomes = new Map<number, Outcome>();
  /** Place of the first unit that ends the run. */
  private end: number;

  /**
   * `policies` by name, empty where there is one only; `asked` replications of each.
   * @throws RangeError if `asked` is not a whole number from 1
   */
  constructor(policies: readonly string[], asked: number) {
    if (!(Number.isSafeInteger(asked) && asked >= 1)) {
      throw new RangeError(`runReplications: replications must be a whole number from 1, got ${asked}`);
    }
    this.policies = policies;
    this.asked = asked;
    this.end = asked * policies.length;
  }

  /** Units that are done. */
  get done(): number {
    return this.outcomes.size;
  }

  /**
   * Units of the first replications, all unless told, that are still to be run, each replication under every policy before the next. It looks
   * anew at each step: a run may end meanwhile.
   */
  *units(first = this.asked): Generator<Unit, void, void> {
    const width = this.policies.length;
    for (let at = 0; at < Math.min(this.end, first * width); at++) {
      if (!this.outcomes.has(at)) yield { policy: at % width, replication: Math.floor(at / width) };
    }
  }

  /** No more than these replications are asked for any more. */
  endAfter(replications: number): void {
    this.asked = replications;
    this.end = Math.min(this.end, replications * this.policies.length);
  }

  /** Told again of a unit, it does nothing: a queue may run one twice, to the same end. Returns whether it was new. */
  add({ policy, replication }: Unit, outcome: Outcome): boolean {
    const at = replication * this.policies.length + policy;
    if (this.outcomes.has(at)) return false;
    this.outcomes.set(at, outcome);
    if ("error" in outcome || outcome.result.status === "truncated") this.end = Math.min(this.end, at);
    return true;
  }

  /** How the run ended, for each policy. Where a unit is missing, the run was interrupted: only the rounds before it count. */
  ended(): Replicated[] {
    const width = this.policies.length;
    const all = this.asked * width;
    let whole = 0;
    while (whole < this.end && this.outcomes.has(whole)) whole++;
    const rounds = Math.floor(whole / width);
    const soFar = `${rounds} of ${this.asked} replications finished`;
    const finished = (policy: number): ReplicationResult[] =>
      Array.from({ length: rounds }, (_, replication) => {
        const { result } = this.outcomes.get(replication * width + policy) as { result: ReplicationResult };
        return result;
      });
    const by = (stop?: Replicated["stop"]): Replicated[] =>
      this.policies.map((_, policy) => ({ finished: finished(policy), ...(stop && { stop }) }));
    if (whole === all) return by();
    const last = whole === this.end ? this.outcomes.get(whole) : undefined;
    if (last === undefined) return by({ by: "interruption", reason: `interrupted: ${soFar}` });
    const name = this.policies[whole % width];
    const which = `replication ${rounds}${name === "" ? "" : ` of variant ${name}`}`;
    if ("error" in last) {
      const message = last.error instanceof Error ? last.error.message : String(last.error);
      return by({ by: "error", reason: `${which} failed: ${message}; ${soFar}`, error: last.error });
    }
    const { result: truncated } = last;
    const runs = by({ by: "limit", reason: `${which} stopped: ${truncated.message}; ${soFar}` });
    return runs.map((run, policy) => (policy === whole % width ? { ...run, truncated } : run));
  }
}
