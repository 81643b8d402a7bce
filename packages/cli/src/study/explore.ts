import {
  type Draw,
  explorationOf,
  latinHypercube,
  nameOf,
  pointAt,
  positionAt,
  type RangeLeft,
  rangesOf,
  sobolSequence,
} from "@mpp-sim/experiment";
import { drawsCsv, explorationObject, explorationText, type StudyRun } from "@mpp-sim/report";
import { explorationSheet } from "@mpp-sim/report/svg";
import type { Factor, Scenario } from "@mpp-sim/scenario";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { policiesOf, policyAt, type RunPolicy, runOf } from "../run/run-policies.ts";
import type { RunRequest } from "../run/run-request.ts";
import { conductStudy } from "./conduct-study.ts";
import { openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** `mpp explore`, as asked for. */
export interface ExploreRequest extends Omit<StudyRequest, "of" | "variant"> {
  /** How many; 40 unless given. */
  readonly draws: number | undefined;
  readonly design: "lhs" | "sobol";
}

const usualDraws = 40;
/** Of each draw, under both policies. */
const usualReplications = 5;

/**
 * Answers the question of a scenario at many draws of all ranges at once, each with people of its own, under both policies.
 * @throws InputError if the scenario asks nothing, or has no range
 */
export async function explore(request: ExploreRequest, host: Host): Promise<ExitCode> {
  const asked: StudyRequest = { ...request, of: [], variant: undefined };
  const { opened, start, measures, seed, replications } = openStudy(asked, host, () => usualReplications);
  const { scenario } = opened;
  const { answer } = scenario;
  if (answer === undefined) {
    throw new InputError(`${request.file} must ask something (answer), for its verdict is what is explored`);
  }
  const runRequest: RunRequest = { ...asked, variant: [], answer: true, resume: false };
  const policies = policiesOf(runOf(opened, runRequest), opened, runRequest, host);
  const { own, against } = policies.answer as NonNullable<typeof policies.answer>;
  const { varied, left } = variedIn(scenario, own.variant);
  if (varied.length === 0) throw new InputError(`${request.file} must have a value with a range (it has none)`);
  const count = request.draws ?? usualDraws;
  const rows = (request.design === "lhs" ? latinHypercube : sobolSequence)(count, varied.length, seed);
  const draws = rows.map((row) => {
    const positions = varied.map((factor, index) => positionAt(factor, row[index] as number));
    const point = pointAt(varied, positions);
    return { positions, point };
  });
  const at = (one: RunPolicy): readonly RunPolicy[] =>
    draws.map(({ point }, index) => policyAt(one, { name: `draw ${index + 1}`, settings: point.settings }));
  const [owns, againsts] = [at(own), at(against)];
  const both = owns.flatMap((one, index) => [one, againsts[index] as RunPolicy]);
  const run: StudyRun = {
    command: "explore",
    scenario,
    seed,
    replications,
    points: count,
    people: "people of its own at each",
  };
  return conductStudy(
    {
      command: run.command,
      run: start,
      policies: [own, against, ...both],
      reads: policies.reads,
      options: { design: request.design, draws: count },
      work: async (ask) => {
        const ofMeasure = (values: Awaited<ReturnType<typeof ask>>, index: number): readonly number[] =>
          values[index]?.[0] ?? [];
        const base = await ask([own, against], replications, measures);
        // Each draw has replications of its own, after those of the base.
        const fromOf = new Map(both.map((policy, index) => [policy, (1 + Math.floor(index / 2)) * replications]));
        const whyOf = new Map<RunPolicy, string>();
        const values = await ask(both, replications, measures, {
          onRefused: (policy, why) => whyOf.set(policy, why),
          from: (policy) => fromOf.get(policy) ?? 0,
        });
        const whys = draws.map(
          (_, index) => whyOf.get(owns[index] as RunPolicy) ?? whyOf.get(againsts[index] as RunPolicy),
        );
        const found = draws.flatMap((draw, index): Draw[] =>
          whys[index] === undefined
            ? [{ ...draw, own: ofMeasure(values, 2 * index), against: ofMeasure(values, 2 * index + 1) }]
            : [],
        );
        if (found.length === 0) throw new InputError(`every draw is refused: ${whys[0]}`);
        const exploration = explorationOf(
          answer,
          varied,
          { own: ofMeasure(base, 0), against: ofMeasure(base, 1) },
          found,
        );
        const paths = varied.map(({ paths: own }) => nameOf(own));
        const refused = whys.flatMap((why, index) => (why === undefined ? [] : [{ draw: index + 1, why }]));
        return {
          files: new Map([
            ["draws.csv", drawsCsv(paths, exploration)],
            ["explore.svg", explorationSheet(scenario.question, exploration)],
          ]),
          document: explorationObject(run, paths, exploration, { left, refused }),
          text: (paper) => explorationText(run, paths, exploration, { left, refused }, paper),
        };
      },
    },
    asked,
    host,
  );
}

/** All ranges but those of other variants, and of what the other policy sets: a draw must not undo the comparison. */
function variedIn({ factors, answer }: Scenario, variant: string) {
  const { varied, left } = rangesOf({ factors }, variant);
  const set = answer?.against.kind === "settings" ? answer.against.set.map(({ path }) => path) : [];
  const meet = (one: string, other: string): boolean =>
    `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
  const isCompared = ({ paths }: Factor): boolean => paths.some((path) => set.some((other) => meet(path, other)));
  const why = "what it is compared with sets it";
  const compared = varied.filter(isCompared).map(({ paths }): RangeLeft => ({ path: nameOf(paths), why }));
  return { varied: varied.filter((factor) => !isCompared(factor)), left: [...left, ...compared] };
}
