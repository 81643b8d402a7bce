import type { CompiledScenario } from "../check-and-compile.ts";
import type { Factor } from "../factors.ts";
import type { Answer } from "../scenario.ts";
import type { ScenarioFile } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import type { MapNode } from "../text/tree.ts";
import { settingText, type Written } from "../values/setting.ts";
import { measuresOf, notAMeasure } from "./named-measures.ts";

/** What an answer may refer to. */
interface Known {
  readonly tree: MapNode;
  readonly base: CompiledScenario;
  readonly variants: readonly string[];
  readonly factors: readonly Factor[];
  /** Those of the files by themselves: what is set from outside has no range, and is not tried. */
  readonly written: readonly Factor[];
}

/** What the question asks, with all that it names found. Undefined where nothing is asked. */
export function readAnswer(
  asked: ScenarioFile["answer"],
  { tree, base, variants, factors, written }: Known,
  diagnostics: Diagnostics,
): Answer | undefined {
  if (asked === undefined) return undefined;
  const wrong = (path: readonly PropertyKey[], sentence: string): void =>
    diagnostics.errorAt(tree, ["answer", ...path], sentence);
  const { measure, counts = measure, claim, matters } = asked;
  const measures = measuresOf(base);
  if (!measures.includes(measure)) wrong(["measure"], notAMeasure(measure, measures));
  if (matters === 0) wrong(["matters"], "must be more than 0, or every effect would matter (got 0 %)");
  const against = counterfactual(asked.against);
  if (against.kind === "variant" && !variants.includes(against.name)) {
    const sentence = `must be a variant, a file that ends in .yaml, or settings by path (got ${JSON.stringify(against.name)})`;
    wrong(["against"], `${sentence}${defined(against.name, variants)}`);
  }
  if (against.kind === "settings" && against.set.length === 0) wrong(["against"], "must change a setting (got none)");
  const paths = written.flatMap((factor) => factor.paths);
  const assumptions = asked.assumptions.flatMap((path, index) => {
    const factor = factors.find((one) => one.paths.includes(path));
    if (factor !== undefined) return [{ path, factor }];
    if (paths.includes(path)) return [];
    const sentence = `must be the path of a value with a range (got ${JSON.stringify(path)})`;
    wrong(["assumptions", index], `${sentence}${didYouMean(path, paths)}`);
    return [];
  });
  return { measure, counts, claim, against, label: asked.label ?? labelOf(against), matters, assumptions };
}

function counterfactual(given: NonNullable<ScenarioFile["answer"]>["against"]): Answer["against"] {
  if (typeof given === "string") {
    return /\.ya?ml$/i.test(given) ? { kind: "file", file: given } : { kind: "variant", name: given };
  }
  return {
    kind: "settings",
    set: Object.entries(given).map(([path, value]) => ({ path, value: settingText(value as Written) })),
  };
}

function labelOf(against: Answer["against"]): string {
  if (against.kind === "variant") return `under ${against.name}`;
  if (against.kind === "file") return `under ${against.file}`;
  return `with ${against.set.map(({ path, value }) => `${path} ${value}`).join(", ")}`;
}
