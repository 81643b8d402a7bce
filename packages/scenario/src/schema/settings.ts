import { z } from "zod";
import type { About, Names, Written } from "../values/setting.ts";
import { scenarioSchema } from "./scenario-schema.ts";

export type Schema = z.core.$ZodType;
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
  readonly defaultValue?: Written;
}

/** A setting, or a section of settings, as the schema has it. */
export interface Place {
  /** The schema that says whether it may be left out and what then holds; else that of the setting itself. */
  readonly outer: Schema;
  readonly inner: Definition;
  readonly description: string;
  /** With what its section says of why nothing in it changes, and of needing no source. */
  readonly about: About;
}

export function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}

function entered(outer: Schema, above?: Place): Place {
  const { innerType = outer } = definitionOf(outer);
  const said = { ...z.globalRegistry.get(innerType), ...z.globalRegistry.get(outer) };
  const { fixed, structure } = above?.about ?? {};
  const inherited = { ...(fixed && { fixed }), ...(structure && { structure }) };
  const about = { ...inherited, ...(said.about as About | undefined) };
  return { outer, inner: definitionOf(innerType), description: String(said.description ?? ""), about };
}

/** What lies below a place under a key, which is `*` for the name of a place or an entry of a list. */
function below(place: Place, key: string): Place | undefined {
  const { shape, valueType, element, options = [], getter } = place.inner;
  if (getter) return below(entered(getter(), place), key);
  const section = shape ?? options.map((option) => definitionOf(option).shape).find((one) => one !== undefined);
  const schema = section ? (Object.hasOwn(section, key) ? section[key] : undefined) : (valueType ?? element);
  return schema && entered(schema, place);
}

/** Whether it is one setting; all else is made of settings. */
function isSetting({ about: { unit } }: Place): boolean {
  return unit !== undefined;
}

/** The last place on a path that the schema has (a setting, if the path leads to one or into it), and the steps that are left. */
export function placeAt(path: readonly PropertyKey[]): { readonly place: Place; readonly rest: readonly string[] } {
  let place = entered(scenarioSchema);
  for (const [index, step] of path.entries()) {
    const next = isSetting(place) && !place.inner.getter ? undefined : below(place, String(step));
    if (next === undefined) return { place, rest: path.slice(index).map(String) };
    place = next;
  }
  return { place, rest: [] };
}

/** Why a setting is the same over the whole period; undefined of one that may change. */
export function fixedBecause(path: readonly PropertyKey[]): string | undefined {
  return placeAt(path).place.about.fixed;
}

/** What is said of a change of such a setting. */
export function mustStaySame(because: string): string {
  return `must stay the same over the period: ${because}`;
}

/** What holds of a setting unless it is given, as it would be written; undefined where nothing does. */
function defaultOf({ outer }: Place): Written | undefined {
  const { type, defaultValue } = definitionOf(outer);
  return type === "prefault" ? defaultValue : undefined;
}

/** What holds at a path where a scenario says nothing, if it is a text: "0 h"; `none` if nothing does; undefined if there is no such setting. */
export function defaultAt(path: readonly string[]): { readonly text: string } | "none" | undefined {
  const { place, rest } = placeAt(path);
  if (rest.length > 0) return undefined;
  const text = defaultOf(place) ?? z.globalRegistry.get(place.outer)?.before;
  return typeof text === "string" ? { text } : "none";
}

/** Whether a path is that of a setting, or leads into one: a date of its calendar, a part of its map. */
export function leadsToSetting(path: readonly PropertyKey[]): boolean {
  return isSetting(placeAt(path).place);
}

/** Whether a value, written as `text`, says something of the world, and so should name a source or be an assumption. */
export function needsSource(path: readonly PropertyKey[], text: string): boolean {
  const { structure, byDefinition } = placeAt(path).place.about;
  if (structure) return false;
  const { value, key = path[path.length - 1] } = byDefinition ?? {};
  return value !== text || key !== path[path.length - 1];
}

