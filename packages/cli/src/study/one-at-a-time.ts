import {
  effectsOfRanges,
  endsOf,
  nameOf,
  type RangeLeft,
  type StudyMeasure,
  type TriedRange,
} from "@mpp-sim/experiment";
import { rangesCsv, type StudyRun, sensitivityObject, sensitivityText } from "@mpp-sim/report";
import { tornadoSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { policyAt, type RunPolicy } from "../run/run-policies.ts";
import { type Ask, conductStudy } from "./conduct-study.ts";
import { openRangedStudy, optionsOf, type SensitivityRequest } from "./ranged-study.ts";

/** Replications of every value, before those that change something get more. */
const firstLook = 2;

/** What is tried of one range. */
interface Trials {
  readonly factor: TriedRange["factor"];
  readonly trials: readonly { readonly value: string; readonly policy: RunPolicy }[];
}

/**
 * Moves every value with a range to its ends, one at a time, with the same people. Values that change nothing in the first replications, to
 * the last digit, get no more: most of a border has no way to change what is asked.
 * @throws InputError if the scenario has no range, or none of a name
 */
export async function oneAtATime(request: SensitivityRequest, host: Host): Promise<ExitCode> {
  const study = openRangedStudy(request, host, mostReplications);
  const { opened, start, base, measures, seed, replications, varied, left } = study;
  const ranges = varied.map((factor) => ({
    factor,
    trials: endsOf(factor).map(({ point }) => ({ value: point.values[0] as string, policy: policyAt(base, point) })),
  }));
  const policies = [base, ...ranges.flatMap(({ trials }) => trials.map(({ policy }) => policy))];
  const run: StudyRun = {
    command: "sensitivity",
    scenario: opened.scenario,
    seed,
    replications,
    points: policies.length,
  };
  return conductStudy(
    {
      command: run.command,
      run: start,
      policies,
      reads: opened.source.reads,
      options: optionsOf(study),
      work: async (ask) => {
        const { ofBase, tried, refused } = await lookAt({ ask, base, ranges, replications, measures });
        const effects = effectsOfRanges(measures, ofBase, tried);
        const notVaried = [...left, ...refused];
        return {
          files: new Map([
            ["ranges.csv", rangesCsv(effects)],
            ["tornado.svg", tornadoSheet(opened.scenario.name, effects)],
          ]),
          document: sensitivityObject(run, effects, notVaried),
          text: (paper) => sensitivityText(run, effects, notVaried, paper),
        };
      },
    },
    request,
    host,
  );
}

/** As many as let a usual scenario end in two minutes on two cores: a longer period takes longer. */
function mostReplications(days: number): number {
  return Math.max(3, Math.min(10, Math.round(500 / days)));
}

interface Looking {
  readonly ask: Ask;
  readonly base: RunPolicy;
  readonly ranges: readonly Trials[];
  readonly replications: number;
  readonly measures: readonly StudyMeasure[];
}

async function lookAt({ ask, base, ranges, replications, measures }: Looking) {
  const refused: RangeLeft[] = [];
  const whyOf = new Map<RunPolicy, string>();
  const onRefused = (policy: RunPolicy, why: string): void => void whyOf.set(policy, why);
  const policiesOf = (some: readonly Trials[]): readonly RunPolicy[] =>
    some.flatMap(({ trials }) => trials.map(({ policy }) => policy));
  const [ofBase = []] = await ask([base], replications, measures);
  const few = Math.min(firstLook, replications);
  const known = new Map<RunPolicy, readonly (readonly number[])[]>();
  const look = async (some: readonly Trials[], count: number): Promise<void> => {
    const policies = policiesOf(some);
    const values = await ask(policies, count, measures, { onRefused });
    for (const [index, policy] of policies.entries()) known.set(policy, values[index] ?? []);
  };
  await look(ranges, few);
  const moves = ({ trials }: Trials): boolean =>
    trials.some(({ policy }) =>
      measures.some((_, column) =>
        known.get(policy)?.[column]?.some((value, index) => !Object.is(value, ofBase[column]?.[index])),
      ),
    );
  if (replications > few) await look(ranges.filter(moves), replications);
  const tried = ranges.map(({ factor, trials }): TriedRange => {
    for (const { value, policy } of trials) {
      const why = whyOf.get(policy);
      if (why !== undefined) refused.push({ path: nameOf(factor.paths), why: `${value} is refused: ${why}` });
    }
    const kept = trials.filter(({ policy }) => !whyOf.has(policy));
    return { factor, trials: kept.map(({ value, policy }) => ({ value, values: known.get(policy) ?? [] })) };
  });
  return { ofBase, tried, refused };
}
