import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { quantity } from "./quantity.ts";
import { below, type Reader, type Report } from "./reader.ts";
import { dimensions } from "./units.ts";
import { mapOf } from "./words.ts";

/** Relative weights by name, bare numbers: `{ GTM: 1362, HND: 305 }`. At least one is positive. */
export const weights: Reader<ReadonlyMap<string, number>> = (raw, report) => {
  const expected = "a map of names to weights, for example { GTM: 1362, HND: 305 }";
  const found = mapOf(quantity(dimensions.number), expected)(raw, report);
  if (found === undefined || [...found.values()].some((weight) => weight > 0)) return found;
  report("must have a positive weight (got none)");
  return undefined;
};

/** Shares of some of the given words, that sum to 100 %: `{ release: 60 %, removal: 40 % }`. Those not given are 0; all are in order. */
export function shares(words: readonly string[]): Reader<ReadonlyMap<string, number>> {
  const map = mapOf(quantity(dimensions.share), `a map of ${anyOf(words)} to shares that sum to 100 %`);
  return (raw, report) => {
    const found = map(raw, report);
    const strange = [...(found?.keys() ?? [])].filter((name) => !words.includes(name));
    for (const name of strange) below(report, name)(`must be one of ${anyOf(words)}${didYouMean(name, words)}`);
    if (found === undefined || strange.length > 0 || !isWhole([...found.values()], report)) return undefined;
    return new Map(words.map((word) => [word, found.get(word) ?? 0]));
  };
}

/** Whether shares are those of a whole, which decimals miss by a little. Reports if they are not. */
export function isWhole(shares: readonly number[], report: Report): boolean {
  const sum = shares.reduce((sum, one) => sum + one, 0);
  const isClose = Math.abs(sum - 1) <= 1e-9;
  if (!isClose) report(`must have shares that sum to 100 % (got ${Number((sum * 100).toFixed(6))} %)`);
  return isClose;
}
