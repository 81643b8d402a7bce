import path from "node:path";
import { describeBorder } from "@mpp-sim/border";
import { type Capacity, capacitiesInFocus, type StudyPoint, type Trial, trialsOf } from "@mpp-sim/experiment";
import { catalogueHash, type Job } from "@mpp-sim/experiment/node";
import type { LoadOptions, Scenario, Variant } from "@mpp-sim/scenario";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { type OpenedScenario, openScenario, type ScenarioChanges } from "../open-scenario.ts";
import type { Run } from "../run-directory/manifest.ts";
import { variantsNamed } from "../variant-choice.ts";
import { askedOf, type RunRequest } from "./run-request.ts";

/** A policy of which units are run: how another thread loads it, and what its records are of. */
export interface RunPolicy {
  /** As the table of records has it; empty where there is one only. */
  readonly name: string;
  readonly file: string;
  readonly options: LoadOptions;
  readonly variant: string;
  /** Loaded; with other values of assumptions it differs in those alone. */
  readonly scenario: Scenario;
  /** What a future has behind it is written in the whole scenario alone. */
  readonly whole?: Scenario;
  readonly point: Readonly<Record<string, string>>;
  readonly catalogue: string;
}

/** The policies whose results a run writes, and those that only its answer needs. */
export interface RunPolicies {
  readonly own: readonly RunPolicy[];
  readonly answer?: AnswerPolicies;
  readonly reads: Job["reads"];
}

/** What the same people meet instead, and both policies at each value that is tried. */
export interface AnswerPolicies {
  readonly asked: NonNullable<Scenario["answer"]>;
  readonly own: RunPolicy;
  readonly against: RunPolicy;
  readonly trials: readonly { readonly trial: Trial; readonly own: RunPolicy; readonly against: RunPolicy }[];
  /** The policy itself, with more of one capacity. */
  readonly oneMore: readonly { readonly capacity: Capacity; readonly own: RunPolicy }[];
}

/** What is asked of a run, by the scenario where the request says nothing. @throws InputError if the scenario has no variant of a name */
export function runOf({ scenario, inputs }: OpenedScenario, request: RunRequest): Run {
  const { experiment } = scenario;
  const { seed = experiment.seed, replications = experiment.replications } = request;
  return {
    scenario,
    inputs,
    variants: variantsNamed(scenario, request.variant),
    seed,
    replications,
    asked: askedOf(request, { seed, replications }),
  };
}

/**
 * The policies of a run, with those of its answer if the scenario asks something.
 * @throws InputError if what it is compared with cannot be loaded
 */
export function policiesOf(run: Run, opened: OpenedScenario, request: RunRequest, host: Host): RunPolicies {
  const { scenario, variants } = run;
  const { reads } = opened.source;
  const alone = policyOf(opened);
  const own = variants.length === 0 ? [alone] : variants.map((variant) => policyOf(opened, variant));
  const asked = request.answer ? scenario.answer : undefined;
  if (asked === undefined) return { own, reads };
  const base = own.find(({ variant }) => variant === "base") ?? alone;
  const { against, more } = counterfactual(asked, { run, opened, request, host, own });
  if (!describeBorder(against.scenario.parameters).measures.some(({ name }) => name === asked.measure)) {
    throw new InputError(`answer.measure must be one that is reported ${asked.label} too (got ${asked.measure})`);
  }
  const at = (one: RunPolicy, { factor, value, settings }: Trial): RunPolicy =>
    policyAt(one, { name: `${factor} ${value}`, settings });
  const trials = trialsOf(asked.assumptions).map((trial) => ({
    trial,
    own: at(base, trial),
    against: at(against, trial),
  }));
  const oneMore = capacitiesInFocus(base.scenario).map((capacity) => ({
    capacity,
    own: policyAt(base, { name: `${capacity.label} more`, settings: capacity.settings }),
  }));
  return { own, answer: { asked, own: base, against, trials, oneMore }, reads: [...reads, ...more] };
}

interface Beside {
  readonly run: Run;
  readonly opened: OpenedScenario;
  readonly request: RunRequest;
  readonly host: Host;
  readonly own: readonly RunPolicy[];
}

function counterfactual(
  { against, label }: AnswerPolicies["asked"],
  { run, opened, request, host, own }: Beside,
): { readonly against: RunPolicy; readonly more: Job["reads"] } {
  const name = `against: ${label}`;
  if (against.kind === "variant") {
    const known = own.find(({ variant }) => variant === against.name);
    if (known) return { against: known, more: [] };
    const found = run.scenario.variants.find((variant) => variant.name === against.name) as Run["variants"][number];
    return { against: { ...policyOf(opened, found), name }, more: [] };
  }
  const changes: ScenarioChanges =
    against.kind === "settings" ? { ...request, set: [...request.set, ...against.set] } : request;
  const file = against.kind === "file" ? path.posix.join(path.posix.dirname(request.file), against.file) : request.file;
  const other = openScenario(file, changes, host, true);
  return { against: policy(name, { ...other.source, scenario: other.scenario }), more: other.source.reads };
}

/** A policy with some settings changed: its scenario is loaded where it is run. */
export function policyAt(one: RunPolicy, { name, settings }: Pick<StudyPoint, "name" | "settings">): RunPolicy {
  const point = Object.fromEntries(settings.map(({ path: at, value }) => [at, value]));
  const kept = (one.options.set ?? []).filter((setting) => point[setting.path] === undefined);
  return {
    ...one,
    name: `${one.name || "base"} at ${name}`,
    options: { ...one.options, set: [...kept, ...settings] },
    point,
  };
}

/** The policy of a scenario as it was opened, or of a variant of it. */
export function policyOf({ scenario, source }: OpenedScenario, variant?: Variant): RunPolicy {
  if (variant === undefined) return policy("", { ...source, scenario });
  const { name, past } = variant;
  const one = policy(name, { ...source, scenario: variant.scenario });
  return { ...one, variant: name, ...(past && { whole: scenario }) };
}

function policy(name: string, one: Pick<RunPolicy, "file" | "options" | "scenario">): RunPolicy {
  const { file, options, scenario } = one;
  const catalogue = catalogueHash(describeBorder(scenario.parameters));
  return { name, file, options, scenario, variant: "", point: {}, catalogue };
}
