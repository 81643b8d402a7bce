import { z } from "zod";
import { type Calendar, changing, type Dated, dated } from "./calendar.ts";
import type { Reader } from "./reader.ts";
import { sourced } from "./sourced.ts";

/** What a value is as it is written: text, or lists and maps of it. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };

/** A value as `set` of `loadScenario` takes it. */
export function settingText(written: Written): string {
  return typeof written === "string" ? written : JSON.stringify(written);
}

/** Sections whose entries settings name, and what such an entry is called; and the list of nationalities. */
export const named = {
  sectors: "sector",
  buses: "bus line",
  returnPoints: "return point",
  returnLimits: "return limit",
  cities: "city",
  courts: "court",
  nationalities: "nationality",
} as const;

export type Named = keyof typeof named;

/** A name of a place of a section. A check of all names finds those that are not defined. */
export class NameIn<Section extends Named = Named> {
  readonly section: Section;
  readonly name: string;

  constructor(section: Section, name: string) {
    this.section = section;
    this.name = name;
  }
}

/** Names within a value that are defined elsewhere. */
export interface Names {
  readonly of: Named;
  /** Where they stand: the text itself, the items of a list, or the keys of a map. */
  readonly in: "text" | "items" | "keys";
  /** A word that may stand there too. */
  readonly besides?: string;
  /** Names within what each key of the map holds. */
  readonly below?: Names;
}

/** What the schema says of a setting, beside what editors show of it. */
export interface About {
  /** What it is written in: a unit, or a kind of text. */
  readonly unit?: string;
  /** Whether it may be a calendar of values: it changes on dates. */
  readonly onDates?: boolean;
  /** Why it may not; of a section, why nothing in it may. */
  readonly fixed?: string;
  /** Whether it says what belongs where, or how to run, and no figure of the world, which would need a source; of a section likewise. */
  readonly structure?: boolean;
  /** A value that is so by definition, perhaps under one key alone: it needs no source. */
  readonly byDefinition?: { readonly value: string; readonly key?: string };
  readonly names?: Names;
  /** Whether it may be one of the distributions. */
  readonly orDistribution?: boolean;
  /** For a capacity, by how much a run tries it with more: `a seat`, `ten beds`. */
  readonly more?: { readonly step: number; readonly label: string };
}

/** The same, and what an editor shows on hover and accepts. */
export interface SettingDocs extends About {
  readonly description: string;
  readonly unit: string;
  readonly examples?: readonly string[];
  readonly enum?: readonly string[];
}

/** A leaf of the schema: one setting, read to `T`, or to `Fixed` where it is the same over the whole period. */
export type Leaf<T, Fixed = T> = z.ZodType<T> & {
  /** The same over the whole period, and why, unless its section says so. */
  fixed(because?: string): Leaf<Fixed>;
  /** With a value that needs no source. */
  byDefinition(value: string, key?: string): Leaf<T, Fixed>;
  /** A capacity: by how much a run tries it with more, and what that is called. */
  more(step: number, label: string): Leaf<T, Fixed>;
  /** What holds unless it is given, as it would be written: the same reader reads it. */
  orElse(written: Written): z.ZodType<T>;
  /** It may be left out, with a meaning that no value has. `before` is what holds until a policy changes that. */
  unlessGiven(meaning: string, before?: Written): z.ZodOptional<z.ZodType<T>>;
};

/** A setting that is the same over the whole period. */
export function setting<T>(reader: Reader<T>, docs: SettingDocs): Leaf<T> {
  return leaf(reader, reader, docs);
}

/** A setting that may change on dates, each of which has the settings of its place compiled anew. */
export function changingSetting<T>(reader: Reader<T>, docs: SettingDocs): Leaf<T | Calendar<T>, T> {
  return leaf(changing(reader), sourced(reader), { ...docs, onDates: true });
}

/** A setting of which the model knows all dates from the beginning. */
export function datedSetting<T>(reader: Reader<T>, docs: SettingDocs): Leaf<Dated<T>, T> {
  return leaf(dated(reader), sourced(reader), { ...docs, onDates: true });
}

/** What a reader makes of the written value; its reports become issues at their place. */
function leaf<T, Fixed>(reader: Reader<T>, whenFixed: Reader<Fixed>, docs: SettingDocs): Leaf<T, Fixed> {
  const { description, examples, enum: words, ...about } = docs;
  const schema = z
    .unknown()
    .transform((raw, context): T => {
      const value = reader(raw, (message, at = []) => {
        context.issues.push({ code: "custom", message, input: raw, path: [...at] });
      });
      return value === undefined ? z.NEVER : value;
    })
    .meta({ description, ...(examples && { examples }), ...(words && { enum: words }), about }) as z.ZodType<T>;
  return Object.assign(schema, {
    fixed: (because?: string) =>
      leaf(whenFixed, whenFixed, { ...docs, onDates: false, ...(because !== undefined && { fixed: because }) }),
    byDefinition: (value: string, key?: string) =>
      leaf(reader, whenFixed, { ...docs, byDefinition: { value, ...(key !== undefined && { key }) } }),
    more: (step: number, label: string) => leaf(reader, whenFixed, { ...docs, more: { step, label } }),
    orElse: (written: Written) => schema.prefault(written) as z.ZodType<T>,
    unlessGiven: (meaning: string, before?: Written) =>
      schema.optional().meta({ unlessGiven: meaning, ...(before !== undefined && { before }) }),
  });
}
