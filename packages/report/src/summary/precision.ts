import { precisionOf, reachedIn } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { type RunOrVariants, runsOf } from "../files/runs-of.ts";

/** What a run was to know, how well, and after how many replications it did. */
export interface PrecisionObject {
  readonly precision: {
    readonly measure: string;
    /** `5 %` of the mean, or a figure in the unit of the measure. */
    readonly within: string;
    /** Null where it was not reached, or not yet. */
    readonly reachedAfter: number | null;
  };
}

type Asking = Pick<Scenario, "experiment">;

/** For JSON; nothing where the scenario asks for no precision. */
export function precisionObject(
  { experiment }: Asking,
  result: RunOrVariants | undefined,
): PrecisionObject | undefined {
  const [precision, asked] = [precisionOf(experiment), experiment.precision];
  if (precision === undefined || asked === undefined) return undefined;
  const { measure, within } = asked;
  const runs = result === undefined ? [] : runsOf(result).map((run) => run.result);
  const reached = runs.length === 0 ? undefined : reachedIn(runs, precision);
  return { precision: { measure, within: `${within.value} ${within.unit}`.trim(), reachedAfter: reached ?? null } };
}

/** How well the measure is known that was to be; empty where nothing was asked, or there are no figures. */
export function precisionSentence(result: RunOrVariants, scenario: Asking): string {
  const found = precisionObject(scenario, result)?.precision;
  if (found === undefined || result.replicationsDone === 0) return "";
  const { measure, within, reachedAfter } = found;
  const how = within.endsWith("%") ? `within ${within} of its mean` : `within ± ${within}`;
  const each = "variants" in result ? " under every variant" : "";
  return reachedAfter === null
    ? `${measure} is not known ${how}${each} after ${result.replicationsDone} replications.`
    : `${measure} is known ${how}${each} after ${reachedAfter} replications, as asked.`;
}
