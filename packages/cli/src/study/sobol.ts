import { designOfRanges, nameOf, pointsOfDesign, sobolOfRanges, type UnitPoint } from "@mpp-sim/experiment";
import { indicesCsv, sobolObject, sobolRows, sobolText } from "@mpp-sim/report";
import { indicesSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { policyAt, type RunPolicy } from "../run/run-policies.ts";
import { conductStudy } from "./conduct-study.ts";
import { openRangedStudy, optionsOf, type SensitivityRequest, tellRuns } from "./ranged-study.ts";

/** A power of two, as Sobol' sequences are even at. */
const usualRows = 64;

/** More would take hours, and their indices be lost in noise. */
const mostRanges = 32;

/**
 * Sobol' indices: how much of the variance of a season's figure each range accounts for, alone and with all others, and how much chance does.
 * @throws InputError if there are too many ranges, or as `openRangedStudy`
 */
export async function sobol(request: SensitivityRequest, host: Host): Promise<ExitCode> {
  const study = openRangedStudy(request, host, () => 1);
  const { opened, start, base, measures, seed, left } = study;
  // One figure a point: chance is one of the inputs.
  const replications = 1;
  const named = opened.scenario.answer?.assumptions.map(({ factor }) => nameOf(factor.paths)) ?? [];
  const isNamed = study.varied.filter(({ paths }) => named.includes(nameOf(paths)));
  const varied = request.vary.length === 0 && isNamed.length > 0 ? isNamed : study.varied;
  if (varied.length > mostRanges) {
    throw new InputError(
      `--vary must name at most ${mostRanges} ranges for --method sobol (got ${varied.length}); --method morris tells which of them do something`,
    );
  }
  const design = designOfRanges(request.rows ?? usualRows, varied, seed);
  const at = (rows: readonly UnitPoint[], name: string): readonly RunPolicy[] =>
    pointsOfDesign(varied, rows).map(({ settings }, row) =>
      policyAt(base, { name: `row ${row + 1} of ${name}`, settings }),
    );
  const policies = {
    a: at(design.a, "a"),
    chance: at(design.a, "a with the people of b"),
    mixed: design.mixed.map((rows, index) => at(rows, `mixed ${index + 1}`)),
    b: at(design.b, "b"),
  };
  const matrices = [policies.a, policies.chance, ...policies.mixed, policies.b];
  const all = policies.a.flatMap((_, row) => matrices.map((rows) => rows[row] as RunPolicy));
  const fromOf = new Map([
    ...[policies.a, ...policies.mixed].flatMap((rows) => rows.map((policy, row) => [policy, 2 * row] as const)),
    ...[policies.b, policies.chance].flatMap((rows) => rows.map((policy, row) => [policy, 2 * row + 1] as const)),
  ]);
  tellRuns(
    study,
    `Sobol': ${all.length} runs, ${design.a.length} rows × (ranges ${varied.length} + groups of several ${design.groups.length} + 3).`,
  );
  return conductStudy(
    {
      command: "sensitivity",
      run: start,
      policies: all,
      reads: opened.source.reads,
      options: { ...optionsOf(study), rows: design.a.length },
      work: async (ask) => {
        const whys = new Map<RunPolicy, string>();
        const values = await ask(all, replications, measures, {
          onRefused: (policy, why) => whys.set(policy, why),
          from: (policy) => fromOf.get(policy) ?? 0,
        });
        const byPolicy = new Map(
          all.map((policy, index) => [policy, values[index]?.map(([value]) => value as number)]),
        );
        const figures = (rows: readonly RunPolicy[]) =>
          rows.map((policy) => (whys.has(policy) ? [] : (byPolicy.get(policy) ?? [])));
        const found = sobolOfRanges(
          measures,
          varied,
          design,
          {
            a: figures(policies.a),
            b: figures(policies.b),
            mixed: policies.mixed.map(figures),
            chance: figures(policies.chance),
          },
          { seed },
        );
        const run = { command: "sensitivity", scenario: opened.scenario, seed, replications, points: all.length };
        const about = {
          rows: design.a.length,
          of: study.varied.length,
          whyRefused: [...whys.values()],
          left,
        };
        const rows = sobolRows(found);
        return {
          files: new Map([
            ["indices.csv", indicesCsv(rows)],
            ["sobol.svg", indicesSheet(opened.scenario.name, rows, sobolPicture)],
          ]),
          document: sobolObject(run, found, about),
          text: (paper) => sobolText(run, found, about, paper),
        };
      },
    },
    request,
    host,
  );
}

const sobolPicture = {
  full: "total",
  hollow: "first",
  about:
    "Shares of the variance of one season. Full: total, with all its interactions; hollow: first, alone; lines are 95 % intervals. Chance is who comes when. The dummy does nothing: an index within its interval is not told from none.",
} as const;
