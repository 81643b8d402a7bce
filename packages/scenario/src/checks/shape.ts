import type { z } from "zod";
import { placeSections, type ScenarioFile, scenarioSchema } from "../schema/scenario-schema.ts";
import { fixedBecause, mustStaySame } from "../schema/settings.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, nodeAt, pathText, plainOf } from "../text/locate.ts";
import { defined, didYouMean } from "../text/nearest.ts";
import { found, type MapNode } from "../text/tree.ts";
import { anyOf } from "../text/words.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";
import { settingsToAdd } from "./lines-to-add.ts";

type Issue = z.core.$ZodIssue;

/** Reads the merged tree by the schema. Undefined after reporting every place where it differs. */
export function readShape(
  tree: MapNode,
  base: MapNode | undefined,
  diagnostics: Diagnostics,
): ScenarioFile | undefined {
  const result = scenarioSchema.safeParse(plainOf(tree));
  if (result.success) return result.data;
  const { issues } = result.error;
  for (const issue of issues) {
    const node = nodeAt(tree, issue.path);
    if (diagnostics.isExcused(issue.path, node !== undefined) || (node && diagnostics.isExcusedAt(node.place)))
      continue;
    if (isStrangePlace(issue, tree, base)) reportStrangePlace(issue, issues, tree, base, diagnostics);
    else report(issue, tree, diagnostics);
  }
  return undefined;
}

function report(issue: Issue, tree: MapNode, diagnostics: Diagnostics): void {
  const { path } = issue;
  const at = (sentence: string): void => diagnostics.errorAt(tree, path, sentence);
  const node = nodeAt(tree, path);
  const because = fixedBecause(path);
  if (because !== undefined && node?.kind === "map" && areCalendarKeys([...node.entries.keys()])) {
    at(`${mustStaySame(because)} (got a calendar of dates)`);
    return;
  }
  const got = node === undefined ? "nothing" : found(node);
  switch (issue.code) {
    case "invalid_type":
      at(
        node === undefined
          ? "must be given"
          : `must be ${issue.expected === "array" ? "a list" : "a map of settings"} (got ${got})`,
      );
      break;
    case "invalid_key":
      at("must be named in small letters, digits and hyphens, for example ciudad-juarez");
      break;
    case "invalid_union":
      at(`must be empty, or a map with a census (got ${got})`);
      break;
    case "invalid_value":
      at(`must be ${anyOf(issue.values.map(String))} (got ${got})`);
      break;
    default:
      at(issue.message);
  }
}

/** Something is missing in a place that the base does not have: most likely its name is misspelt. */
function isStrangePlace({ path }: Issue, tree: MapNode, base: MapNode | undefined): boolean {
  const [section, name] = path;
  const sections: readonly unknown[] = placeSections;
  if (base === undefined || name === undefined || !sections.includes(section)) return false;
  return nodeAt(tree, path) === undefined && nodeAt(base, [section as PropertyKey, name]) === undefined;
}

function reportStrangePlace(
  { path }: Issue,
  issues: readonly Issue[],
  tree: MapNode,
  base: MapNode | undefined,
  diagnostics: Diagnostics,
): void {
  const place = path.slice(0, 2);
  const [section, name] = place.map(String) as [string, string];
  const text = pathText(place);
  const places = nodeAt(base as MapNode, [section]);
  const known = places?.kind === "map" ? [...places.entries.keys()] : [];
  const lacking = issues.filter(
    ({ path }) =>
      pathText(path.slice(0, 2)) === text && nodeAt(tree, path) === undefined && !diagnostics.isExcused(path),
  );
  const settings = [...new Set(lacking.map(({ path }) => pathText(path.slice(2))))];
  const isSlip = didYouMean(name, known) !== "";
  // Of a name with a slip nothing else is of use.
  const told = isSlip ? settings.slice(0, 1) : settings;
  const within = lacking.map(({ path, message }) => ({ path: path.slice(2).map(String), message }));
  const lines = isSlip ? "" : `, for example \`${settingsToAdd(tree, section, within)}\``;
  const sentence = `is not in the base and not complete in itself: ${told.join(", ")} must be given${lines}${defined(name, known)}`;
  diagnostics.error(locate(tree, place), text, sentence);
  diagnostics.excuse(place);
}
