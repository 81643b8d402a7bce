import type { RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";

/** What a reader must know before any figure of a run that is not complete; empty when it is. */
export function statusSentence({
  status,
  reason,
  stoppedBy,
  replicationsDone: done,
}: Pick<RunResult, "status" | "reason" | "stoppedBy" | "replicationsDone">): string {
  if (status === "complete") return "";
  if (stoppedBy === "imbalance") return `Failed: ${reason}. Do not rely on these figures.`;
  const about = done === 0 ? "There are no figures." : "The figures are of the replications that finished.";
  return `${status === "failed" ? "Failed" : "Truncated"}: ${reason}. ${about}`;
}

/** A sentence when people do not balance or a family was split; empty in a sound run. */
export function invariantSentence({ balanceViolations, estimates }: RunResult): string {
  if (balanceViolations === 0) return "";
  const worst = ["system.balance", "system.families-split"].flatMap((name) => {
    const found = estimates.find((estimate) => estimate.name === name);
    return found === undefined || (found.min === 0 && found.max === 0)
      ? []
      : [`${name} from ${found.min} to ${found.max}`];
  });
  const detail = worst.length === 0 ? "" : ` (${worst.join(", ")})`;
  return `Invariants of the code are violated in ${balanceViolations} replication${balanceViolations === 1 ? "" : "s"}${detail}: this is a bug, please report it.`;
}

/** Settings given from outside, of which nothing stands in the files; empty where there are none. */
export function setSentence({ set }: Pick<Scenario, "set">): string {
  return set.length === 0 ? "" : `Set: ${set.map(({ path, value }) => `${path} = ${value}`).join("; ")}`;
}

/** Period, replications and seed in one line. */
export function runLine(
  {
    catalogue,
    replicationsAsked,
    replicationsDone,
    seed,
  }: Pick<RunResult, "catalogue" | "replicationsAsked" | "replicationsDone" | "seed">,
  period: { readonly from: string; readonly to: string },
): string {
  const done =
    replicationsDone === replicationsAsked ? `${replicationsAsked}` : `${replicationsDone} of ${replicationsAsked}`;
  const [days, replications] = [catalogue.days.length, replicationsAsked].map((count) => (count === 1 ? "" : "s"));
  return `${period.from} to ${period.to} (${catalogue.days.length} day${days}), ${done} replication${replications}, seed "${seed}"`;
}
