import { placeSections, scenarioSchema, variantSchema } from "../schema/scenario-schema.ts";
import { definitionOf, type Schema } from "../schema/settings.ts";

/** What the schema allows in a place that has keys: a merge descends into it. A value (distribution, calendar, list) is replaced whole. */
export interface Structure {
  /** The keys it may have; undefined where names of places stand, or numbers. */
  readonly keys?: readonly string[];
  below(key: string): Structure | undefined;
  /** What each entry of a list is. */
  readonly item?: Structure | undefined;
  /** Whether its keys are settings by path. */
  readonly byPath?: boolean;
}

function structureOf(schema: Schema): Structure | undefined {
  const { type, innerType, shape, valueType, element, options, getter } = definitionOf(schema);
  if (type === "optional" && innerType) return structureOf(innerType);
  if (getter) return structureOf(getter());
  if (valueType) return { below: () => structureOf(valueType), byPath: valueType._zod.def.type === "unknown" };
  if (element) return { below: () => undefined, item: structureOf(element) };
  if (options) return options.map(structureOf).find((option) => option !== undefined);
  if (!shape) return undefined;
  return {
    keys: Object.keys(shape),
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
    keys: sections,
    below: (section) => (sections.includes(section) ? root.below(section)?.below("any") : undefined),
  };
  const below = (key: string): Structure | undefined => {
    if (key === "defaults") return defaults;
    return key === "variants" ? { below: () => variant } : root.below(key);
  };
  // Keys that all variants have in common are known too. Another check says where they must be written.
  const known = root.keys ?? [];
  const ofVariants = Object.keys(variantSchema.shape);
  const variant: Structure = { keys: [...ofVariants, ...known.filter((key) => !ofVariants.includes(key))], below };
  return { keys: known, below };
}
