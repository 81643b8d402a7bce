import { describeBorder } from "@mpp-sim/border";
import type { CompiledScenario } from "../check-and-compile.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { didYouMean } from "../text/nearest.ts";
import type { MapNode } from "../text/tree.ts";

/** The names of the measures that a policy reports. */
export function measuresOf({ parameters }: CompiledScenario): readonly string[] {
  return describeBorder(parameters).measures.map(({ name }) => name);
}

/** What is wrong with a name that is not among those of measures. */
export function notAMeasure(name: string, known: readonly string[]): string {
  return `must be a measure of this scenario, as \`mpp show FILE --measures\` lists them (got ${JSON.stringify(name)})${didYouMean(name, known)}`;
}

/** Checks that the scenario, or one of its variants, reports every measure in focus, and that each reports the one that is to be precise. */
export function checkNamedMeasures(
  tree: MapNode,
  scenarios: readonly CompiledScenario[],
  diagnostics: Diagnostics,
): void {
  const { focus: { measures = [], also = [] } = {}, experiment: { precision } = {} } = scenarios[0] ?? {};
  if (measures.length + also.length === 0 && precision === undefined) return;
  const each = scenarios.map(measuresOf);
  const known = [...new Set(each.flat())];
  const check = (path: readonly PropertyKey[], name: string, isKnown: boolean): void => {
    if (!isKnown) diagnostics.errorAt(tree, path, notAMeasure(name, known));
  };
  for (const [setting, names] of Object.entries({ measures, also }))
    for (const [index, name] of names.entries()) check(["focus", setting, index], name, known.includes(name));
  if (precision === undefined) return;
  const { measure, within } = precision;
  const lacking = each.filter((own) => !own.includes(measure)).length;
  check(["experiment", "precision", "measure"], measure, lacking === 0);
  if (!(within.value > 0) || !["", "%"].includes(within.unit)) {
    const sentence = `must be more than 0, in % of the mean or as a figure alone (got ${`${within.value} ${within.unit}`.trim()})`;
    diagnostics.errorAt(tree, ["experiment", "precision", "within"], sentence);
  }
}
