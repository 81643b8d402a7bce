import { type Position, positionsIn } from "@mpp-sim/experiment";
import type { Job } from "@mpp-sim/experiment/node";
import { didYouMean, type Factor, type Scenario, settingsOf } from "@mpp-sim/scenario";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { load } from "../open-scenario.ts";
import type { Vary } from "./read-vary.ts";
import type { StudyRequest } from "./study-request.ts";

/** Values of an interval unless told. */
const usualSteps = 5;

/** A setting that is varied, where its values lie, and what was read to try them. */
export interface Varied {
  readonly factor: Factor;
  readonly positions: readonly Position[];
  readonly reads: Job["reads"];
}

/**
 * What is varied, each value tried on the scenario first, so that a wrong one is told before anything is run.
 * @throws InputError if a value is refused, or there is nothing between two ends, or no range in the file
 */
export function variedOf(vary: Vary, scenario: Scenario, request: StudyRequest, host: Host): Varied {
  const { path, levels, ends, steps = usualSteps } = vary;
  const reads: Job["reads"][number][] = [];
  const problemsOf = (set: StudyRequest["set"]): readonly string[] => {
    const {
      scenario: found,
      problems,
      source,
    } = load(request.file, { ...request, set: [...request.set, ...set] }, host);
    reads.push(...source.reads);
    // What is tried is set, but it was asked for as --vary.
    return found ? [] : problems.map((line) => line.replace(`--set ${path}`, `--vary ${path}`));
  };
  const mustLoad = (factor: Factor, at: Position): void => {
    const problems = problemsOf(settingsOf(factor, at));
    if (problems.length > 0) throw new InputError(problems.join("\n"));
  };
  const factor = levels ? ofLevels(path, levels) : ends ? between(path, ends, problemsOf) : declared(path, scenario);
  const positions = positionsIn(factor, steps);
  const tried = factor.range.kind === "levels" ? positions : [0, 1];
  for (const at of tried) mustLoad(factor, at);
  return { factor, positions, reads };
}

function ofLevels(path: string, levels: readonly string[]): Factor {
  const named = Object.fromEntries(levels.map((level) => [level, level]));
  return { origin: "--vary", paths: [path], base: levels[0] as string, range: { kind: "levels", levels: named } };
}

/** An interval; of whole figures where the setting takes no others. */
function between(
  path: string,
  [low, high]: readonly [string, string],
  problemsOf: (set: StudyRequest["set"]) => readonly string[],
): Factor {
  const of = (whole: boolean): Factor => ({
    origin: "--vary",
    paths: [path],
    base: low,
    range: { kind: "interval", low, high, whole },
  });
  // No fraction: so far between two whole figures nothing is whole by chance.
  const inside = settingsOf(of(false), Math.SQRT1_2);
  // There is nothing between two words.
  if (inside.some(({ value }) => value === undefined)) {
    throw new InputError(
      `--vary must go from one figure, date or time to another of its kind (got ${path}=${low}..${high}); write other values one by one: ${path}=${low},${high}`,
    );
  }
  return of(problemsOf(inside).length > 0);
}

function declared(path: string, { factors, file }: Scenario): Factor {
  const found = factors.find(({ paths }) => paths.includes(path));
  if (found) return found;
  const known = factors.flatMap(({ paths }) => paths);
  throw new InputError(
    `--vary ${path} must be a value with a range in ${file}${didYouMean(path, known)}; else give values: ${path}=a..b or ${path}=a,b,c`,
  );
}
