import { z } from "zod";
import { anyOf } from "../text/words.ts";
import { distribution } from "../values/distribution.ts";
import { days, openingHours, timeOfDay } from "../values/hours.ts";
import { quantity } from "../values/quantity.ts";
import type { Reader } from "../values/reader.ts";
import { changingSetting, datedSetting, type Named, NameIn, type SettingDocs, setting } from "../values/setting.ts";
import { timeZone } from "../values/time-zone.ts";
import { dimensions } from "../values/units.ts";
import { shares } from "../values/weights.ts";
import { choice, date, listOf, text, yesOrNo } from "../values/words.ts";

/** Names of places and groups, as in the names of measures. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

type DimensionName = keyof typeof dimensions;

function docsOf(dimension: DimensionName, meaning: string, more = ""): SettingDocs {
  const { expected, unit } = dimensions[dimension];
  return { description: `${meaning}: ${expected}${more}.`, unit };
}

/** Settings that stand together. Those of an `id` have a definition of their own in the JSON Schema. */
export function section<Shape extends z.ZodRawShape>(description: string, shape: Shape, id?: string) {
  return z.strictObject(shape).meta({ description, ...(id !== undefined && { id }) });
}

/** The same where all may be left out; what then holds is in the words. */
export function part<Shape extends z.ZodRawShape>(description: string, shape: Shape) {
  return z.strictObject(shape).optional().meta({ description });
}

/** A figure with its unit. */
export function figure(dimension: DimensionName, meaning: string) {
  return changingSetting(quantity(dimensions[dimension]), docsOf(dimension, meaning));
}

/** A figure of which the model knows all dates from the beginning. Others it looks up when it needs them. */
export function datedFigure(dimension: DimensionName, meaning: string) {
  return datedSetting(quantity(dimensions[dimension]), docsOf(dimension, meaning));
}

/** A figure or a distribution of it. `whole`: only distributions on whole numbers. */
export function uncertain(dimension: DimensionName, meaning: string, options: { readonly whole?: boolean } = {}) {
  return changingSetting(distribution(dimensions[dimension], options), {
    ...docsOf(dimension, meaning, ", or a distribution"),
    orDistribution: true,
  });
}

/** One of some words. */
export function word<const Word extends string>(words: readonly Word[], meaning: string) {
  return changingSetting(choice(words), { description: meaning, unit: anyOf(words), enum: words });
}

/** One of some words, of which the model knows all dates from the beginning. */
export function datedWord<const Word extends string>(words: readonly Word[], meaning: string) {
  return datedSetting(choice(words), { description: meaning, unit: anyOf(words), enum: words });
}

/** One of some words that say something of the file itself, without dates or a source. */
export function keyword<const Word extends string>(words: readonly Word[], meaning: string) {
  return setting(choice(words), { description: meaning, unit: anyOf(words), enum: words, structure: true });
}

export function datedYesOrNo(meaning: string) {
  return datedSetting(yesOrNo, { description: `${meaning}: yes or no.`, unit: "yes or no", examples: ["yes"] });
}

/** Shares of some words that sum to 100 %. */
export function mix(words: readonly string[], by: string, meaning: string) {
  return changingSetting(shares(words), {
    unit: `% by ${by}`,
    description: `${meaning}: shares of ${words.join(", ")}.`,
  });
}

export function hours(meaning: string) {
  return changingSetting(openingHours, {
    unit: "days and hours",
    description: `${meaning}, local, for example mon-fri 08:00-16:00.`,
    examples: ["08:00-16:00"],
  });
}

/** Weekdays on which a court sits. */
export function sittingDays(unit: string) {
  const docs = { unit, description: "Days on which it sits; never on federal holidays.", examples: ["mon-fri"] };
  return changingSetting(days, docs);
}

/** A local time of day. */
export function timeOf(meaning: string, example: string) {
  return changingSetting(timeOfDay, { unit: "time of day", description: meaning, examples: [example] });
}

/** A date of the world. */
export function dateOf(meaning: string, example: string) {
  return changingSetting(date, { unit: "date", description: meaning, examples: [example] });
}

/** A date of the scenario, without a source: it is no figure of the world. */
export function day(meaning: string, example: string) {
  return setting(date, { description: meaning, unit: "date", examples: [example] });
}

/** An IANA time zone. */
export function zone(meaning: string) {
  return setting(timeZone, {
    description: `${meaning}: IANA time zone.`,
    unit: "time zone",
    examples: ["America/Phoenix"],
    fixed: "says when its dates begin",
    structure: true,
  });
}

/** A text; a file, a sentence. */
export function name(meaning: string) {
  return setting(text, { description: meaning, unit: "text", structure: true });
}

/** Names in a table or a list, or sentences. */
export function list(unit: "texts" | "names" | "codes" | "paths", meaning: string, ...examples: readonly string[]) {
  const docs = { description: meaning, unit: `list of ${unit}`, structure: true };
  return setting(listOf(text), { ...docs, ...(examples.length > 0 && { examples }) });
}

/** Settings of places, each by its path. */
export function byPath(description: string, unlessGiven: string, fixed?: string) {
  const about = { unit: "values by path", ...(fixed !== undefined && { fixed }) };
  return z.record(z.string(), z.unknown()).meta({ description, about }).optional().meta({ unlessGiven });
}

function placeName<const Section extends Named>(section: Section): Reader<NameIn<Section>> {
  return (raw, report) => {
    const name = text(raw, report);
    return name === undefined ? undefined : new NameIn(section, name);
  };
}

/** The place of a section, by its name. */
export function place<const Section extends Named>(section: Section, meaning: string) {
  return setting(placeName(section), { ...namesOf(section, "text"), description: meaning, unit: "text" });
}

/** The same, where it may be another from a date on. */
export function changingPlace<const Section extends Named>(section: Section, meaning: string) {
  return changingSetting(placeName(section), { ...namesOf(section, "text"), description: meaning, unit: "text" });
}

/** Places of a section, by name. */
export function places<const Section extends Named>(section: Section, meaning: string) {
  const docs = { ...namesOf(section, "items"), description: meaning, unit: "list of names" };
  return setting(listOf(placeName(section)), docs);
}

function namesOf(of: Named, where: "text" | "items"): Pick<SettingDocs, "names" | "structure"> {
  return { names: { of, in: where }, structure: true };
}
