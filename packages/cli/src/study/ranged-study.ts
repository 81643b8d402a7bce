import { type Ranges, rangesOf } from "@mpp-sim/experiment";
import { didYouMean } from "@mpp-sim/scenario";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { quoted } from "../terminal/quoted.ts";
import { say } from "../terminal/say.ts";
import { type OpenedStudy, openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** `mpp sensitivity`, as asked for. */
export interface SensitivityRequest extends StudyRequest {
  readonly method: "oat" | "morris" | "sobol";
  /** Paths of ranges, or what several of them begin with; none stands for all, and for Sobol' indices for those that the answer names. */
  readonly vary: readonly string[];
  /** Of Morris; as many as usual unless given. */
  readonly trajectories: number | undefined;
  /** Of Sobol'; as many as usual unless given. */
  readonly rows: number | undefined;
}

/** A study of ranges, before anything is run. */
export interface RangedStudy extends OpenedStudy, Ranges {
  readonly request: SensitivityRequest;
  readonly host: Host;
}

/**
 * Opens a scenario whose ranges are to be varied: all, or those that are named. `most` is as in `openStudy`.
 * @throws InputError if it has no range, or none of a name
 */
export function openRangedStudy(request: SensitivityRequest, host: Host, most: (days: number) => number): RangedStudy {
  const study = openStudy(request, host, most);
  const { varied, left } = rangesOf(study.opened.scenario, study.base.variant);
  if (varied.length === 0) throw new InputError(`${request.file} must have a value with a range (it has none)`);
  const isBelow = (path: string, name: string): boolean => `${path}.`.startsWith(`${name}.`);
  for (const name of request.vary) {
    const known = varied.flatMap(({ paths }) => paths);
    if (known.some((path) => isBelow(path, name))) continue;
    throw new InputError(
      `--vary must be the path of a range of ${request.file}, or what several begin with (got ${name})${didYouMean(name, known)}; \`${host.build.command} show ${quoted(request.file)} --assumptions\` lists them`,
    );
  }
  const chosen = varied.filter(({ paths }) => request.vary.some((name) => paths.some((path) => isBelow(path, name))));
  return { ...study, varied: request.vary.length === 0 ? varied : chosen, left, request, host };
}

/** Says how much is to be run, before it is. */
export function tellRuns({ request, host }: RangedStudy, sentence: string): void {
  if (!request.quiet) say(host.stderr, `${sentence}\n`);
}

/** What else decides what comes of it, for the manifest. */
export function optionsOf({ request: { method, vary }, measures }: RangedStudy): object {
  return { method, of: measures.map(({ name }) => name), ...(vary.length > 0 && { vary }) };
}
