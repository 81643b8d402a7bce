import { namingSettings } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { everyNode, type Found, locate, nodeAt, pathText, within } from "../text/locate.ts";
import { defined, nearest } from "../text/nearest.ts";
import { childOf, type MapNode, originOf, textOf } from "../text/tree.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";
import { type Names, named } from "../values/setting.ts";
import { notVaried } from "../values/sourced.ts";
import { placeToAdd, withoutSources } from "./lines-to-add.ts";
import { assumption } from "./sources.ts";

/** Sections whose entries are no places. */
const lists: readonly string[] = ["nationalities", "sources"];

interface Use {
  readonly of: Names["of"] | "sources";
  readonly at: readonly PropertyKey[];
  readonly name: string;
  /** A word that may stand there too. */
  readonly besides?: string | undefined;
}

/**
 * Checks that every name used is defined. It looks in the tree, so that no fault elsewhere hides one. `unspread` is the tree before
 * defaults reached their places.
 */
export function checkReferences(tree: MapNode, unspread: MapNode, diagnostics: Diagnostics): void {
  const uses = namingSettings()
    .filter(({ names }) => !diagnostics.isExcused([names.of]))
    .flatMap(({ path, names }) => nodesAt({ node: tree, path: [] }, path).flatMap((found) => namesIn(found, names)))
    .concat(diagnostics.isExcused(["sources"]) ? [] : sourcesIn(tree));
  const places = placesOfNames(tree, uses);
  const wereErrors = diagnostics.hasErrors;
  const slips = new Set<string>();
  for (const { of, besides, at, name } of uses) {
    const known = definedIn(tree, of);
    if (known === undefined || known.includes(name) || name === besides) continue;
    const meant = nearest(name, known);
    if (meant !== undefined) slips.add(meant);
    const [times, others] = [name, meant].map((one) => places.get(`${of} ${one}`)?.size ?? 0) as [number, number];
    const path = [of, ...(of === "nationalities" ? listPath(tree, meant ?? "") : [meant ?? ""])];
    const [definition, use] = [locate(tree, path), locate(tree, at)];
    // The slip is in the definition if that name is used less than the other. If each is written once, in one file, it may be either.
    const isEither = times === 1 && others === 0 && definition.file === use.file;
    if (meant !== undefined && (isEither || (times > 1 && times > others))) {
      const where = isEither ? `at ${originOf(use)}` : `in ${times} places`;
      const question = `did you mean "${name}"${isEither ? ", or is that the slip" : ""}?`;
      const sentence = `is named in ${others || "no"} places, and "${name}", which is not defined, ${where} (${question})`;
      diagnostics.error(definition, pathText(path), sentence);
      continue;
    }
    const words = besides === undefined ? known : [besides, ...known];
    const isNew = !lists.includes(of) && isSlug(name) && nearest(name, words) === undefined;
    const added = isNew ? placeToAdd(unspread, of, name) : undefined;
    const lines = added === undefined ? "" : `, or be added to ${of}: \`${added}\``;
    const thing = of === "sources" ? "source" : named[of];
    const kind = `${thing} that is ${lists.includes(of) ? "listed" : "defined"}${of === "sources" ? `, or ${besides}` : ""}`;
    const sentence = `must be a ${kind} (got ${JSON.stringify(name)})${defined(name, words)}${lines}`;
    diagnostics.error(use, pathText(at), sentence);
  }
  if (!wereErrors && definedIn(tree, "sectors") !== undefined) warnOfUnusedPoints(tree, uses, slips, diagnostics);
}

