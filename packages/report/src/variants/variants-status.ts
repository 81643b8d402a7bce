import type { RunResult, VariantsResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { invariantSentence, runLine, statusSentence } from "../summary/status.ts";

/** What a reader must know before any figure; empty for a sound run that is complete. */
export function variantsAlarms(result: VariantsResult, scenario: Scenario): string[] {
  const violated = result.variants.map(({ name, result }) => {
    const sentence = invariantSentence(result);
    return sentence === "" ? "" : `Variant ${labelOf(scenario, name)}: ${sentence}`;
  });
  return [statusSentence(result), ...violated].filter((sentence) => sentence !== "");
}

/** Period, replications, variants and seed in one line. */
export function variantsRunLine(result: VariantsResult, { period, variants }: Scenario): string {
  const { catalogue } = (result.variants[0] as { readonly result: RunResult }).result;
  const count = result.variants.length;
  const kind = variants.some(({ probability }) => probability !== undefined) ? "future" : "variant";
  return `${runLine({ ...result, catalogue }, period)}, ${count} ${kind}${count === 1 ? "" : "s"}`;
}

function labelOf({ variants }: Scenario, name: string): string {
  return variants.find((variant) => variant.name === name)?.label ?? name;
}
