import { type BorderCatalogue, describeBorder, type ReplicationResult } from "@mpp-sim/border";
import {
  type AnswerResult,
  answerOf,
  arrivalsControl,
  type Compared,
  type Control,
  elsewhereOf,
  isAway,
  movesBetween,
  type OneMore,
  outcomesOf,
  type RunResult,
} from "@mpp-sim/experiment";
import type { RunOrVariants } from "@mpp-sim/report";
import type { AnswerPolicies, RunPolicy } from "./run-policies.ts";
import type { UnitsOfRun } from "./units-of-run.ts";

/** How much of an answer is known: capacities and assumptions, of those in order, that have been tried whole. */
export interface Known {
  readonly oneMore: number;
  readonly assumed: number;
}

interface Asking {
  readonly answer: AnswerPolicies;
  readonly units: UnitsOfRun;
  /** Called with the answer as the file has it, before anything more is tried. */
  readonly onBase: (base: AnswerResult) => Promise<void>;
  /** Called when more of it is known. */
  readonly onMore: (answer: AnswerResult, known: Known) => void;
  /** Called after each unit. */
  readonly onUnit: () => void;
}

/**
 * Answers the question of a scenario: the same people under what it is compared with, then the policy with more of each capacity, then both
 * at each value of the assumptions. Undefined if it was interrupted before the first was done; with what was finished if later.
 * @throws what a unit has thrown
 */
export async function runAnswer(
  result: RunOrVariants,
  { answer, units, onBase, onMore, onUnit }: Asking,
): Promise<AnswerResult | undefined> {
  const { asked, own, against, trials, oneMore } = answer;
  const ofRun = (name: string): RunResult | undefined =>
    "variants" in result ? result.variants.find((variant) => variant.name === name)?.result : result;
  const done = result.replicationsDone;
  const alone = async (policy: RunPolicy) => (await units.run([policy], done, measuresOf, onUnit))[0] ?? [];
  const mine: readonly Measured[] = ofRun(own.variant)?.replications ?? (await alone(own));
  const known = against.variant === "" ? undefined : ofRun(against.variant);
  const theirs: readonly Measured[] = known?.replications ?? (await alone(against));
  if (mine.length < done || theirs.length < done) return undefined;

  const { scenario } = own;
  const [catalogue, other] = [own, against].map((policy) => describeBorder(policy.scenario.parameters)) as [
    BorderCatalogue,
    BorderCatalogue,
  ];
  const measured = measureOf(asked.measure, catalogue, other);
  const countOf = (policy: RunPolicy): number => units.replications[units.policies.indexOf(policy)] ?? 0;
  const outcomes = outcomesOf(scenario, catalogue);
  const found = new Map<RunPolicy, Measured[]>();
  const isWhole = (policy: RunPolicy): boolean => found.get(policy)?.length === countOf(policy);
  const resultsOf = (policy: RunPolicy): Measured[] =>
    (found.get(policy) ?? []).toSorted((a, b) => a.replication - b.replication);
  const base = measured.in(mine, theirs);
  const control = controlOf(asked.measure, [against, own], [theirs, mine]);
  const elsewhere = movesBetween(
    elsewhereOf(scenario, catalogue),
    { catalogue, replications: mine },
    { catalogue: other, replications: theirs },
  );
  const soFar = (): AnswerResult =>
    answerOf({
      asked,
      unit: measured.unit,
      ranges: scenario.factors.length,
      base,
      control,
      planned: trials.length,
      trials: trials.flatMap((one) =>
        isWhole(one.own) && isWhole(one.against)
          ? [{ trial: one.trial, ...measured.in(resultsOf(one.own), resultsOf(one.against)) }]
          : [],
      ),
      elsewhere,
      oneMore: oneMore.flatMap(({ capacity: { path, label }, own: more }): OneMore[] => {
        if (!isWhole(more)) return [];
        const replications = resultsOf(more);
        const asIs = { catalogue, replications: mine.slice(0, replications.length) };
        return [{ path, label, moves: movesBetween(outcomes, { catalogue, replications }, asIs) }];
      }),
    });
  await onBase(soFar());

  const factors = [...new Set(trials.map(({ trial }) => trial.factor))];
  const knownSoFar = (): Known => ({
    oneMore: leading(oneMore, (one) => isWhole(one.own)),
    assumed: leading(factors, (factor) =>
      trials.every(({ trial, own: at, against: not }) => trial.factor !== factor || (isWhole(at) && isWhole(not))),
    ),
  });
  const more = [...oneMore.map((one) => one.own), ...trials.flatMap((trial) => [trial.own, trial.against])];
  let last: RunPolicy | undefined;
  const take = (one: ReplicationResult, policy: RunPolicy): void => {
    found.set(policy, [...(found.get(policy) ?? []), measuresOf(one)]);
    last = policy;
  };
  await units.run(more, countOf, take, () => {
    onUnit();
    if (last && isWhole(last)) onMore(soFar(), knownSoFar());
  });
  return soFar();
}

/** What an answer needs of a replication. */
type Measured = Pick<ReplicationResult, "replication" | "measures">;

function measuresOf(result: ReplicationResult): Measured {
  return isAway(result) ? result : { replication: result.replication, measures: result.measures };
}

/** The arrivals that go with a measure, under two policies that expect as many of them. */
function controlOf(
  measure: string,
  policies: readonly RunPolicy[],
  replications: readonly (readonly Measured[])[],
): Control | undefined {
  const [first, second] = policies.map(({ scenario }) => arrivalsControl(scenario.parameters, measure));
  if (first === undefined || first.name !== second?.name || first.expected !== second.expected) return undefined;
  const values = policies.map(({ scenario: { parameters } }, index) => {
    const row = describeBorder(parameters).measures.findIndex(({ name }) => name === first.name);
    return (replications[index] ?? []).map(({ measures }) => measures[row] as number);
  });
  return { ...first, values };
}

/** How many from the first on are so. */
function leading<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const first = items.findIndex((item) => !holds(item));
  return first < 0 ? items.length : first;
}

/** A measure under two policies: its unit, and its values by replication. */
function measureOf(measure: string, own: BorderCatalogue, against: BorderCatalogue) {
  const rowIn = ({ measures }: BorderCatalogue): number => measures.findIndex(({ name }) => name === measure);
  const valuesOf = (row: number, replications: readonly Measured[]): number[] =>
    replications.map((one) => one.measures[row] as number);
  return {
    unit: own.measures[rowIn(own)]?.unit ?? "",
    in: (mine: readonly Measured[], theirs: readonly Measured[]): Compared => ({
      own: valuesOf(rowIn(own), mine),
      against: valuesOf(rowIn(against), theirs),
    }),
  };
}
