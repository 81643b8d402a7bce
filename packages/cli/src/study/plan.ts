import { fewestRuns, gridOf, type StudyPoint, smallestSure, sureFrontier } from "@mpp-sim/experiment";
import { type PlanFound, planCsv, planObject, planText } from "@mpp-sim/report";
import { planSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { policyAt } from "../run/run-policies.ts";
import { conductStudy } from "./conduct-study.ts";
import { openStudy } from "./open-study.ts";
import type { TargetAsked } from "./read-target.ts";
import type { Vary } from "./read-vary.ts";
import type { StudyRequest } from "./study-request.ts";
import { variedOf } from "./vary.ts";

/** `mpp plan`, as asked for. */
export interface PlanRequest extends Omit<StudyRequest, "of"> {
  readonly target: TargetAsked;
  readonly vary: readonly Vary[];
}

/** Replications of each value at most, unless asked for. */
const usualReplications = 60;
/** Replications asked for at a time. */
const round = 30;
const mostValues = 201;
/** Values of an interval whose ends are no whole figures. */
const otherwise = 11;

/**
 * Looks for the smallest value with which a target is surely met, or for what two settings must be together.
 * @throws InputError if a value is refused, the scenario has no such measure, or the replications could not show the probability
 */
export async function plan(request: PlanRequest, host: Host): Promise<ExitCode> {
  const { target, vary } = request;
  if (vary.length > 2) throw new InputError(`--vary must be given once or twice (got ${vary.length} times)`);
  const asked: StudyRequest = {
    ...request,
    of: [target.measure],
    replications: request.replications ?? usualReplications,
  };
  const { opened, start, base, measures, seed, replications } = openStudy(asked, host);
  const least = fewestRuns(target);
  if (replications < least)
    throw new InputError(
      `--replications must be at least ${least} to show ${100 * target.probability} % (got ${replications})`,
    );
  const varied = vary.map((one) => variedOf({ ...one, ...stepsOf(one) }, opened.scenario, asked, host));
  const points = gridOf(
    varied.map(({ factor }) => factor),
    varied.map(({ positions }) => positions),
  );
  const policies = points.map((point) => policyAt(base, point));
  const met = (value: number): boolean => (target.sign === "<=" ? value <= target.bound : value >= target.bound);
  const paths = vary.map(({ path }) => path);
  return conductStudy(
    {
      command: "plan",
      run: start,
      policies,
      reads: [...opened.source.reads, ...varied.flatMap(({ reads }) => reads)],
      options: { target, vary: paths },
      work: async (ask) => {
        const run = async (point: StudyPoint, count: number): Promise<readonly number[]> => {
          const policy = policies[points.indexOf(point)];
          const [found] = await ask(policy ? [policy] : [], count, measures);
          return found?.[0] ?? [];
        };
        const common = { met, probability: target.probability, replications, round };
        let found: PlanFound;
        if (vary.length === 1) {
          const plan = await smallestSure({ ...common, values: points, run });
          found = { kind: "smallest", paths, target, points, replications, plan };
        } else {
          const [rows, columns] = varied.map(({ positions }) => [...positions.keys()]) as [number[], number[]];
          const at = (row: number, column: number) => points[row * columns.length + column] as StudyPoint;
          const frontier = await sureFrontier({
            ...common,
            first: rows,
            second: columns,
            run: (row, column, count) => run(at(row, column), count),
          });
          const pointed = <Pair extends { readonly first: number; readonly second: number }>(pair: Pair) => ({
            ...pair,
            value: at(pair.first, pair.second),
          });
          found = {
            kind: "frontier",
            paths,
            target,
            points,
            replications,
            frontier: frontier.frontier.map(pointed),
            tried: frontier.tried.map(pointed),
            runs: frontier.runs,
            contradictions: frontier.contradictions.map(([less, more]) => [pointed(less).value, pointed(more).value]),
          };
        }
        const about = { command: "plan", scenario: opened.scenario, seed, replications, points: points.length };
        return {
          files: new Map([
            ["plan.csv", planCsv(found)],
            ["plan.svg", planSheet(opened.scenario.name, found)],
          ]),
          document: planObject(about, found),
          text: (paper) => planText(about, found, paper),
        };
      },
    },
    asked,
    host,
  );
}

/** Every whole figure between two ends that are such. */
function stepsOf({ ends, steps }: Vary): { readonly steps?: number } {
  if (steps !== undefined || ends === undefined) return {};
  const [low, high] = ends.map((end) => Number(/^(\d+)(?![\d:.-])/.exec(end)?.[1] ?? Number.NaN)) as [number, number];
  const count = high - low + 1;
  return { steps: Number.isNaN(count) || count < 2 ? otherwise : Math.min(count, mostValues) };
}
