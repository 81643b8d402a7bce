import type { z } from "zod";
import { placeSections, scenarioSchema } from "../schema/scenario-schema.ts";

type Schema = z.core.$ZodType;
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
}

function definitionOf(schema: Schema): Definition {
  const definition = schema._zod.def as unknown as Definition;
  return definition.type === "optional" && definition.innerType ? definitionOf(definition.innerType) : definition;
}

/**
 * What the schema has below a place: another place of structure, into which a merge descends, or undefined for a value, which is
 * replaced whole (a distribution, a calendar, a list).
 */
export interface Structure {
  below(key: string): Structure | undefined;
}

function structureOf(schema: Schema): Structure | undefined {
  const { type, shape, valueType } = definitionOf(schema);
  if (type === "record" && valueType) return { below: () => structureOf(valueType) };
  if (type !== "object" || !shape) return undefined;
  return {
    below: (key) => {
      const inner = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return inner && structureOf(inner);
    },
  };
}

/** Structure of a scenario file; below `defaults`, that of one place of each section; a variant is a scenario again. */
export function scenarioStructure(): Structure {
  const root = structureOf(scenarioSchema) as Structure;
  const sections: readonly string[] = placeSections;
  const defaults: Structure = {
    below: (section) => (sections.includes(section) ? root.below(section)?.below("any") : undefined),
  };
  const scenario: Structure = {
    below: (key) => {
      if (key === "defaults") return defaults;
      return key === "variants" ? { below: () => scenario } : root.below(key);
    },
  };
  return scenario;
}
