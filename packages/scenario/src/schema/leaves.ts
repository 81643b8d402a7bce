import { z } from "zod";
import { changing } from "../values/calendar.ts";
import { dated } from "../values/dated.ts";
import { distribution } from "../values/distribution.ts";
import { quantity } from "../values/quantity.ts";
import { dating, setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { timeZone } from "../values/time-zone.ts";
import { dimensions } from "../values/units.ts";
import { choice, text, yesOrNo } from "../values/words.ts";

/** Names of places and groups, as in the names of measures. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

type DimensionName = keyof typeof dimensions;

/** A figure with its unit, the same over the whole period. */
export function fixedFigure(dimension: DimensionName, meaning: string) {
  const { expected, unit } = dimensions[dimension];
  return setting(sourced(quantity(dimensions[dimension])), { description: `${meaning}: ${expected}.`, unit });
}

/** A figure with its unit. */
export function figure(dimension: DimensionName, meaning: string) {
  const { expected, unit } = dimensions[dimension];
  return dating(changing(quantity(dimensions[dimension])), { description: `${meaning}: ${expected}.`, unit });
}

/** A figure of which the model knows all dates from the beginning. Others it looks up when it needs them. */
export function datedFigure(dimension: DimensionName, meaning: string) {
  const { expected, unit } = dimensions[dimension];
  return dating(dated(quantity(dimensions[dimension])), { description: `${meaning}: ${expected}.`, unit });
}

/** A figure or a distribution of it. `whole`: only distributions on whole numbers. */
export function uncertain(dimension: DimensionName, meaning: string, options: { readonly whole?: boolean } = {}) {
  const { expected, unit } = dimensions[dimension];
  return dating(changing(distribution(dimensions[dimension], options)), {
    description: `${meaning}: ${expected}, or a distribution.`,
    unit,
  });
}

/** One of some words, the same over the whole period. */
export function fixedWord<const Word extends string>(words: readonly Word[], meaning: string) {
  return setting(sourced(choice(words)), { description: meaning, unit: words.join(" or "), enum: words });
}

export function word<const Word extends string>(words: readonly Word[], meaning: string) {
  return dating(changing(choice(words)), { description: meaning, unit: words.join(" or "), enum: words });
}

export function datedYesOrNo(meaning: string) {
  return dating(dated(yesOrNo), {
    description: `${meaning}: yes or no.`,
    unit: "yes or no",
    examples: ["yes"],
  });
}

/** An IANA time zone. */
export function zone(meaning: string) {
  return setting(timeZone, {
    description: `${meaning}: IANA time zone.`,
    unit: "time zone",
    examples: ["America/Phoenix"],
  });
}

/** A text; the name of a place, a file, a sentence. */
export function name(meaning: string) {
  return setting(text, { description: meaning, unit: "text" });
}
