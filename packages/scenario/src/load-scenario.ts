import { type CheckedScenario, type CompiledScenario, checkScenario, compileChecked } from "./check-and-compile.ts";
import { readAnswer } from "./checks/answer.ts";
import { checkNamedMeasures } from "./checks/named-measures.ts";
import { compileStretches } from "./compile/compile-futures.ts";
import { ReadBefore } from "./compile/read-before.ts";
import { factorsOf } from "./factors.ts";
import { withKnownKeys } from "./merge/known-keys.ts";
import { mergeTrees } from "./merge/merge-trees.ts";
import { hasBranches, readBranches, type StretchTree } from "./merge/read-branches.ts";
import { readChain } from "./merge/read-chain.ts";
import { baseName, readVariants, referenceOf } from "./merge/read-variants.ts";
import { changeAt } from "./merge/set-path.ts";
import { scenarioStructure } from "./merge/structure.ts";
import type { Scenario, SourcedValue, Variant } from "./scenario.ts";
import type { FileRead, ScenarioReader } from "./scenario-reader.ts";
import { type Diagnostic, Diagnostics } from "./text/diagnostics.ts";
import { locate, nodeAt, plainOf } from "./text/locate.ts";
import { forbiddenKeys, parseYaml } from "./text/parse-yaml.ts";
import { resolvedYaml } from "./text/resolved-yaml.ts";
import {
  childOf,
  type Entry,
  type MapNode,
  type Node,
  originOf,
  type Place,
  withEntry,
  withoutEntry,
} from "./text/tree.ts";
import { isCalendar } from "./values/calendar-map.ts";

/** Changes to a scenario that its files do not say. */
export interface LoadOptions {
  /** Settings changed from outside, by path, as YAML text: `sectors.tucson.custody.capacity` to `500 people`. */
  readonly set?: readonly { readonly path: string; readonly value: string }[];
  /** First local date, ISO, instead of that of the file. */
  readonly from?: string;
  /** Last local date, ISO, instead of that of the file. */
  readonly until?: string;
  /** Names of the variants that are read; all unless given. Of futures all are. */
  readonly variants?: readonly string[];
}

