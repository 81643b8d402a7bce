import { z } from "zod";
import { changes } from "../values/setting.ts";
import { fixedBecause } from "./fixed-settings.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** One setting of scenario files, as the schema knows it. */
export interface Parameter {
  /** Names of places, and numbers of a list, are `*`: `sectors.*.custody.capacity`. */
  readonly path: string;
  /** What it is written in. */
  readonly unit: string;
  readonly meaning: string;
  /** Its default, or that it must be given. */
  readonly unlessGiven: string;
  /** Whether it may change on dates, and if not, why. */
  readonly onDates: string;
}

type Schema = z.core.$ZodType;
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
}

/** Every setting, in the order of the schema. Those of a variant are its own alone: it may hold all others too. */
export function scenarioParameters(): readonly Parameter[] {
  return [...parametersBelow(scenarioSchema, [], undefined)];
}

/** `within`: the name of the nearest part that may be left out and holds this one, unless a place or an entry of a list lies between. */
function* parametersBelow(given: Schema, path: readonly string[], within: string | undefined): Generator<Parameter> {
  const optional = definitionOf(given).type === "optional";
  const schema = optional ? (definitionOf(given).innerType as Schema) : given;
  const { shape, valueType, element, options } = definitionOf(schema);
  const { unit, description, onDates } = metaOf(schema);
  if (unit !== undefined || (!shape && !valueType && !element && !options)) {
    const required = within === undefined ? "required" : `required in \`${within}\``;
    const unlessGiven = optional ? String(metaOf(given).unlessGiven ?? "") : required;
    const name = path.join(".");
    const because = fixedBecause(name);
    yield {
      path: name,
      unit: String(unit ?? ""),
      // What may change has a column of its own.
      meaning: String(description ?? "").replace(` ${changes}`, ""),
      unlessGiven,
      onDates: onDates === true ? "may change" : because === undefined ? "" : `fixed: ${because}`,
    };
  }
  const part = optional ? path[path.length - 1] : within;
  const isVariant = path.length === 2 && path[0] === "variants";
  for (const [key, inner] of Object.entries(shape ?? {})) {
    if (!isVariant || !(key in scenarioSchema.shape)) yield* parametersBelow(inner, [...path, key], part);
  }
  const each = unit === undefined ? (valueType ?? element) : undefined;
  if (each) yield* parametersBelow(each, [...path, "*"], undefined);
  for (const inner of options ?? []) if (definitionOf(inner).shape) yield* parametersBelow(inner, path, part);
}

function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}

function metaOf(schema: Schema): Readonly<Record<string, unknown>> {
  return z.globalRegistry.get(schema) ?? {};
}
