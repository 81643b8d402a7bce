import { got } from "./got.ts";
import type { Reader } from "./reader.ts";
import { type Dimension, parseQuantity } from "./units.ts";

/** A figure with its unit, in the model's own unit. */
export function quantity(dimension: Dimension): Reader<number> {
  return (raw, report) => {
    const parsed =
      typeof raw === "string" ? parseQuantity(raw, dimension) : { problem: `must be ${dimension.expected}` };
    if ("value" in parsed) return parsed.value;
    report(`${parsed.problem} ${got(raw)}`);
    return undefined;
  };
}
