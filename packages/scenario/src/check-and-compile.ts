import { isoDate } from "@mpp-sim/engine";
import { checkDates } from "./checks/dates.ts";
import { checkReferences } from "./checks/references.ts";
import { readShape } from "./checks/shape.ts";
import { collectSourced, sourcesOf } from "./checks/sources.ts";
import { CompileContext } from "./compile/compile-context.ts";
import { compileScenario } from "./compile/compile-scenario.ts";
import type { ReadBefore } from "./compile/read-before.ts";
import { applyPolicy } from "./merge/apply-policy.ts";
import { basePolicy } from "./merge/base-policy.ts";
import { spreadDefaults } from "./merge/merge-trees.ts";
import { startPolicies } from "./merge/policy-starts.ts";
import { baseName } from "./merge/read-variants.ts";
import { scenarioStructure } from "./merge/structure.ts";
import type { Scenario, Source, SourcedValue } from "./scenario.ts";
import type { ScenarioReader } from "./scenario-reader.ts";
import type { ScenarioFile } from "./schema/scenario-schema.ts";
import type { Diagnostics } from "./text/diagnostics.ts";
import { resolvedYaml } from "./text/resolved-yaml.ts";
import type { MapNode } from "./text/tree.ts";
import { NameIn } from "./values/setting.ts";

/** One scenario without variants, or one variant, that has been read without faults and is not compiled yet. */
export interface CheckedScenario {
  /** With its defaults filled in and its policy written into calendars. */
  readonly tree: MapNode;
  readonly shape: ScenarioFile;
  readonly sources: readonly Source[];
  readonly sourced: readonly SourcedValue[];
  /** The same under the base policy of its displacement, if it names one. */
  readonly reference?: Pick<CheckedScenario, "tree" | "shape">;
}

/** Checks a merged tree. `base` is the tree below it, `file` the file that writes it. Undefined after reporting what is wrong. */
export function checkScenario(
  merged: MapNode,
  about: { readonly base: MapNode | undefined; readonly file: string; readonly diagnostics: Diagnostics },
): CheckedScenario | undefined {
  const { base, file, diagnostics } = about;
  const written = startPolicies(spreadDefaults(merged, scenarioStructure()));
  const tree = applyPolicy(written, diagnostics);
  const sources = sourcesOf(tree);
  const sourced = collectSourced({ tree, written }, sources, diagnostics);
  checkReferences(tree, merged, diagnostics);
  checkDates(written, file, diagnostics);
  const shape = readShape(tree, base, diagnostics);
  if (shape === undefined) return undefined;
  const before = basePolicy(tree, diagnostics);
  if (before === undefined) return { tree, shape, sources, sourced };
  checkReferences(before, merged, diagnostics);
  const reference = readShape(before, base, diagnostics);
  return { tree, shape, sources, sourced, ...(reference && { reference: { tree: before, shape: reference } }) };
}

/** What a scenario is compiled with. */
export interface Compilation {
  readonly file: string;
  readonly read: ScenarioReader["read"];
  readonly diagnostics: Diagnostics;
  /** Tables and censuses read so far. */
  readonly before: ReadBefore;
}

/** One scenario, before its variants, its inputs and its warnings are known. */
export type CompiledScenario = Omit<Scenario, "variants" | "answer" | "set" | "factors" | "inputs" | "warnings">;

/** The parameters of a checked scenario, and what a report needs about it. Its faults go to the diagnostics. */
export function compileChecked(
  { tree, shape, sources, sourced, reference }: CheckedScenario,
  { file, read, diagnostics, before }: Compilation,
): CompiledScenario {
  const contextOf = (checked: Pick<CheckedScenario, "tree" | "shape">): CompileContext =>
    new CompileContext({ written: checked.shape, tree: checked.tree, read, diagnostics, before });
  const context = contextOf({ tree, shape });
  const parameters = compileScenario(context, reference && compileScenario(contextOf(reference)));
  return {
    file,
    name: shape.name,
    question: shape.question ?? "",
    notes: [...shape.notes, ...context.notes],
    period: { from: isoDate(shape.period.from), to: isoDate(shape.period.to) },
    experiment: { ...shape.experiment, reference: shape.experiment.reference ?? baseName },
    focus: namesOnly(shape.focus ?? {}),
    parameters,
    sources,
    sourced,
    resolved: resolvedYaml(tree),
  };
}

/** What is in focus: places by their names alone. */
function namesOnly(focus: NonNullable<ScenarioFile["focus"]>): Scenario["focus"] {
  return Object.fromEntries(
    Object.entries(focus).map(([key, value]) => [key, value instanceof NameIn ? value.name : value]),
  );
}
