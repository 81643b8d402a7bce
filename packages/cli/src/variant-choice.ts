import { plain } from "@mpp-sim/report";
import { didYouMean, type Scenario, type Variant } from "@mpp-sim/scenario";
import { InputError } from "./input-error.ts";

/**
 * The variant of a name.
 * @throws InputError if the scenario has none of that name
 */
export function variantNamed({ file, variants }: Scenario, name: string): Variant {
  const found = variants.find((variant) => variant.name === name);
  if (found !== undefined) return found;
  const known = variants.map((variant) => variant.name);
  const hint = didYouMean(name, known) || (known.length === 0 ? " (it has none)" : ` (it has ${known.join(", ")})`);
  throw new InputError(plain(`--variant must be a variant of ${file}, got ${JSON.stringify(name)}${hint}`));
}

/**
 * The variants named and the one they are compared with, in the order of the file; all if none is named.
 * @throws InputError if the scenario has none of a name
 */
export function variantsNamed(scenario: Scenario, names: readonly string[]): readonly Variant[] {
  if (names.length === 0) return scenario.variants;
  const chosen = new Set([scenario.experiment.reference, ...names.map((name) => variantNamed(scenario, name).name)]);
  return scenario.variants.filter(({ name }) => chosen.has(name));
}
