import { z } from "zod";
import { scenarioSchema } from "./scenario-schema.ts";

/** The JSON Schema (2020-12) of scenario files, for completion and hover in editors. A file that extends another may leave out anything. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: "input", reused: "ref" }) as Record<string, unknown>;
  return forEditors(schema) as Record<string, unknown>;
}

/** What only the reference page needs; editors and validators do not know it. */
const ofReference: readonly string[] = ["unit", "unlessGiven", "onDates"];

/** The schema without those, and with nothing required: a base may give what a file lacks. */
function forEditors(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forEditors);
  if (typeof node !== "object" || node === null) return node;
  if ("onDates" in node && "enum" in node) {
    // A calendar of words, or a word with its source, is a map.
    const { enum: words, ...others } = node;
    return forEditors({ ...others, anyOf: [{ enum: words }, { type: "object" }] });
  }
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      key === "required" || ofReference.includes(key) ? [] : [[key, forEditors(value)]],
    ),
  );
}
