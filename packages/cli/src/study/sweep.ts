import {
  foldStudy,
  gridOf,
  latinHypercube,
  pointsOfDesign,
  type StudyPoint,
  type StudyResult,
  sobolSequence,
} from "@mpp-sim/experiment";
import { pointsCsv, sweepObject, sweepText } from "@mpp-sim/report";
import { sweepSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { policyAt } from "../run/run-policies.ts";
import { conductStudy } from "./conduct-study.ts";
import { openStudy } from "./open-study.ts";
import type { Vary } from "./read-vary.ts";
import type { StudyRequest } from "./study-request.ts";
import { type Varied, variedOf } from "./vary.ts";

/** `mpp sweep`, as asked for. */
export interface SweepRequest extends StudyRequest {
  readonly vary: readonly Vary[];
  /** Every combination, or points spread over all of them at once. */
  readonly design: "grid" | "lhs" | "sobol";
  /** Of a design that is no grid. */
  readonly points: number | undefined;
}

/** Points of a design that is no grid, unless asked for. */
const usualPoints = 32;

/** More points are surely a mistake. */
const mostPoints = 10_000;

/**
 * Runs a scenario at every combination of some values, with the same people at each.
 * @throws InputError if a value is refused
 */
export async function sweep(request: SweepRequest, host: Host): Promise<ExitCode> {
  const study = openStudy(request, host);
  const { opened, start, base, measures, seed, replications } = study;
  const varied = request.vary.map((vary) => variedOf(vary, opened.scenario, request, host));
  const paths = request.vary.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new InputError(`--vary must name each setting once (got ${twice} twice)`);
  const points = pointsOf(varied, request, seed);
  const policies = points.map((point) => policyAt(base, point));
  const run = { command: "sweep", scenario: opened.scenario, seed, replications, points: points.length };
  return conductStudy(
    {
      command: "sweep",
      run: start,
      policies,
      reads: [...opened.source.reads, ...varied.flatMap(({ reads }) => reads)],
      options: { vary: paths, design: request.design, of: measures.map(({ name }) => name) },
      work: async (ask) => {
        const values = await ask(policies, replications, measures);
        const rows = foldStudy(
          measures,
          points.map((point, index) => ({ point, values: values[index] ?? [] })),
        );
        const result: StudyResult = { paths, measures, replications, rows };
        return {
          files: new Map([
            ["points.csv", pointsCsv(result)],
            ["sweep.svg", sweepSheet(opened.scenario.name, result, request.design === "grid")],
          ]),
          document: sweepObject(run, result),
          text: (paper) => sweepText(run, result, paper),
        };
      },
    },
    request,
    host,
  );
}

function pointsOf(
  varied: readonly Varied[],
  { design, points = usualPoints }: Pick<SweepRequest, "design" | "points">,
  seed: string,
): readonly StudyPoint[] {
  const factors = varied.map(({ factor }) => factor);
  if (design === "lhs") return pointsOfDesign(factors, latinHypercube(points, factors.length, seed));
  if (design === "sobol") return pointsOfDesign(factors, sobolSequence(points, factors.length, seed));
  const count = varied.reduce((product, { positions }) => product * positions.length, 1);
  if (count > mostPoints) throw new InputError(`--vary must give at most ${mostPoints} points together (got ${count})`);
  return gridOf(
    factors,
    varied.map(({ positions }) => positions),
  );
}
