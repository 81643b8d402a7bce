import { type Distribution, fromQuantile } from "./distribution.ts";

/**
 * Triangular from low to high with its peak at mode.
 * @throws RangeError unless low <= mode <= high and low < high
 */
export function triangular(low: number, mode: number, high: number): Distribution {
  if (!(low <= mode && mode <= high && low < high && Number.isFinite(high - low))) {
    throw new RangeError(`low, mode, high must ascend, got ${low}, ${mode}, ${high}`);
  }
  const width = high - low;
  const peak = (mode - low) / width;
  return fromQuantile(
    (low + mode + high) / 3,
    (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18,
    (p) => (p < peak ? low + Math.sqrt(p * width * (mode - low)) : high - Math.sqrt((1 - p) * width * (high - mode))),
  );
}
