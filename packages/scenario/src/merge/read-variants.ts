import { variantSchema } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { pathText, plainOf } from "../text/locate.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import { childOf, type Entry, emptyMap, found, type MapNode, textOf, withoutEntry } from "../text/tree.ts";
import { type Level, level } from "../values/level.ts";
import type { Reader } from "../values/reader.ts";
import { text } from "../values/words.ts";
import { mergeTrees } from "./merge-trees.ts";
import { scenarioStructure } from "./structure.ts";

/** Name of the scenario as written among its variants. */
export const baseName = "base";

/** A run of more would not end in a day. */
const mostVariants = 100;

/** A variant before it is checked. */
export interface VariantTree {
  readonly name: string;
  readonly label: string;
  readonly because: string;
  readonly at?: Level;
  /** The scenario with what the variant writes laid over it. */
  readonly tree: MapNode;
}

/** A scenario as written, and with each variant laid over it. */
export interface TakenApart {
  readonly written: MapNode;
  /** With `base`, which comes first unless the file gives it another place; empty if the file has no variants. */
  readonly variants: readonly VariantTree[];
}

const ofVariants = Object.keys(variantSchema.shape);
const aboutItself = ["label", "because", "at"];

/** Separates the variants from a scenario, and reports what is wrong with how they are written. */
export function readVariants(tree: MapNode, diagnostics: Diagnostics): TakenApart {
  const written = withoutEntry(tree, "variants");
  const entries = entriesOf(tree.entries.get("variants"), diagnostics);
  const own = entries.map(([name, { key, node }]) =>
    readVariant(name, node.kind === "map" ? node : emptyMap(key), tree, diagnostics),
  );
  const base: VariantTree = { name: baseName, label: baseName, because: "", tree: written };
  const hasBase = own.some(({ name }) => name === baseName);
  const variants = own.length === 0 || hasBase ? own : [base, ...own];
  for (const { name } of hasBase ? [] : own) {
    const meant = didYouMean(name, [baseName]);
    if (meant !== "") diagnostics.warningAt(tree, ["variants", name], `is a variant of its own${meant}`);
  }
  checkLadder(variants, tree, diagnostics);
  return { written, variants };
}

function entriesOf(entry: Entry | undefined, diagnostics: Diagnostics): (readonly [string, Entry])[] {
  if (entry === undefined) return [];
  const { key, node } = entry;
  const size = node.kind === "map" ? node.entries.size : 0;
  const fault =
    node.kind !== "map"
      ? `must be a map of variants by name (got ${found(node)})`
      : size > mostVariants && `must be at most ${mostVariants} (got ${size})`;
  if (fault) diagnostics.error(key, "variants", fault);
  return [...(node.kind === "map" && !fault ? node.entries : [])].filter(([name, { key: place, node: variant }]) => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    const sentence = named
      ? `must be a map of settings (got ${found(variant)})`
      : "must be named in small letters, digits and hyphens, for example two-buses";
    if (!named || variant.kind !== "map") diagnostics.error(place, pathText(["variants", name]), sentence);
    return named;
  });
}

function readVariant(name: string, node: MapNode, tree: MapNode, diagnostics: Diagnostics): VariantTree {
  const wrong = (path: readonly PropertyKey[], sentence: string): void =>
    diagnostics.errorAt(tree, ["variants", name, ...path], sentence);
  const said = <T>(key: string, reader: Reader<T>): T | undefined => {
    const inner = childOf(node, key);
    return inner && reader(plainOf(inner), (sentence, at = []) => wrong([key, ...at], sentence));
  };
  const changes = [...node.entries].filter(([key]) => !aboutItself.includes(key));
  for (const [key] of changes) {
    if (!ofVariants.includes(key)) wrong([key], "must be written outside variants, because it is the same in all");
    else if (name === baseName)
      wrong([key], `must be written outside variants, because ${baseName} is the scenario as written`);
  }
  const over = { ...node, entries: new Map(changes.filter(([key]) => ofVariants.includes(key))) };
  const at = said("at", level);
  const written = withoutEntry(tree, "variants");
  return {
    name,
    label: said("label", text) ?? name,
    because: said("because", text) ?? "",
    ...(at === undefined ? {} : { at }),
    tree: name === baseName ? written : mergeTrees(written, over, scenarioStructure()),
  };
}

/** A ladder has one unit, and a curve needs every variant at a different place: otherwise none is drawn, or no true one. */
function checkLadder(variants: readonly VariantTree[], tree: MapNode, diagnostics: Diagnostics): void {
  const placed = variants.filter(({ at }) => at !== undefined);
  const [first] = placed;
  for (const { name, at } of placed) {
    if (at?.unit === first?.at?.unit) continue;
    const sentence = `must have the unit of ${first?.name}, ${first?.at?.unit || "none"} (got ${at?.unit || "none"})`;
    diagnostics.errorAt(tree, ["variants", name, "at"], sentence);
  }
  if (first === undefined || diagnostics.hasErrors) return;
  for (const { name, at } of variants) {
    const same = placed.find((other) => other.at?.value === at?.value);
    if (same?.name === name) continue;
    const sentence =
      at === undefined
        ? `must be given, as of ${first.name}, for a curve over all variants (got nothing): none is drawn`
        : `must be another than that of ${same?.name}, or both stand at one place of the curve (got ${at.value})`;
    diagnostics.warningAt(tree, ["variants", name, "at"], sentence);
  }
}

/** Name of the variant or future that the others are compared with: `usual` unless the scenario names another. */
export function referenceOf(
  { names, kind, usual }: { readonly names: readonly string[]; readonly kind: string; readonly usual: string },
  tree: MapNode,
  diagnostics: Diagnostics,
): string {
  const named = textOf(childOf(childOf(tree, "experiment"), "reference"));
  if (named === "" || named === baseName) return usual;
  const sentence = `must be a ${kind} that is defined (got ${JSON.stringify(named)})${defined(named, names)}`;
  if (!names.includes(named)) diagnostics.errorAt(tree, ["experiment", "reference"], sentence);
  return named;
}
