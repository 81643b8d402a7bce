import type { RunResult, VariantsResult } from "@mpp-sim/experiment";

/** A run, or the runs of variants. */
export type RunOrVariants = RunResult | VariantsResult;

/** The runs of a result in their order, each with the name of its variant if there are variants. */
export function runsOf(result: RunOrVariants): readonly { readonly result: RunResult; readonly variant?: string }[] {
  return "variants" in result ? result.variants.map(({ name, result }) => ({ result, variant: name })) : [{ result }];
}
