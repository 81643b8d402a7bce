import { describeBorder } from "@mpp-sim/border";
import type { CompiledScenario } from "../check-and-compile.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { didYouMean } from "../text/nearest.ts";
import type { MapNode } from "../text/tree.ts";

/** Checks that the scenario, or one of its variants, reports every measure in focus. */
export function checkFocusMeasures(
  tree: MapNode,
  scenarios: readonly CompiledScenario[],
  diagnostics: Diagnostics,
): void {
  const { measures = [], also = [] } = scenarios[0]?.focus ?? {};
  if (measures.length + also.length === 0) return;
  const known = new Set(
    scenarios.flatMap(({ parameters }) => describeBorder(parameters).measures.map(({ name }) => name)),
  );
  const check = (setting: string) => (name: string, index: number) => {
    if (known.has(name)) return;
    const path = ["focus", setting, index];
    const sentence = `must be a measure of this scenario, as \`mpp show FILE --measures\` lists them (got ${JSON.stringify(name)})`;
    diagnostics.errorAt(tree, path, `${sentence}${didYouMean(name, [...known])}`);
  };
  measures.forEach(check("measures"));
  also.forEach(check("also"));
}