/** One setting of scenario files, as the schema knows it. */
export interface Parameter {
  /** Names of places, and numbers of a list, are `*`: `sectors.*.custody.capacity`. */
  readonly path: string;
  /** What it is written in. */
  readonly unit: string;
  /** What the setting says. */
  readonly meaning: string;
  /** What holds unless it is given; that it must be given, where it must. */
  readonly unlessGiven: string;
  /** Whether it may change on dates, and if not, why. */
  readonly onDates: string;
  /** Whether it says what belongs where, or how to run, and no figure of the world. */
  readonly structure: boolean;
  /** Of a capacity: by how much a run tries it with more, and what that is called. */
  readonly more?: NonNullable<About["more"]>;
}

/** Every setting, in the order of the schema. Those of a variant are its own alone: it may hold all others too. */
export function scenarioParameters(): readonly Parameter[] {
  return [...allPlaces()].filter(({ place }) => isSetting(place)).map(parameterOf);
}

/** Settings of which something holds unless they are given, with the part of the schema that says so. */
export function settingsWithDefaults() {
  return [...allPlaces()].flatMap(({ path, place }) => {
    const orElse = defaultOf(place);
    return orElse === undefined ? [] : [{ path, outer: place.outer, orElse }];
  });
}

/** Settings whose values hold names that are defined elsewhere. */
export function namingSettings(): readonly { readonly path: readonly string[]; readonly names: Names }[] {
  return [...allPlaces()].flatMap(({ path, place: { about } }) => (about.names ? [{ path, names: about.names }] : []));
}

interface Found {
  readonly path: readonly string[];
  readonly place: Place;
  /** The nearest part that may be left out and holds this one, unless a place or an entry of a list lies between. */
  readonly within: string | undefined;
}

/** Every setting and section, in the order of the schema. */
function* allPlaces(
  { path, place, within }: Found = { path: [], place: entered(scenarioSchema), within: undefined },
): Generator<Found> {
  yield { path, place, within };
  const { shape, options = [] } = place.inner;
  const part = definitionOf(place.outer).type === "optional" ? path[path.length - 1] : within;
  const sections = [shape, ...options.map((option) => definitionOf(option).shape)];
  const isVariant = path.length === 2 && path[0] === "variants";
  const keys = sections.flatMap((section) => Object.keys(section ?? {}));
  for (const key of isSetting(place) && shape ? [] : keys) {
    if (isVariant && key in scenarioSchema.shape) continue;
    yield* allPlaces({ path: [...path, key], place: below(place, key) as Place, within: part });
  }
  const each = isSetting(place) || sections.some((section) => section) ? undefined : below(place, "*");
  if (each) yield* allPlaces({ path: [...path, "*"], place: each, within: undefined });
}

function parameterOf({ path, place, within }: Found): Parameter {
  const { about, description, outer } = place;
  const held = defaultOf(place);
  const optional = definitionOf(outer).type === "optional";
  const required = within === undefined ? "required" : `required in \`${within}\``;
  const { unlessGiven = "" } = z.globalRegistry.get(outer) ?? {};
  return {
    path: path.join("."),
    unit: about.unit ?? "",
    meaning: description,
    unlessGiven: held !== undefined ? inWords(held) : optional ? String(unlessGiven) : required,
    onDates: about.onDates ? "may change" : about.fixed === undefined ? "" : `fixed: ${about.fixed}`,
    structure: about.structure ?? false,
    ...(about.more && { more: about.more }),
  };
}

function inWords(written: Written): string {
  if (typeof written === "string") return written;
  if (Array.isArray(written)) return written.length === 0 ? "none" : `[${written.map(inWords).join(", ")}]`;
  return `{ ${Object.entries(written)
    .map(([key, value]) => `${key}: ${inWords(value)}`)
    .join(", ")} }`;
}
