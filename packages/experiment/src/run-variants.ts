import {
  type BorderCatalogue,
  type BorderParameters,
  describeBorder,
  type Extensions,
  type Stretch,
  simulateBorder,
  simulateFutures,
} from "@mpp-sim/border";
import { differencesFrom } from "./differences-from.ts";
import type { Estimate } from "./estimate.ts";
import { foldFingerprints } from "./fold-fingerprints.ts";
import { areAllFutures, foldMixture } from "./fold-mixture.ts";
import { foldRun } from "./fold-run.ts";
import { replicate, replicateBy } from "./replicate.ts";
import { rowNamed } from "./row-named.ts";
import type { RunOptions, Simulate } from "./run-options.ts";
import { type Executing, executing } from "./units/in-process.ts";
import type { Replicated } from "./units/rounds.ts";
import type { Policy } from "./units/simulate-unit.ts";
import type { Difference, VariantResult, VariantsResult } from "./variants-result.ts";

/** Several policies that meet the same people. */
export interface VariantsOptions extends Omit<RunOptions, "parameters" | "catalogue"> {
  /** In the order in which results show them. */
  readonly variants: readonly {
    /** Unique among them. */
    readonly name: string;
    readonly parameters: BorderParameters;
    /** Rules and places from outside, in place of those of the run. Not for a future: its past is run once for several. */
    readonly extensions?: Extensions;
    /** What the results hold; described anew from parameters and extensions unless given. */
    readonly catalogue?: BorderCatalogue;
    /** For a future: the stretches of the past that it shares with others, and how likely it is, from 0 to 1. */
    readonly past?: readonly Stretch[];
    readonly probability?: number;
  }[];
  /** Name of the variant that the others are compared with. */
  readonly reference: string;
}

/**
 * Runs each replication under every variant before the next, so that whenever the run ends its results are paired, and compares the
 * variants with the reference. `onProgress` counts simulations: replications times variants. Errors as in `runReplications`.
 * @throws RangeError if the number of replications is not a whole number from 1, two variants have one name, none is the reference, or a
 * future has extensions of its own
 */
export function runVariants(options: VariantsOptions): VariantsResult {
  const policies = policiesOf(options);
  return compared(replicate(policies, withSimulate(options)), policies, options);
}

/**
 * As `runVariants`, awaiting `pause` after each simulation, or with an executor, whose policies are the variants in their order. The result
 * is the same, bit for bit.
 * @throws RangeError as `runVariants`
 */
export async function runVariantsPausing(options: VariantsOptions & Executing): Promise<VariantsResult> {
  const policies = policiesOf(options);
  const executor = executing(policies, withSimulate(options), options);
  return compared(await replicateBy(executor, policies, options), policies, options);
}

function policiesOf(options: VariantsOptions): Policy[] {
  checkVariants(options);
  return options.variants.map(({ name, parameters, extensions = options.extensions, catalogue }) => ({
    name,
    parameters,
    extensions,
    catalogue: catalogue ?? describeBorder(parameters, extensions),
  }));
}

function compared(
  replicated: readonly Replicated[],
  policies: readonly Policy[],
  options: VariantsOptions,
): VariantsResult {
  const { reference } = options;
  const variants = policies.map(({ name, catalogue }, index) => ({
    name,
    result: foldRun(replicated[index] as Replicated, { ...options, catalogue }),
  }));
  return {
    reference,
    variants,
    comparisons: variants.length - 1,
    differences: differencesFrom(reference, variants),
    ...mixtureOf(options, variants),
    ...wholeOf(variants),
    estimate: estimateOf,
    difference: differenceOf,
  };
}

function estimateOf(this: Pick<VariantsResult, "variants">, variant: string, name: string): Estimate {
  return rowNamed(this.variants, "variant", variant).result.estimate(name);
}

function differenceOf(this: Pick<VariantsResult, "differences">, variant: string, name: string): Difference {
  const compared = new Set(this.differences.map((difference) => difference.variant));
  rowNamed(
    [...compared].map((one) => ({ name: one })),
    "variant compared with the reference",
    variant,
  );
  return rowNamed(
    this.differences.filter((difference) => difference.variant === variant),
    "measure",
    name,
  );
}

function withSimulate(options: VariantsOptions): VariantsOptions & { readonly simulate: Simulate } {
  return { ...options, simulate: options.simulate ?? simulateOf(options) };
}

/** Where variants share a past, it is run once a replication. */
export function simulateOf({ variants }: Pick<VariantsOptions, "variants">): Simulate {
  if (variants.every(({ past }) => past === undefined)) return simulateBorder;
  return simulateFutures(variants.map(({ past = [], parameters }) => ({ past, parameters })));
}

/** Only where the variants are all the futures there are. */
function mixtureOf(
  { variants: asked }: VariantsOptions,
  variants: readonly VariantResult[],
): Pick<VariantsResult, "mixture"> {
  const probabilities = asked.map(({ probability = 0 }) => probability);
  if (!areAllFutures(probabilities)) return {};
  return {
    mixture: foldMixture(
      variants.map(({ result }, index) => ({ probability: probabilities[index] as number, result })),
    ),
  };
}

function checkVariants({ variants, reference }: VariantsOptions): void {
  const names = variants.map(({ name }) => name);
  if (new Set(names).size !== names.length) {
    throw new RangeError(`runVariants: variants must have names of their own, got ${names.join(", ")}`);
  }
  if (!names.includes(reference)) {
    throw new RangeError(`runVariants: reference must be one of ${names.join(", ")}, got ${reference}`);
  }
  const own = variants.filter(({ past, extensions }) => past !== undefined && extensions !== undefined);
  if (own.length > 0) {
    throw new RangeError(
      `runVariants: futures must have the extensions of the run, got others for ${own.map(({ name }) => name).join(", ")}`,
    );
  }
}

/** The status of the run as a whole: the worst of its variants. */
function wholeOf(
  variants: readonly VariantResult[],
): Omit<
  VariantsResult,
  "reference" | "variants" | "comparisons" | "differences" | "mixture" | "estimate" | "difference"
> {
  const worst =
    variants.find(({ result }) => result.status === "failed") ??
    variants.find(({ result }) => result.status === "truncated") ??
    (variants[0] as VariantResult);
  const { seed, replicationsAsked, replicationsDone, status, reason, stoppedBy, error } = worst.result;
  return {
    seed,
    replicationsAsked,
    replicationsDone,
    status,
    reason: stoppedBy === "imbalance" ? `variant ${worst.name}: ${reason}` : reason,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    ...(error === undefined ? {} : { error }),
    fingerprint: foldFingerprints(
      variants.map(({ result: { fingerprint } }, index) => ({ replication: index, fingerprint })),
    ),
    balanceViolations: variants.reduce((sum, { result }) => sum + result.balanceViolations, 0),
  };
}
