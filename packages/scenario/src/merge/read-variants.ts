import { variantSchema } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, pathText, plainOf } from "../text/locate.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import { childOf, type Entry, found, type MapNode, type Node, withoutEntry } from "../text/tree.ts";
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
  const entry = tree.entries.get("variants");
  const entries = entry === undefined ? [] : entriesOf(entry, diagnostics);
  const variants = entries.map(([name, { key, node }]) =>
    readVariant(name, node.kind === "map" ? node : { kind: "map", place: key, entries: new Map() }, tree, diagnostics),
  );
  const base: VariantTree = { name: baseName, label: baseName, because: "", tree: written };
  const withBase =
    variants.length === 0 || variants.some(({ name }) => name === baseName) ? variants : [base, ...variants];
  for (const { name } of withBase) {
    const path = ["variants", name];
    const meant =
      name === baseName || variants.some((other) => other.name === baseName) ? "" : didYouMean(name, [baseName]);
    if (meant !== "") diagnostics.warning(locate(tree, path), pathText(path), `is a variant of its own${meant}`);
  }
  checkUnits(withBase, tree, diagnostics);
  checkLevels(withBase, tree, diagnostics);
  return { written, variants: withBase };
}

function entriesOf({ key, node }: Entry, diagnostics: Diagnostics): (readonly [string, Entry])[] {
  if (node.kind !== "map") {
    diagnostics.error(key, "variants", `must be a map of variants by name (got ${found(node)})`);
    return [];
  }
  if (node.entries.size > mostVariants) {
    diagnostics.error(key, "variants", `must be at most ${mostVariants} (got ${node.entries.size})`);
    return [];
  }
  return [...node.entries].filter(([name, { key: place, node: variant }]) => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    const sentence = named
      ? `must be a map of settings (got ${found(variant)})`
      : "must be named in small letters, digits and hyphens, for example two-buses";
    if (!named || variant.kind !== "map") diagnostics.error(place, pathText(["variants", name]), sentence);
    return named;
  });
}

function readVariant(name: string, node: MapNode, tree: MapNode, diagnostics: Diagnostics): VariantTree {
  const wrong = (path: readonly PropertyKey[], sentence: string): void => {
    const whole = ["variants", name, ...path];
    diagnostics.error(locate(tree, whole), pathText(whole), sentence);
  };
  const said = <T>(key: string, reader: Reader<T>): T | undefined => {
    const inner = childOf(node, key);
    return inner && reader(plainOf(inner), (sentence, at = []) => wrong([key, ...at], sentence));
  };
  for (const key of node.entries.keys()) {
    if (aboutItself.includes(key)) continue;
    if (!ofVariants.includes(key)) wrong([key], "must be written outside variants, because it is the same in all");
    else if (name === baseName)
      wrong([key], `must be written outside variants, because ${baseName} is the scenario as written`);
  }
  const over = new Map([...node.entries].filter(([key]) => ofVariants.includes(key) && !aboutItself.includes(key)));
  const at = said("at", level);
  const written = withoutEntry(tree, "variants");
  return {
    name,
    label: said("label", text) ?? name,
    because: said("because", text) ?? "",
    ...(at === undefined ? {} : { at }),
    tree: name === baseName ? written : mergeTrees(written, { ...node, entries: over }, scenarioStructure()),
  };
}

/** A ladder has one unit. */
function checkUnits(variants: readonly VariantTree[], tree: MapNode, diagnostics: Diagnostics): void {
  const [first, ...others] = variants.filter(({ at }) => at !== undefined);
  for (const { name, at } of others) {
    if (at?.unit === first?.at?.unit) continue;
    const path = ["variants", name, "at"];
    const sentence = `must have the unit of ${first?.name}, ${first?.at?.unit || "none"} (got ${at?.unit || "none"})`;
    diagnostics.error(locate(tree, path), pathText(path), sentence);
  }
}

/** A curve needs every variant at a different place. If one has none, or two share one, the report draws no true curve. */
function checkLevels(variants: readonly VariantTree[], tree: MapNode, diagnostics: Diagnostics): void {
  const placed = variants.filter(({ at }) => at !== undefined);
  if (placed.length === 0 || diagnostics.hasErrors) return;
  for (const { name, at } of variants) {
    const path = ["variants", name, "at"];
    const same = placed.find((other) => other.at?.value === at?.value);
    if (at === undefined)
      diagnostics.warning(
        locate(tree, path),
        pathText(path),
        `must be given, as of ${placed[0]?.name}, for a curve over all variants (got nothing): none is drawn`,
      );
    else if (same?.name !== name)
      diagnostics.warning(
        locate(tree, path),
        pathText(path),
        `must be another than that of ${same?.name}, or both stand at one place of the curve (got ${at.value})`,
      );
  }
}

/** Name of the variant or future that the others are compared with: `usual` unless the scenario names another. */
export function referenceOf(
  { names, kind, usual }: { readonly names: readonly string[]; readonly kind: string; readonly usual: string },
  tree: MapNode,
  diagnostics: Diagnostics,
): string {
  const node: Node | undefined = childOf(childOf(tree, "experiment"), "reference");
  if (node?.kind !== "scalar" || node.text === "" || node.text === baseName) return usual;
  if (!names.includes(node.text)) {
    const path = ["experiment", "reference"];
    const sentence = `must be a ${kind} that is defined (got ${JSON.stringify(node.text)})${defined(node.text, names)}`;
    diagnostics.error(locate(tree, path), pathText(path), sentence);
  }
  return node.text;
}
