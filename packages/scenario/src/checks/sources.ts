import type { Source, SourcedValue } from "../scenario.ts";
import { leadsToSetting, needsSource } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { inline } from "../text/inline.ts";
import { locate, nodeAt, pathText, plainOf } from "../text/locate.ts";
import { childOf, type MapNode, type Node, originOf, type Place, textOf } from "../text/tree.ts";
import { blend } from "../values/blend.ts";
import { areCalendarKeys, beforeKey } from "../values/calendar-map.ts";
import type { Written } from "../values/setting.ts";
import { notVaried } from "../values/sourced.ts";

export const assumption = "assumption";

/** The sources a scenario lists. */
export function sourcesOf(tree: MapNode): Source[] {
  const sources = childOf(tree, "sources");
  if (sources?.kind !== "map") return [];
  return [...sources.entries].map(([id, { node }]) => {
    const said = (key: string): string => textOf(childOf(node, key));
    return { id, title: said("title"), date: said("date"), grade: said("grade"), address: said("address") };
  });
}

/** Grades of values without a source: given on the command line, and written in a file. */
const [given, unsourced] = ["given", "unsourced"];

/**
 * Every value that has a source, every value that should have one and has none, and every value given on the command line. An assumption
 * without a range is an error. `written` is the tree before its policy was written into calendars.
 */
export function collectSourced(
  { tree, written }: { readonly tree: MapNode; readonly written: MapNode },
  sources: readonly Source[],
  diagnostics: Diagnostics,
): SourcedValue[] {
  const found: SourcedValue[] = [];
  const lacksSource = (node: Node, path: readonly PropertyKey[]): boolean =>
    node.kind === "map"
      ? [...node.entries].some(([key, { node: inner }]) => lacksSource(inner, [...path, key]))
      : needsSource(path, inline(node));
  /** `long`: where the long form begins that holds the node. */
  const visit = (node: Node, path: readonly PropertyKey[], place: Place, long?: Place): void => {
    if (path[0] === "sources") return;
    const isLong = node.kind === "map" && node.entries.has("value") && node.entries.has("source");
    if (isLong) found.push(sourcedValue(node, path));
    else if (isOneValue(node, node.kind === "scalar" || leadsToSetting(path), isOutside(place))) {
      if (isOutside(place) ? !(long && isOutside(long)) : !long && lacksSource(node, path))
        found.push(withoutSource(node, path, place));
      return;
    }
    const within = isLong ? place : long;
    if (node.kind === "list")
      for (const [index, item] of node.items.entries()) visit(item, [...path, index], item.place, within);
    if (node.kind !== "map") return;
    // The value before the first change of a policy is filled in if nobody gives it.
    const filledIn = areCalendarKeys([...node.entries.keys()]) && nodeAt(written, path) === undefined;
    for (const [key, entry] of node.entries)
      if (!filledIn || key !== beforeKey) visit(entry.node, [...path, key], entry.key, within);
  };
  const sourcedValue = (node: MapNode, path: readonly PropertyKey[]): SourcedValue => {
    const place = locate(tree, path);
    const text = (key: string): string => textOf(childOf(node, key));
    const range = childOf(node, "range");
    const id = text("source");
    const source = sources.find((one) => one.id === id);
    if (id === assumption && range === undefined)
      diagnostics.error(place, pathText(path), "must have a range, because it is an assumption (got none)");
    return {
      path: pathText(path),
      text: inline(childOf(node, "value") as Node),
      source: id,
      grade: source?.grade ?? assumption,
      range: range === undefined ? "" : rangeText(range),
      note: text("note"),
      origin: originOf(place),
    };
  };
  visit(tree, [], tree.place);
  return found;
}

/** `1 % to 40 %`, `finish or fallback`, `three [GTM, HND, SLV] or all [GTM]`, `not varied: why`. */
function rangeText(range: Node): string {
  if (range.kind === "list") {
    const [low = "", high = ""] = range.items.map((end) => plainOf(end) as Written);
    return range.items.map(inline).join(blend(low, high, 0) === undefined ? " or " : " to ");
  }
  const reason = childOf(range, notVaried);
  if (reason !== undefined) return `not varied: ${inline(reason)}`;
  return range.kind === "map"
    ? [...range.entries].map(([name, { node }]) => `${name} ${inline(node)}`).join(" or ")
    : "";
}

function isOutside({ line }: Place): boolean {
  return line === 0;
}

/** Whether a node without a source is listed: a word, a list, a distribution or a mix; not a calendar, nor what has sources inside. */
function isOneValue(node: Node, isSetting: boolean, outside: boolean): boolean {
  if (node.kind === "scalar") return true;
  if (node.kind === "list") return isSetting || outside;
  const entries = [...node.entries];
  if (!isSetting || entries.length === 0 || areCalendarKeys([...node.entries.keys()]) || node.entries.has("source"))
    return false;
  return entries.every(
    ([, { key, node: inner }]) => isOutside(key) === outside && isOneValue(inner, isSetting, outside),
  );
}

function withoutSource(node: Node, path: readonly PropertyKey[], place: Place): SourcedValue {
  return {
    path: pathText(path),
    text: inline(node),
    source: "",
    grade: isOutside(place) ? given : unsourced,
    range: "",
    note: "",
    origin: originOf(place),
  };
}
