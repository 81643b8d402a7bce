import { describeBorder } from "@mpp-sim/border";
import type { StudyMeasure } from "@mpp-sim/experiment";
import { didYouMean, type Scenario } from "@mpp-sim/scenario";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { type OpenedScenario, openScenario } from "../open-scenario.ts";
import { policyOf, type RunPolicy } from "../run/run-policies.ts";
import type { Run } from "../run-directory/manifest.ts";
import { quoted } from "../terminal/quoted.ts";
import { variantNamed } from "../variant-choice.ts";
import type { StudyRequest } from "./study-request.ts";

/** Replications of each point unless asked for: as many as the scenario has, but no more than these. */
const usually = (): number => 20;

/** The scenario of a study, ready to be run at any point. */
export interface OpenedStudy {
  readonly opened: OpenedScenario;
  /** What its directory says that it starts from. */
  readonly start: Omit<Run, "variants">;
  /** With nothing changed. */
  readonly base: RunPolicy;
  readonly measures: readonly StudyMeasure[];
  readonly seed: string;
  readonly replications: number;
}

/**
 * Opens the scenario of a study. `most` replications of each point are enough unless more are asked for, by the days of the period.
 * @throws InputError if the scenario is not valid, or has no variant or measure of a name
 */
export function openStudy(request: StudyRequest, host: Host, most: (days: number) => number = usually): OpenedStudy {
  const opened = openScenario(request.file, request, host, request.quiet);
  const { scenario } = opened;
  const base = policyOf(opened, request.variant === undefined ? undefined : variantNamed(scenario, request.variant));
  const { experiment } = scenario;
  const list = `${host.build.command} show ${quoted(request.file)} --measures`;
  const measures = measuresOf(base.scenario, request.of.length > 0 ? request.of : usual(base.scenario, scenario), list);
  const { seed = experiment.seed } = request;
  const replications = request.replications ?? Math.min(experiment.replications, most(daysOf(base.scenario)));
  return { opened, start: { scenario, inputs: opened.inputs, seed, replications }, base, measures, seed, replications };
}

function daysOf({ parameters }: Scenario): number {
  return describeBorder(parameters).days.length;
}

/** Measures of a scenario by name; `list` is the command that lists them. @throws InputError if it has none of a name */
function measuresOf(scenario: Scenario, names: readonly string[], list: string): readonly StudyMeasure[] {
  const { measures } = describeBorder(scenario.parameters);
  return [...new Set(names)].map((name) => {
    const found = measures.find((measure) => measure.name === name);
    if (found) return { name, unit: found.unit };
    const hint = didYouMean(
      name,
      measures.map((measure) => measure.name),
    );
    throw new InputError(`${name} must be a measure of ${scenario.file}${hint}; \`${list}\` lists them`);
  });
}

/** What the question is about; else what the scenario shows; else returns and releases of the people it leads with. */
function usual({ focus }: Scenario, { answer }: Scenario): readonly string[] {
  if (answer) return [answer.measure];
  const people = focus.sector === undefined ? "system" : `sector.${focus.sector}`;
  return [...(focus.measures ?? [`${people}.returned.first`, `${people}.released`]), ...(focus.also ?? [])];
}
