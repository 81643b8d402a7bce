import { z } from "zod";
import { distributionForms } from "../values/distribution.ts";
import type { About } from "../values/setting.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** The JSON Schema (2020-12) of scenario files, for completion and hover in editors. A file that extends another may leave out anything. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: "input" }) as Record<string, unknown>;
  const { $defs, ...whole } = forEditors(schema) as Readonly<Record<string, object>>;
  return { ...whole, $defs: { ...$defs, distribution: anyDistribution() } };
}

/** A calendar and the long form are maps too, so other keys may stand here. */
function anyDistribution(): Record<string, unknown> {
  const forms = distributionForms.map(({ name, takes }) => [name, { description: `A distribution, with ${takes}.` }]);
  return { type: ["string", "number", "object"], properties: Object.fromEntries(forms) };
}

/** What the reference says of a setting, which editors and validators do not know. */
const notForEditors: readonly string[] = ["id", "about", "unlessGiven", "before", "required"];

/** Below `properties` and `$defs` keys are names, which are kept whatever they are. */
function below(key: string, value: unknown): unknown {
  if (key !== "properties" && key !== "$defs") return forEditors(value);
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, forEditors(inner)]));
}

/** Without those: nothing is required while a file is being written, for a base may give what it lacks. */
function forEditors(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forEditors);
  if (typeof node !== "object" || node === null) return node;
  const { about = {}, description, enum: words, ...others } = node as Readonly<Record<string, unknown>>;
  const { onDates: changes, orDistribution } = about as About;
  const said = {
    ...(description !== undefined && { description: changes ? `${description} May change on dates.` : description }),
    ...others,
    ...(orDistribution && { $ref: "#/$defs/distribution" }),
    // A calendar of words, or a word with its source, is a map.
    ...(words !== undefined && (changes ? { anyOf: [{ enum: words }, { type: "object" }] } : { enum: words })),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (notForEditors.includes(key) ? [] : [[key, below(key, value)]])),
  );
}
