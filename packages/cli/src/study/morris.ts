import {
  type MorrisTried,
  morrisOfRanges,
  placesToRun,
  pointsOfDesign,
  rangesThatMove,
  type TrajectoryFigures,
  walksOfRanges,
} from "@mpp-sim/experiment";
import { indicesCsv, morrisObject, morrisRows, morrisText } from "@mpp-sim/report";
import { indicesSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { policyAt, type RunPolicy } from "../run/run-policies.ts";
import { type Ask, conductStudy } from "./conduct-study.ts";
import { openRangedStudy, optionsOf, type RangedStudy, type SensitivityRequest, tellRuns } from "./ranged-study.ts";

const usualTrajectories = 8;
/** Of each point: two tell chance from where the other ranges stand. */
const usualReplications = 2;
/** Trajectories in which every range is moved, once; those that did nothing there are moved no more. */
const firstLook = 2;

/**
 * Elementary effects after Morris: walks through the space of all ranges, each of which moves them one after the other, with people of its own.
 * @throws InputError as `openRangedStudy`
 */
export async function morris(request: SensitivityRequest, host: Host): Promise<ExitCode> {
  const study = openRangedStudy(request, host, () => usualReplications);
  const { opened, start, base, measures, seed, replications, varied, left } = study;
  const trajectories = walksOfRanges(request.trajectories ?? usualTrajectories, varied.length, seed);
  const policies = trajectories.map(({ points }, trajectory) =>
    pointsOfDesign(varied, points).map(({ settings }, place) =>
      policyAt(base, { name: `trajectory ${trajectory + 1}, point ${place + 1}`, settings }),
    ),
  );
  tellBefore(study, trajectories.length);
  return conductStudy(
    {
      command: "sensitivity",
      run: start,
      policies: policies.flat(),
      reads: opened.source.reads,
      options: { ...optionsOf(study), trajectories: trajectories.length },
      work: async (ask) => {
        const walking = { ask, study, policies };
        const first = trajectories.slice(0, firstLook);
        const looked = await figuresAt(
          walking,
          first.map(({ points }) => [...points.keys()]),
          1,
        );
        const moving = rangesThatMove(first, looked.figures);
        const places = trajectories.map((trajectory) => placesToRun(trajectory, moving));
        const { figures, whyRefused } = await figuresAt(walking, places, replications);
        const tried: MorrisTried = { factors: varied, trajectories, figures, moving, first: first.length };
        const found = morrisOfRanges(measures, tried, { seed });
        const points = places.flat().length;
        const run = { command: "sensitivity", scenario: opened.scenario, seed, replications, points };
        const about = { trajectories: trajectories.length, first: first.length, moving: moving.size, whyRefused };
        const rows = morrisRows(found);
        return {
          files: new Map([
            ["indices.csv", indicesCsv(rows)],
            ["morris.svg", indicesSheet(opened.scenario.name, rows, morrisPicture)],
          ]),
          document: morrisObject(run, found, { ...about, left }),
          text: (paper) => morrisText(run, found, { ...about, left }, paper),
        };
      },
    },
    request,
    host,
  );
}

const morrisPicture = {
  full: "meanAbsolute",
  hollow: "deviation",
  about:
    "Full: μ*, the mean size of its effect from one end of its range to the other, wherever the other ranges stand, with a 95 % interval. Hollow: σ, how much the effect differs from place to place.",
} as const;

function tellBefore(study: RangedStudy, trajectories: number): void {
  const { varied, replications } = study;
  const first = Math.min(firstLook, trajectories);
  const look = first * (varied.length + 1);
  tellRuns(
    study,
    `Morris: ${look} runs to see which of ${varied.length} ranges do something, then ${trajectories} × (those + 1) × ${replications}.`,
  );
}

interface Walking {
  readonly ask: Ask;
  readonly study: RangedStudy;
  readonly policies: readonly (readonly RunPolicy[])[];
}

/** Runs some places of the first trajectories. */
async function figuresAt(
  { ask, study: { measures, replications }, policies }: Walking,
  places: readonly (readonly number[])[],
  count: number,
): Promise<{ readonly figures: readonly TrajectoryFigures[]; readonly whyRefused: readonly string[] }> {
  const asked = places.map((own, trajectory) => own.map((place) => policies[trajectory]?.[place] as RunPolicy));
  // The first look has the first of the replications that the others have.
  const fromOf = new Map(asked.flatMap((own, trajectory) => own.map((policy) => [policy, trajectory * replications])));
  const whys = new Map<RunPolicy, string>();
  const values = await ask(asked.flat(), count, measures, {
    onRefused: (policy, why) => whys.set(policy, why),
    from: (policy) => fromOf.get(policy) ?? 0,
  });
  const found = new Map(asked.flat().map((policy, index) => [policy, whys.has(policy) ? [] : values[index]]));
  const figures = places.map((own, trajectory): TrajectoryFigures => {
    const run = new Set(own);
    return (policies[trajectory] ?? []).map((policy, place) => (run.has(place) ? found.get(policy) : undefined));
  });
  return { figures, whyRefused: [...whys.values()] };
}
