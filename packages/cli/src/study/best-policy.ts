import { estimateMean, kimNelson, ocba, type StudyMeasure } from "@mpp-sim/experiment";
import { InputError } from "../input-error.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import type { Ask } from "./conduct-study.ts";

/** Which policy is to be chosen, and what it may cost. */
interface Choice {
  readonly policies: readonly RunPolicy[];
  readonly best: "lowest" | "highest";
  readonly measure: StudyMeasure;
  /** Replications over all policies; as many as make the choice sure unless given. */
  readonly budget: number | undefined;
}

/** Of the mean of the first policy: who is worse by less than that is as good. */
const matters = 0.05;
const firstLook = 20;

/** Replications of each policy with which a budget begins. */
export const budgetEach = 10;

type Found = Awaited<ReturnType<typeof surely>> | Awaited<ReturnType<typeof withinBudget>>;

/** The best policy of all, surely or within a budget. @throws InputError if the first policy has nothing of the measure */
export function bestOf({ budget, ...choice }: Choice, ask: Ask): Promise<Found> {
  const run = async (policy: RunPolicy, count: number): Promise<readonly number[]> =>
    (await ask([policy], count, [choice.measure]))[0]?.[0] ?? [];
  return budget === undefined ? surely(choice, run) : withinBudget({ ...choice, budget }, run);
}

type Run = (policy: RunPolicy, count: number) => Promise<readonly number[]>;

/** So that a choice is wrong in one of twenty cases at most; policies that are clearly worse get no more replications. */
async function surely({ policies, best, measure }: Omit<Choice, "budget">, run: Run) {
  const { mean } = estimateMean(await run(policies[0] as RunPolicy, firstLook));
  if (mean === null || mean === 0) {
    throw new InputError(`--best must have a first policy in which ${measure.name} is not 0 (got ${mean ?? "none"})`);
  }
  const least = matters * Math.abs(mean);
  const found = await kimNelson({ systems: policies, best, matters: least, first: firstLook, run });
  return {
    method: "kn" as const,
    policy: found.best.name,
    ...{ best, measure: measure.name, matters: least, settledAt: found.settledAt, runs: found.runs },
    leftOut: found.leftOut.map(({ system, at }) => ({ policy: system.name, at })),
  };
}

/** Replications go to policies that are close to the best or vary much; how sure the choice is nobody promises. */
async function withinBudget({ policies, best, measure, budget }: Choice & { readonly budget: number }, run: Run) {
  const found = await ocba({ systems: policies, best, budget, first: budgetEach, round: 2 * policies.length, run });
  return {
    method: "ocba" as const,
    policy: found.best.name,
    ...{ best, measure: measure.name, budget, runs: found.runs },
    policies: found.systems.map(({ system, n, mean }) => ({ policy: system.name, n, mean })),
  };
}

/** What was chosen, for a terminal. */
export function bestSentence(found: Found): string {
  const { policy, best, measure, runs } = found;
  if (found.method === "kn") {
    const least = Number(found.matters.toPrecision(2));
    return `The ${best} ${measure}: ${policy}, or one that is worse by less than ${least} (95 %, ${runs} replications in all).`;
  }
  const each = found.policies.map((one) => `${one.policy} ${one.n}`).join(", ");
  return `The ${best} ${measure} of ${runs} replications: ${policy}. They went to who is close to the best or varies much (OCBA): ${each}. How likely it is right is not known; without --budget it is right in 95 %.`;
}
