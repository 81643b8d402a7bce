import { z } from "zod";
import { scenarioSchema } from "./scenario-schema.ts";

/** The JSON Schema (2020-12) of scenario files, for completion and hover in editors. A file that extends another may leave out anything. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: "input", reused: "ref" }) as Record<string, unknown>;
  return optional(schema) as Record<string, unknown>;
}

/** A base may give what a file lacks, so that nothing is required while a file is being written. */
function optional(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(optional);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === "required" ? [] : [[key, optional(value)]])),
  );
}
