import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * Always the same value.
 * @throws RangeError if the value is not finite
 */
export function fixed(value: number): Distribution {
  if (!Number.isFinite(value)) throw new RangeError(`value must be finite, got ${value}`);
  return fromQuantile(value, 0, () => value);
}
