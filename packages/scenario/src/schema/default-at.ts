import { z } from "zod";
import { scenarioSchema } from "./scenario-schema.ts";

type Schema = z.core.$ZodType;
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
}

/**
 * The default of a setting, as it would be written: "0 h", "block". `none` if the setting must be given, or if no text can stand for
 * its absence; undefined if the schema has no such setting.
 */
export function defaultAt(path: readonly string[]): { readonly text: string } | "none" | undefined {
  let schema: Schema = scenarioSchema;
  for (const step of path) {
    const { shape, valueType, element } = definitionOf(withoutOptional(schema));
    const inner = shape === undefined ? (valueType ?? element) : Object.hasOwn(shape, step) ? shape[step] : undefined;
    if (inner === undefined) return undefined;
    schema = inner;
  }
  const { unlessGiven } = z.globalRegistry.get(schema) ?? {};
  const reads = typeof unlessGiven === "string" && z.safeParse(withoutOptional(schema), unlessGiven).success;
  return reads ? { text: unlessGiven } : "none";
}

function withoutOptional(schema: Schema): Schema {
  const { type, innerType } = definitionOf(schema);
  return type === "optional" && innerType ? innerType : schema;
}

function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}
