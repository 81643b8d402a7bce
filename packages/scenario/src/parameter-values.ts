import type { Scenario, SourcedValue } from "./scenario.ts";
import { type Parameter, scenarioParameters } from "./schema/settings.ts";
import { Diagnostics } from "./text/diagnostics.ts";
import { plainOf } from "./text/locate.ts";
import { parseYaml } from "./text/parse-yaml.ts";
import type { Node } from "./text/tree.ts";
import type { Written } from "./values/setting.ts";

/** A setting, and what one scenario says of it. */
export interface ParameterValues extends Parameter {
  /** Where the scenario gives it: paths, with what is written there. */
  readonly given: readonly { readonly path: string; readonly written: Written }[];
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
      given: tree === undefined ? [] : givenAt(tree, pattern, []),
      sourced: sourced.filter(({ path }) => liesBelow(path.split(/[.[\]]+/), pattern)),
    };
  });
}

function givenAt(node: Node, pattern: readonly string[], path: readonly string[]): ParameterValues["given"] {
  const [step, ...rest] = pattern;
  if (step === undefined) return [{ path: path.join("."), written: plainOf(node) as Written }];
  const below = node.kind === "map" ? [...node.entries].map(([key, { node: inner }]) => [key, inner] as const) : [];
  const items = node.kind === "list" ? node.items.map((item, index) => [String(index), item] as const) : [];
  return [...below, ...items]
    .filter(([key]) => step === "*" || key === step)
    .flatMap(([key, inner]) => givenAt(inner, rest, [...path, key]));
}

function liesBelow(path: readonly string[], pattern: readonly string[]): boolean {
  return pattern.every((step, index) => path[index] !== undefined && (step === "*" || step === path[index]));
}
