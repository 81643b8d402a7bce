import { didYouMean } from "@mpp-sim/scenario";

/**
 * The row of that name. `what` is what a row stands for: measure, variant.
 * @throws RangeError if there is none; the message gives the nearest names
 */
export function rowNamed<Row extends { readonly name: string }>(rows: readonly Row[], what: string, name: string): Row {
  const found = rows.find((row) => row.name === name);
  if (found !== undefined) return found;
  const names = rows.map((row) => row.name);
  throw new RangeError(`${what} must be one of the run, got ${name}${didYouMean(name, names) || nearest(name, names)}`);
}

/** Names that share the most parts with this one, the shortest first; where none shares any, the first ones there are. */
function nearest(name: string, names: readonly string[]): string {
  const parts = new Set(name.split("."));
  const shared = (other: string): number => other.split(".").filter((part) => parts.has(part)).length;
  const most = Math.max(0, ...names.map(shared));
  const alike = names.filter((other) => shared(other) === most);
  if (most > 0) alike.sort((a, b) => a.length - b.length);
  const shown = alike.slice(0, 3).join(", ");
  return shown === "" ? "" : ` (${most > 0 ? "nearest" : "the first"}: ${shown})`;
}
