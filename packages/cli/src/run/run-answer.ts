import { describeBorder, type ReplicationResult } from "@mpp-sim/border";
import { type AnswerResult, answerOf, type RunResult } from "@mpp-sim/experiment";
import type { RunOrVariants } from "@mpp-sim/report";
import type { AnswerPolicies, RunPolicy } from "./run-policies.ts";
import { replicationsOfTrial, type UnitsOfRun } from "./units-of-run.ts";

interface Asking {
  readonly answer: AnswerPolicies;
  readonly units: UnitsOfRun;
  /** Called with the answer as the file has it, before any assumption is tried. */
  readonly onBase: (base: AnswerResult) => Promise<void>;
  readonly onDone: (done: number) => void;
}

/**
 * Answers the question of a scenario: the same people under what it is compared with, then both at each value of the assumptions.
 * Undefined if it was interrupted before the first was done; with the trials that were finished if later.
 * @throws what a unit has thrown
 */
export async function runAnswer(
  result: RunOrVariants,
  { answer, units, onBase, onDone }: Asking,
): Promise<AnswerResult | undefined> {
  const { asked, own, against, trials } = answer;
  const ofRun = (name: string): RunResult | undefined =>
    "variants" in result ? result.variants.find((variant) => variant.name === name)?.result : result;
  const done = result.replicationsDone;
  const mine = ofRun(own.variant)?.replications ?? (await units.run([own], done, onDone))[0] ?? [];
  const known = against.variant === "" ? undefined : ofRun(against.variant);
  const theirs = known?.replications ?? (await units.run([against], done, onDone))[0] ?? [];
  if (mine.length < done || theirs.length < done) return undefined;

  const ofOwn = rowOf(own, asked.measure);
  const ofAgainst = rowOf(against, asked.measure);
  const { unit } = ofOwn;
  const ranges = own.scenario.factors.length;
  const base = { own: ofOwn.in(mine), against: ofAgainst.in(theirs) };
  await onBase(answerOf({ asked, unit, ranges, base, trials: [] }));

  const count = Math.min(done, replicationsOfTrial);
  const results = await units.run(
    trials.flatMap((trial) => [trial.own, trial.against]),
    count,
    onDone,
  );
  const finished = trials.flatMap(({ trial }, index) => {
    const [ownAt = [], againstAt = []] = results.slice(2 * index, 2 * index + 2);
    if (ownAt.length < count || againstAt.length < count) return [];
    return [{ trial, own: ofOwn.in(ownAt), against: ofAgainst.in(againstAt) }];
  });
  return answerOf({ asked, unit, ranges, base, trials: finished });
}

/** A measure of a policy: its unit, and its values by replication. */
function rowOf({ scenario }: RunPolicy, measure: string) {
  const { measures } = describeBorder(scenario.parameters);
  const row = measures.findIndex(({ name }) => name === measure);
  return {
    unit: measures[row]?.unit ?? "",
    in: (replications: readonly ReplicationResult[]) => replications.map((one) => one.measures[row] as number),
  };
}
