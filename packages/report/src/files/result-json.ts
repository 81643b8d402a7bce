import type { AnswerResult, Bottleneck, Difference, MeanEstimate, VariantsResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { plainJson } from "../format/plain.ts";
import { precisionObject } from "../summary/precision.ts";
import { answerObject } from "./answer-json.ts";
import { measureObject } from "./measure-object.ts";
import { type RunOrVariants, runsOf } from "./runs-of.ts";

/**
 * `summary.json`: an array with an object for each measure, in the order of the catalogue; null where a figure is not
 * defined. With variants there is an object for each variant and measure, which names its `variant` last. After all
 * futures comes their `mixture`.
 */
export function summaryJson(result: RunOrVariants): string {
  return lines(measureObjects(result));
}

/**
 * `bottlenecks.json`: an array with an object for each place and constraint, by place and then by person-hours; with
 * variants, for each variant.
 */
export function bottlenecksJson(result: RunOrVariants): string {
  return lines(bottleneckObjects(result));
}

/** `differences.json`: an array with an object for each variant and measure, in the order of the result. */
export function differencesJson({ differences }: VariantsResult): string {
  return lines(differences.map(differenceObject));
}

/** The document that `--json` prints. `directory` is where the files of the run are, if they were written. */
export function resultJson(
  result: RunOrVariants,
  scenario: Scenario,
  options: { readonly directory?: string; readonly answer?: AnswerResult } = {},
): string {
  const { seed, replicationsAsked, replicationsDone, status, reason, fingerprint } = result;
  const document = {
    scenario: scenario.name,
    question: scenario.question,
    ...(scenario.set.length === 0 ? {} : { set: scenario.set.map(({ path, value }) => ({ path, value })) }),
    period: { from: scenario.period.from, to: scenario.period.to },
    seed,
    replications: { asked: replicationsAsked, done: replicationsDone },
    ...precisionObject(scenario, result),
    status,
    ...(reason === "" ? {} : { reason }),
    fingerprint,
    ...("variants" in result ? variantsObject(result, scenario) : {}),
    ...(options.answer === undefined ? {} : { answer: answerObject(options.answer) }),
    measures: measureObjects(result),
    bottlenecks: bottleneckObjects(result),
    ...("variants" in result ? { differences: result.differences.map(differenceObject) } : {}),
    ...(options.directory === undefined ? {} : { directory: options.directory }),
  };
  return `${plainJson(document, 2)}\n`;
}

function variantsObject({ reference, comparisons, variants }: VariantsResult, scenario: Scenario): object {
  const known = new Map(scenario.variants.map((variant) => [variant.name, variant]));
  return {
    reference,
    comparisons,
    variants: variants.map(({ name, result: { fingerprint } }) => {
      const { label = name, because = "", at, probability } = known.get(name) ?? {};
      return {
        name,
        label,
        because,
        ...(at === undefined ? {} : { at }),
        ...(probability === undefined ? {} : { probability }),
        fingerprint,
      };
    }),
  };
}

function measureObjects(result: RunOrVariants): object[] {
  const runs = runsOf(result).flatMap(({ result: { estimates }, variant }) =>
    estimates.map((estimate) => ({ ...measureObject(estimate), ...(variant === undefined ? {} : { variant }) })),
  );
  const mixture = "variants" in result ? (result.mixture ?? []) : [];
  return [...runs, ...mixture.map((estimate) => ({ ...measureObject(estimate), variant: "mixture" }))];
}

function bottleneckObjects(result: RunOrVariants): object[] {
  return runsOf(result).flatMap(({ result: { bottlenecks }, variant }) =>
    bottlenecks.map((one) => ({ ...bottleneckObject(one), ...(variant === undefined ? {} : { variant }) })),
  );
}

function differenceObject(difference: Difference): Omit<Difference, "min" | "max"> {
  const { variant, reference, name, unit, n, mean, halfWidth, q05, q50, q95, distinguishable, low, high } = difference;
  return { variant, reference, name, unit, n, mean, halfWidth, q05, q50, q95, distinguishable, low, high };
}

function bottleneckObject(bottleneck: Bottleneck): Bottleneck {
  const { place, constraint, personHours, share, persons, diverted, heldPersonHours, rankByHours, rankByDiverted } =
    bottleneck;
  return {
    place,
    constraint,
    personHours: meanObject(personHours),
    share,
    persons: meanObject(persons),
    diverted: meanObject(diverted),
    heldPersonHours: meanObject(heldPersonHours),
    rankByHours,
    rankByDiverted,
  };
}

function meanObject({ n, mean, halfWidth }: MeanEstimate): MeanEstimate {
  return { n, mean, halfWidth };
}

/** An array with an object on each line, so that a comparison of files shows only the objects that changed. */
function lines(objects: readonly object[]): string {
  if (objects.length === 0) return "[]\n";
  return `[\n${objects.map((object) => `  ${plainJson(object)}`).join(",\n")}\n]\n`;
}
