import type { Scenario, SourcedValue } from "./scenario.ts";
import { type Parameter, scenarioParameters } from "./schema/settings.ts";
import { Diagnostics } from "./text/diagnostics.ts";
import { parseYaml } from "./text/parse-yaml.ts";
import type { Node } from "./text/tree.ts";

/** A setting, and what one scenario says of it. */
export interface ParameterValues extends Parameter {
  /** At how many places the scenario gives it. */
  readonly given: number;
  /** The values among them, or within them, that name a source, or should and do not. */
  readonly sourced: readonly SourcedValue[];
}

/** Every setting in the order of the schema, with the values of a scenario that holds together. */
export function parameterValues({ resolved, sourced }: Scenario): readonly ParameterValues[] {
  const tree = parseYaml(resolved, "", new Diagnostics());
  return scenarioParameters().map((parameter) => {
    const pattern = parameter.path.split(".");
    return {
      ...parameter,
      given: tree === undefined ? 0 : countAt(tree, pattern),
      sourced: sourced.filter(({ path }) => liesBelow(path.split(/[.[\]]+/), pattern)),
    };
  });
}

function countAt(node: Node, [step, ...rest]: readonly string[]): number {
  if (step === undefined) return 1;
  const below = node.kind === "map" ? [...node.entries].map(([key, { node: inner }]) => [key, inner] as const) : [];
  const items = node.kind === "list" ? node.items.map((item) => ["", item] as const) : [];
  return [...below, ...items]
    .filter(([key]) => step === "*" || key === step)
    .reduce((count, [, inner]) => count + countAt(inner, rest), 0);
}

function liesBelow(path: readonly string[], pattern: readonly string[]): boolean {
  return pattern.every((step, index) => path[index] !== undefined && (step === "*" || step === path[index]));
}