/** Warns of return points that no pathway leads to, unless that follows from a slip. */
function warnOfUnusedPoints(
  tree: MapNode,
  uses: readonly Use[],
  slips: ReadonlySet<string>,
  diagnostics: Diagnostics,
): void {
  const used = new Set(uses.filter(({ at }) => at.includes("pathways")).map(({ name }) => name));
  for (const point of definedIn(tree, "returnPoints") ?? []) {
    if (used.has(point) || slips.has(point)) continue;
    const path = ["returnPoints", point];
    const sector = nodeAt(tree, [...path, "sector"]);
    const ways = sector?.kind === "scalar" ? nodeAt(tree, ["sectors", sector.text, "pathways"]) : undefined;
    const known = ways?.kind === "list" ? ways.items.map((way) => `${inline(withoutSources(way))}, `).join("") : "";
    const lines =
      sector?.kind === "scalar" && ways
        ? `: for example give sectors.${sector.text} \`pathways: [${known}{ points: { ${point}: 0 h } }]\``
        : "";
    diagnostics.warningAt(tree, path, `is a return point that no sector's pathway leads to${lines}`);
  }
}

/** Where each name is written; what stands under an anchor, or among defaults, is written once. */
function placesOfNames(tree: MapNode, uses: readonly Use[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { of, at, name } of uses) {
    const { file, line, column } = locate(tree, at);
    const known = places.get(`${of} ${name}`) ?? new Set();
    places.set(`${of} ${name}`, known.add(`${file}:${line}:${column}`));
  }
  return places;
}

/** Names of the places of a section, or of all nationalities; undefined of what is written otherwise, which is told. */
function definedIn(tree: MapNode, section: Use["of"]): readonly string[] | undefined {
  const node = nodeAt(tree, [section]);
  if (node === undefined) return [];
  if (section !== "nationalities") return node.kind === "map" ? [...node.entries.keys()] : undefined;
  const list = childOf(node, "value") ?? node;
  return list.kind === "list" ? list.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])) : undefined;
}

/** Where a nationality stands in the list of all. */
function listPath(tree: MapNode, name: string): readonly PropertyKey[] {
  const index = definedIn(tree, "nationalities")?.indexOf(name) ?? 0;
  return nodeAt(tree, ["nationalities", "value"]) ? ["value", index] : [index];
}

/** The sources that long forms name. */
function sourcesIn(tree: MapNode): readonly Use[] {
  return [...everyNode({ node: tree, path: [] })].flatMap(({ node, path }) => {
    const isLong = path[0] !== "sources" && node.kind === "map" && isLongForm([...node.entries.keys()]);
    const at = [...path, "source"];
    return isLong ? [{ of: "sources", besides: assumption, at, name: textOf(childOf(node, "source")) } as const] : [];
  });
}

function isLongForm(keys: readonly string[]): boolean {
  return keys.includes("value") && keys.includes("source");
}

function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** What is written for a setting, at each of its places. */
function nodesAt(found: Found, [step, ...rest]: readonly string[]): readonly Found[] {
  if (step === undefined) return [found];
  return within(found)
    .filter(({ key }) => step === "*" || key === step)
    .flatMap((inner) => nodesAt(inner, rest));
}

/** The names in a value, or in each value of a calendar, also in the long form. */
function namesIn(found: Found, names: Names): readonly Use[] {
  const { node, path } = found;
  const keys = node.kind === "map" ? [...node.entries.keys()] : [];
  if (areCalendarKeys(keys)) return within(found).flatMap((inner) => namesIn(inner, names));
  if (isLongForm(keys)) {
    const [value, range] = ["value", "range"].map((key) => ({ node: childOf(node, key), path: [...path, key] }));
    const levels = range?.node && !childOf(range.node, notVaried) ? within(range as Found) : [];
    return [value as Found, ...levels].flatMap((one) => namesIn(one, names));
  }
  const { of, besides } = names;
  if (names.in === "text")
    return node.kind === "scalar" && node.text !== "" ? [{ of, besides, at: path, name: node.text }] : [];
  if (names.in === "items")
    return node.kind === "list" ? within(found).flatMap((item) => namesIn(item, { ...names, in: "text" })) : [];
  const { below } = names;
  return [
    ...keys.map((name) => ({ of, besides, at: [...path, name], name })),
    ...(below ? within(found).flatMap((inner) => namesIn(inner, below)) : []),
  ];
}
