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
  const ofOwn = rowOf(own, asked.measure);
  const ofAgainst = rowOf(against, asked.measure);
  const mine =
    ofRun(own.variant)?.replications.map(ofOwn.value) ?? (await units.run([own], done, ofOwn.value, onDone))[0];
  const known = against.variant === "" ? undefined : ofRun(against.variant);
  const theirs =
    known?.replications.map(ofAgainst.value) ?? (await units.run([against], done, ofAgainst.value, onDone))[0];
  if (!mine || !theirs || mine.length < done || theirs.length < done) return undefined;

  const { unit } = ofOwn;
  const ranges = own.scenario.factors.length;
  const base = { own: mine, against: theirs };
  await onBase(answerOf({ asked, unit, ranges, base, trials: [] }));

  const count = Math.min(done, replicationsOfTrial);
  const againsts = new Set(trials.map((trial) => trial.against));
  const results = await units.run(
    trials.flatMap((trial) => [trial.own, trial.against]),
    count,
    (one, policy) => (againsts.has(policy) ? ofAgainst : ofOwn).value(one),
    onDone,
  );
  const finished = trials.flatMap(({ trial }, index) => {
    const [ownAt = [], againstAt = []] = results.slice(2 * index, 2 * index + 2);
    if (ownAt.length < count || againstAt.length < count) return [];
    return [{ trial, own: ownAt, against: againstAt }];
  });
  return answerOf({ asked, unit, ranges, base, trials: finished });
}

/** A measure of a policy: its unit, and its value in a replication. */
function rowOf({ scenario }: RunPolicy, measure: string) {
  const { measures } = describeBorder(scenario.parameters);
  const row = measures.findIndex(({ name }) => name === measure);
  return {
    unit: measures[row]?.unit ?? "",
    value: ({ measures: values }: ReplicationResult) => values[row] as number,
  };
}
