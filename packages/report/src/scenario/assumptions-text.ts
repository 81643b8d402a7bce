import type { Scenario } from "@mpp-sim/scenario";
import { inkOf } from "../format/ink.ts";
import { wrap } from "../format/plain.ts";
import { byGrade } from "./grades.ts";

const width = 100;

/**
 * Every value of a scenario that has a source, or should have one, by the grade of the source, weakest first: for `mpp
 * show --assumptions`.
 */
export function assumptionsText(scenario: Scenario, { color }: { readonly color: boolean }): string {
  const ink = inkOf(color);
  const named = new Map(
    scenario.sources.map(({ id, title, date }) => [id, `${id}: ${[title, date].filter(Boolean).join(", ")}`]),
  );
  const groups = byGrade(scenario.sourced).map(({ title, values }) => [
    ink.strong(`${title} (${values.length})`),
    ...values.flatMap(({ path, text, range, source, note, origin }) => [
      ...wrap(`${path}: ${text}${range === "" ? "" : ` (range ${range})`}`, width, "    ", "  "),
      ...wrap([note, named.get(source) ?? "", origin].filter(Boolean).join(" · "), width, "      ").map(ink.faint),
    ]),
  ]);
  if (groups.length === 0) return "No value of this scenario names a source.\n";
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
