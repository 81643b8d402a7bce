import type { Source, SourcedValue } from "../scenario.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { locate, pathText } from "../text/locate.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import { childOf, type MapNode, type Node, originOf } from "../text/tree.ts";
import { sourcedKeys } from "../values/sourced.ts";

const assumption = "assumption";

/** The sources a scenario lists. */
export function sourcesOf(tree: MapNode): Source[] {
  const sources = childOf(tree, "sources");
  if (sources?.kind !== "map") return [];
  return [...sources.entries].map(([id, { node }]) => {
    const said = (key: string): string => {
      const inner = childOf(node, key);
      return inner?.kind === "scalar" ? inner.text : "";
    };
    return { id, title: said("title"), date: said("date"), grade: said("grade"), address: said("address") };
  });
}

/** Grade of what stands in no file. */
const given = "given";

/** Every value in its long form, with where it comes from, and every value given on the command line. An assumption without a range is an error, as is an unknown source. */
export function collectSourced(tree: MapNode, sources: readonly Source[], diagnostics: Diagnostics): SourcedValue[] {
  const found: SourcedValue[] = [];
  const visit = (node: Node, path: readonly PropertyKey[]): void => {
    if (node.kind === "list") for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node.kind !== "map") return;
    if (node.entries.has("value") && node.entries.has("source")) found.push(sourcedValue(node, path));
    for (const [key, { key: place, node: inner }] of node.entries) {
      const at = [...path, key];
      if (place.line === 0 && inner.kind !== "map")
        found.push({
          path: pathText(at),
          text: inline(inner),
          source: "",
          grade: given,
          range: "",
          note: "",
          origin: originOf(place),
        });
      else if (path.length > 0 || key !== "sources") visit(inner, at);
    }
  };
  const sourcedValue = (node: MapNode, path: readonly PropertyKey[]): SourcedValue => {
    const place = locate(tree, path);
    const at = (key: string): readonly PropertyKey[] => [...path, key];
    for (const key of node.entries.keys()) {
      const known: readonly string[] = sourcedKeys;
      if (known.includes(key)) continue;
      diagnostics.error(
        locate(tree, at(key)),
        pathText(at(key)),
        `is not a known setting${didYouMean(key, sourcedKeys)}`,
      );
    }
    const text = (key: string): string => {
      const inner = childOf(node, key);
      return inner?.kind === "scalar" ? inner.text : "";
    };
    const range = childOf(node, "range");
    const ends = range?.kind === "list" ? range.items.map(inline) : [];
    if (range !== undefined && ends.length !== 2) {
      diagnostics.error(
        locate(tree, at("range")),
        pathText(at("range")),
        "must be the two ends of a range, for example [1 %, 40 %]",
      );
    }
    const id = text("source");
    const source = sources.find((one) => one.id === id);
    if (id === assumption) {
      if (range === undefined)
        diagnostics.error(place, pathText(path), "must have a range, because it is an assumption (got none)");
    } else if (source === undefined) {
      const known = [assumption, ...sources.map((one) => one.id)];
      const message = `must be a source that is listed, or ${assumption} (got ${JSON.stringify(id)})${defined(id, known)}`;
      diagnostics.error(locate(tree, at("source")), pathText(at("source")), message);
    }
    return {
      path: pathText(path),
      text: inline(childOf(node, "value") as Node),
      source: id,
      grade: source?.grade ?? assumption,
      range: ends.join(" to "),
      note: text("note"),
      origin: originOf(place),
    };
  };
  visit(tree, []);
  return found;
}
