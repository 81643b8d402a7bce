import type { BorderParameters } from "./border-parameters.ts";
import { everyOf } from "./later-settings.ts";

/** Hours of the custody limit of some sectors (indices), where all have the same one and it never changes; undefined otherwise. */
export function custodyLimitOf(parameters: BorderParameters, sectors: readonly number[]): number | undefined {
  const limits = new Set(
    sectors.flatMap((sector) => everyOf(parameters, "sectors", sector).map(({ custody }) => custody.limitHours)),
  );
  const [only] = limits;
  return limits.size === 1 ? only : undefined;
}
