import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { got } from "./got.ts";
import { quantity } from "./quantity.ts";
import { below, isMap, type Reader } from "./reader.ts";
import { dimensions } from "./units.ts";

/** Relative weights by name, bare numbers: `{ GTM: 1362, HND: 305 }`. At least one is positive. */
export const weights: Reader<ReadonlyMap<string, number>> = (raw, report) => {
  const found = figures(
    raw,
    report,
    quantity(dimensions.number),
    "a map of names to weights, for example { GTM: 1362, HND: 305 }",
  );
  if (found && ![...found.values()].some((weight) => weight > 0)) {
    report("must have a positive weight (got none)");
    return undefined;
  }
  return found;
};

/** Shares of some of the given words, that sum to 100 %: `{ release: 60 %, removal: 40 % }`. */
export function shares(words: readonly string[]): Reader<ReadonlyMap<string, number>> {
  return (raw, report) => {
    const found = figures(
      raw,
      report,
      quantity(dimensions.share),
      `a map of ${anyOf(words)} to shares that sum to 100 %`,
    );
    const strange = [...(found?.keys() ?? [])].filter((name) => !words.includes(name));
    for (const name of strange) below(report, name)(`must be one of ${anyOf(words)}${didYouMean(name, words)}`);
    if (found === undefined || strange.length > 0) return undefined;
    const fault = shareFault([...found.values()]);
    if (fault !== undefined) report(fault);
    return fault === undefined ? found : undefined;
  };
}

/** What is wrong with shares that must be of a whole; decimals miss it by a little. */
export function shareFault(shares: readonly number[]): string | undefined {
  const sum = shares.reduce((sum, one) => sum + one, 0);
  if (Math.abs(sum - 1) <= 1e-9) return undefined;
  return `must have shares that sum to 100 % (got ${Number((sum * 100).toFixed(6))} %)`;
}

function figures(
  raw: unknown,
  report: Parameters<Reader<number>>[1],
  figure: Reader<number>,
  expected: string,
): ReadonlyMap<string, number> | undefined {
  if (!isMap(raw) || Object.keys(raw).length === 0) {
    report(`must be ${expected} ${got(raw)}`);
    return undefined;
  }
  const found = new Map<string, number>();
  let sound = true;
  for (const [name, written] of Object.entries(raw)) {
    const value = figure(written, below(report, name));
    if (value === undefined) sound = false;
    else found.set(name, value);
  }
  return sound ? found : undefined;
}
