import { isoDate } from "@mpp-sim/engine";
import { checkDates } from "./checks/dates.ts";
import { checkReferences } from "./checks/references.ts";
import { readShape } from "./checks/shape.ts";
import { collectSourced, sourcesOf } from "./checks/sources.ts";
import { CompileContext } from "./compile/compile-context.ts";
import { compileScenario } from "./compile/compile-scenario.ts";
import { applyPolicy } from "./merge/apply-policy.ts";
import { mergeTrees, spreadDefaults } from "./merge/merge-trees.ts";
import { readChain } from "./merge/read-chain.ts";
import { changeAt } from "./merge/set-path.ts";
import { scenarioStructure } from "./merge/structure.ts";
import type { Scenario } from "./scenario.ts";
import type { FileRead, ScenarioReader } from "./scenario-reader.ts";
import { type Diagnostic, Diagnostics } from "./text/diagnostics.ts";
import { parseYaml } from "./text/parse-yaml.ts";
import { resolvedYaml } from "./text/resolved-yaml.ts";
import type { MapNode } from "./text/tree.ts";

export interface LoadOptions {
  /** Settings changed from outside, by path, as YAML text: `sectors.tucson.custody.capacity` to `500 people`. */
  readonly set?: readonly { readonly path: string; readonly value: string }[];
  /** First and last local date, ISO, instead of the period of the file. */
  readonly from?: string;
  readonly until?: string;
}

export interface LoadedScenario {
  /** Undefined when there are errors. */
  readonly scenario?: Scenario;
  /** Errors and warnings in order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a scenario with everything it builds on. Bad input is never thrown: it becomes diagnostics, all of them at once. */
export function loadScenario(file: string, reader: ScenarioReader, options: LoadOptions = {}): LoadedScenario {
  const diagnostics = new Diagnostics();
  const scenario = load(file, reader, options, diagnostics);
  const sorted = diagnostics.sorted();
  return scenario === undefined || diagnostics.hasErrors
    ? { diagnostics: sorted }
    : { scenario: { ...scenario, warnings: sorted }, diagnostics: sorted };
}

function load(
  file: string,
  reader: ScenarioReader,
  options: LoadOptions,
  diagnostics: Diagnostics,
): Scenario | undefined {
  const inputs = new Map<string, string>();
  const read = (reference: string, from?: string): FileRead => {
    const found = reader.read(reference, from);
    if ("text" in found) inputs.set(found.file, found.text);
    return found;
  };
  const chain = readChain(file, read, diagnostics);
  if (chain === undefined) return undefined;
  const structure = scenarioStructure();
  const [first, ...others] = chain as [MapNode, ...MapNode[]];
  const merged = others.reduce((base, over) => mergeTrees(base, over, structure), first);
  const base =
    others.length === 0
      ? undefined
      : others.slice(0, -1).reduce((below, over) => mergeTrees(below, over, structure), first);
  const tree = applyPolicy(spreadDefaults(changedFromOutside(merged, options, diagnostics), structure));
  const sources = sourcesOf(tree);
  const sourced = collectSourced(tree, sources, diagnostics);
  checkReferences(tree, diagnostics);
  checkDates(tree, (chain[chain.length - 1] as MapNode).place.file, diagnostics);
  const shape = readShape(tree, base, diagnostics);
  if (shape === undefined || diagnostics.hasErrors) return undefined;
  const parameters = compileScenario(new CompileContext(shape, tree, read, diagnostics));
  return {
    file,
    name: shape.name,
    question: shape.question ?? "",
    notes: shape.notes ?? [],
    period: { from: isoDate(shape.period.from), to: isoDate(shape.period.to) },
    experiment: shape.experiment,
    focus: definedOnly(shape.focus ?? {}),
    parameters,
    sources,
    sourced,
    resolved: resolvedYaml(tree),
    inputs: [...inputs].map(([name, text]) => ({ file: name, text })),
    warnings: [],
  };
}

/** What the caller sets, each as if it stood in a file named after its option. */
function changedFromOutside(tree: MapNode, { set = [], from, until }: LoadOptions, diagnostics: Diagnostics): MapNode {
  const settings = [
    ...set.map(({ path, value }) => ({ name: "--set", path, value })),
    ...(from === undefined ? [] : [{ name: "--from", path: "period.from", value: from }]),
    ...(until === undefined ? [] : [{ name: "--until", path: "period.to", value: until }]),
  ];
  return settings.reduce((changed, { name, path, value }) => {
    diagnostics.file(name);
    const node = parseYaml(value, name, diagnostics);
    const place = { file: name, line: 0, column: 0 };
    if (node === undefined) return changed;
    return changeAt(changed, path.split("."), place, () => ({ ...node, place }));
  }, tree);
}

function definedOnly<T extends object>(object: T): { [Key in keyof T]: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
