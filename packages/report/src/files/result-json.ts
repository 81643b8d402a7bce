import type { Bottleneck, Estimate, MeanEstimate, RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";

/** `summary.json`: an array of one object a measure, in the order of the catalogue; null where a figure is not defined. */
export function summaryJson({ estimates }: RunResult): string {
  return lines(estimates.map(measureObject));
}

/** `bottlenecks.json`: an array of one object a place and constraint, by place and then by person-hours. */
export function bottlenecksJson({ bottlenecks }: RunResult): string {
  return lines(bottlenecks.map(bottleneckObject));
}

/** The one document of `--json`. `directory` is where the run's files are, if they were written. */
export function resultJson(
  result: RunResult,
  scenario: Scenario,
  options: { readonly directory?: string } = {},
): string {
  const { seed, replicationsAsked, replicationsDone, status, reason, fingerprint, estimates, bottlenecks } = result;
  const document = {
    scenario: scenario.name,
    question: scenario.question,
    period: { from: scenario.period.from, to: scenario.period.to },
    seed,
    replications: { asked: replicationsAsked, done: replicationsDone },
    status,
    ...(reason === "" ? {} : { reason }),
    fingerprint,
    measures: estimates.map(measureObject),
    bottlenecks: bottlenecks.map(bottleneckObject),
    ...(options.directory === undefined ? {} : { directory: options.directory }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

// Keys are named one by one, so that files keep their form when a type gains a field.
function measureObject({ name, unit, n, mean, halfWidth, q05, q50, q95, min, max }: Estimate): Estimate {
  return { name, unit, n, mean, halfWidth, q05, q50, q95, min, max };
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

/** An array with one object a line: short, and a change shows as the lines it touches. */
function lines(objects: readonly object[]): string {
  if (objects.length === 0) return "[]\n";
  return `[\n${objects.map((object) => `  ${JSON.stringify(object)}`).join(",\n")}\n]\n`;
}