/** A scenario, or what is wrong with it. */
export interface LoadedScenario {
  /** Undefined when there are errors. */
  readonly scenario?: Scenario;
  /** Errors and warnings in order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a scenario with everything it builds on. Bad input never throws: it gives diagnostics, all of them at once. What `before` holds
 * is not read again: pass the same to load a scenario many times, as with other values.
 */
export function loadScenario(
  file: string,
  reader: ScenarioReader,
  options: LoadOptions = {},
  before: ReadBefore = new ReadBefore(),
): LoadedScenario {
  const diagnostics = new Diagnostics();
  const scenario = load(file, reader, options, { diagnostics, before });
  const sorted = diagnostics.sorted();
  if (diagnostics.hasErrors) before.forget();
  return scenario === undefined || diagnostics.hasErrors
    ? { diagnostics: sorted }
    : { scenario: { ...scenario, warnings: sorted }, diagnostics: sorted };
}

function load(
  file: string,
  reader: ScenarioReader,
  options: LoadOptions,
  { diagnostics, before }: { readonly diagnostics: Diagnostics; readonly before: ReadBefore },
): Scenario | undefined {
  const inputs = new Map<string, string>();
  const read = (reference: string, from?: string): FileRead => {
    const found = before.read(reader, reference, from);
    if ("text" in found) inputs.set(found.file, found.text);
    return found;
  };
  const chain = readChain(file, read, diagnostics, { parse: (text, name) => before.parse(text, name, diagnostics) });
  if (chain === undefined) return undefined;
  const structure = scenarioStructure();
  // The question of a base is not that of a scenario that builds on it.
  const own = chain.map((tree, index) => (index < chain.length - 1 ? withoutEntry(tree, "answer") : tree));
  let below: MapNode | undefined;
  const merged = own.reduce((base, over) => {
    below = base;
    return mergeTrees(base, over, structure);
  });
  const whole = withKnownKeys(changedFromOutside(merged, options, diagnostics), structure, diagnostics);
  const { written, variants } = readVariants(whole, diagnostics);
  const futures = readBranches(whole, diagnostics);
  const [kind, usual, shown] =
    futures[0] === undefined
      ? (["variant", baseName, variants] as const)
      : (["future", futures[0].name, futures] as const);
  // A branch outside the period leaves no futures, and so none to compare with.
  const reference =
    shown === variants && hasBranches(whole)
      ? baseName
      : referenceOf({ names: shown.map(({ name }) => name), kind, usual }, whole, diagnostics);
  const writer = (chain[chain.length - 1] as MapNode).place.file;
  const checked = checkScenario(written, { base: below, file: writer, diagnostics });
  const checkedOf = ({ name, tree }: { readonly name: string; readonly tree: MapNode }): CheckedScenario | undefined =>
    diagnostics.within(scopeOf(name), () => checkScenario(tree, { base: written, file: writer, diagnostics }));
  const scopeOf = (name: string): string => `${kind}s.${name}`;
  const wanted = kind === "variant" ? options.variants : undefined;
  const policies = shown
    .filter(({ name }) => name !== baseName && (wanted?.includes(name) ?? true))
    .map((policy) => ({ name: policy.name, checked: checkedOf(policy) }));
  if (checked === undefined || diagnostics.hasErrors) return undefined;

  const compilation = { file, read, diagnostics, before };
  const base = compileChecked(checked, compilation);
  const compiledOf = (name: string, checked: CheckedScenario): CompiledScenario =>
    diagnostics.within(scopeOf(name), () => compileChecked(checked, compilation));
  const compiled = new Map([[baseName, base]]);
  for (const { name, checked } of policies) if (checked) compiled.set(name, compiledOf(name, checked));
  const pasts = compileStretches(
    futures.map(({ past }) => past),
    (stretch: StretchTree) => {
      // Before the first branch all is as in the scenario without branches.
      if (stretch.name === "") return base.parameters;
      const checked = checkedOf(stretch);
      return checked && compiledOf(stretch.name, checked).parameters;
    },
  );
  warnOfEmptyStart(whole, base, chain, diagnostics);
  if (wanted === undefined) checkNamedMeasures(whole, [...compiled.values()], diagnostics);
  const factors = factorsOf(whole);
  const answer = readAnswer(
    checked.shape.answer,
    { tree: whole, base, variants: shown.map(({ name }) => name), factors, written: factorsOf(merged) },
    diagnostics,
  );
  const common = {
    set: options.set ?? [],
    factors,
    inputs: [...inputs].map(([name, text]) => ({ file: name, text })),
    warnings: [],
  };
  return {
    ...base,
    ...common,
    ...(answer && { answer }),
    ...(variants.length === 0 ? {} : { resolved: resolvedWith(checked.tree, whole) }),
    sourced: [...base.sourced, ...ownSourced(base, compiled, scopeOf)],
    experiment: { ...base.experiment, reference },
    variants: shown.flatMap(({ tree, ...variant }, index): Variant[] => {
      const scenario = compiled.get(variant.name);
      const whole = scenario && { ...variant, scenario: { ...scenario, ...common, variants: [] } };
      return whole ? ["past" in whole ? { ...whole, past: pasts[index] ?? [] } : whole] : [];
    }),
  };
}

/** Warns of a period that was moved to a time when people are there, over a start that was written for another. */
function warnOfEmptyStart(
  tree: MapNode,
  { parameters, period }: CompiledScenario,
  chain: readonly MapNode[],
  diagnostics: Diagnostics,
): void {
  const { census, censusAt = 0, returnPoints } = parameters;
  const begun = returnPoints.some(({ open }) => open.some(({ from, value }) => value && from < censusAt));
  const [from, start] = [locate(tree, ["period", "from"]), locate(tree, ["start"])];
  const layer = ({ file }: Place): number =>
    chain.findIndex(({ place }) => place.file === file) + 1 || Number.POSITIVE_INFINITY;
  if (diagnostics.hasErrors || census.length > 0 || !begun || layer(from) <= layer(start)) return;
  const below = chain[Math.min(layer(from) - 2, chain.length - 1)] as MapNode;
  const sentence = `begins with an empty border, though people are returned before ${period.from}: nobody waits in Mexico or is in custody. Write \`start: empty\` beside it if that is meant, or begin with who is there, by \`mpp census\` of ${originOf(below.place)}`;
  diagnostics.warning(from, "period.from", sentence);
}

/** The effective scenario with its variants as they are written. */
function resolvedWith(tree: MapNode, whole: MapNode): string {
  return resolvedYaml(withEntry(tree, "variants", whole.entries.get("variants") as Entry));
}

/** Values that variants have of their own, with where they come from. */
function ownSourced(
  base: CompiledScenario,
  variants: ReadonlyMap<string, CompiledScenario>,
  scopeOf: (name: string) => string,
): SourcedValue[] {
  const key = ({ path, origin }: SourcedValue): string => `${path} ${origin}`;
  const known = new Set(base.sourced.map(key));
  return [...variants].flatMap(([name, { sourced }]) =>
    sourced
      .filter((value) => !known.has(key(value)))
      .map((value) => ({ ...value, path: `${scopeOf(name)}.${value.path}` })),
  );
}

/** No setting lies deeper. */
const mostSteps = 20;
const longestShown = 200;

/** What the caller sets, as if each stood in a file named after its option. */
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
    const steps = path.split(".", mostSteps);
    if (steps.join(".") !== path || steps.some((step) => step === "" || forbiddenKeys.has(step))) {
      const sentence = "must name a setting by its path, for example sectors.tucson.custody.capacity";
      diagnostics.error(place, "", `${sentence} (got ${JSON.stringify(path.slice(0, longestShown))})`);
      return changed;
    }
    if (node?.kind === "scalar" && isCalendarAt(changed, steps)) {
      const sentence =
        "takes the place of a calendar: it holds on all dates, and what the file changes on dates is gone";
      diagnostics.warning(place, path, sentence);
    }
    const fault = strangeIndex(changed, steps);
    if (fault !== undefined) diagnostics.error(place, path, fault);
    return node === undefined || fault ? changed : changeAt(changed, steps, place, () => movedTo(node, place));
  }, tree);
}

