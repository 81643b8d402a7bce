import { placeSections } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { nodeAt } from "../text/locate.ts";
import { type MapNode, withoutEntry } from "../text/tree.ts";
import { changeAt } from "./set-path.ts";

/**
 * The scenario under the base policy: with the settings of `displacement.reference` in place of its own, and without displacement.
 * Undefined where there is none, or after saying which of its settings are not of a place.
 */
export function basePolicy(tree: MapNode, diagnostics: Diagnostics): MapNode | undefined {
  const reference = nodeAt(tree, ["displacement", "reference"]);
  if (reference?.kind !== "map") return undefined;
  let changed = withoutEntry(tree, "displacement");
  let sound = true;
  for (const [path, { key, node }] of reference.entries) {
    const [section = "", name = "", ...rest] = path.split(".");
    const sections: readonly string[] = placeSections;
    // The same people come at the same times under the base policy.
    if (!sections.includes(section) || rest.length === 0 || rest[0] === "arrivals" || !nodeAt(tree, [section, name])) {
      const where = `displacement.reference.${path}`;
      diagnostics.error(
        key,
        where,
        "must be a setting of a place that is defined, other than arrivals, for example buses.tucson-el-paso.inService",
      );
      sound = false;
    }
    changed = changeAt(changed, [section, name, ...rest], key, () => node);
  }
  return sound ? changed : undefined;
}