/** Entries of lists go by their numbers. */
function numbered(steps: readonly string[]): (string | number)[] {
  return steps.map((one) => (/^\d+$/.test(one) ? Number(one) : one));
}

/** Whether a value changes on dates, also where it has a source or is that of all places of its kind. */
function isCalendarAt(tree: MapNode, steps: readonly string[]): boolean {
  const at = (path: readonly string[]): Node | undefined => nodeAt(tree, numbered(path));
  const [section = "", , ...setting] = steps;
  const node = at(steps) ?? at(["defaults", section, ...setting]);
  return [node, childOf(node, "value")].some((one) => one !== undefined && isCalendar(plainOf(one)));
}

/** What is wrong with a step into a list, if anything. */
function strangeIndex(tree: MapNode, steps: readonly string[]): string | undefined {
  for (const [at, step] of steps.entries()) {
    const list = nodeAt(tree, numbered(steps.slice(0, at)));
    if (list?.kind !== "list" || (/^\d{1,6}$/.test(step) && Number(step) <= list.items.length)) continue;
    const entries = `an entry of ${steps.slice(0, at).join(".")} by its number`;
    return `must name ${entries}, from 0 to ${list.items.length}, which adds one (got ${step})`;
  }
  return undefined;
}

/** A node with all that is below it, as if it stood in one place. */
function movedTo(node: Node, place: Place): Node {
  if (node.kind === "scalar") return { ...node, place };
  if (node.kind === "list") return { ...node, place, items: node.items.map((item) => movedTo(item, place)) };
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { key: place, node: movedTo(entry.node, place) }] as const,
  );
  return { ...node, place, entries: new Map(entries) };
}
