import type { BorderParameters } from "./border-parameters.ts";
import { always, type Timeline } from "./timeline.ts";

/** Parts of the border of which there are several. */
export const placeSections = [
  "sectors",
  "buses",
  "interviewUnits",
  "returnPoints",
  "returnLimits",
  "cities",
  "courts",
  "usShelters",
] as const;
/** A part of the border of which there are several, by its name in `BorderParameters`. */
export type PlaceSection = (typeof placeSections)[number];

/** Mechanisms, of which there is one each. */
export const mechanisms = ["interior", "tryAgain", "displacement"] as const;
/** A mechanism of which there is one, by its name in `BorderParameters`. */
export type Mechanism = (typeof mechanisms)[number];

/** The settings of one place, or of a mechanism. */
export type SettingsOf<Section extends PlaceSection | Mechanism> = Section extends PlaceSection
  ? NonNullable<BorderParameters[Section]>[number]
  : NonNullable<BorderParameters[Section]>;

/**
 * The settings of one place or mechanism over time; the first are those it has above. These stay the same: ids, time zones,
 * indices, the number of pathways, which mechanisms it has, and its timelines, which hold for the whole period.
 */
export type LaterSettings = {
  [Section in PlaceSection | Mechanism]: {
    readonly section: Section;
    /** Of the place; 0 of a mechanism. */
    readonly index: number;
    readonly settings: Timeline<SettingsOf<Section>>;
  };
}[PlaceSection | Mechanism];

/** The settings of a place or mechanism over the whole period. */
export function settingsOver<Section extends PlaceSection | Mechanism>(
  parameters: BorderParameters,
  section: Section,
  index = 0,
): Timeline<SettingsOf<Section>> {
  const later = parameters.later?.find((one) => one.section === section && one.index === index);
  if (later !== undefined) return later.settings as unknown as Timeline<SettingsOf<Section>>;
  const given = parameters[section];
  return always((Array.isArray(given) ? given[index] : given) as SettingsOf<Section>);
}

/** One setting of a place or mechanism over the whole period. */
export function settingOver<Section extends PlaceSection | Mechanism, T>(
  parameters: BorderParameters,
  section: Section,
  index: number,
  of: (settings: SettingsOf<Section>) => T,
): Timeline<T> {
  return settingsOver(parameters, section, index).map(({ from, value }) => ({ from, value: of(value) }));
}

/** Every value that a setting of a place or mechanism takes over the period. */
export function everyOf<Section extends PlaceSection | Mechanism>(
  parameters: BorderParameters,
  section: Section,
  index = 0,
): SettingsOf<Section>[] {
  return settingsOver(parameters, section, index).map(({ value }) => value);
}

/** Hours of the custody limit of some sectors (indices), where all have the same one and it never changes; undefined otherwise. */
export function custodyLimitOf(parameters: BorderParameters, sectors: readonly number[]): number | undefined {
  const limits = new Set(
    sectors.flatMap((sector) => everyOf(parameters, "sectors", sector).map(({ custody }) => custody.limitHours)),
  );
  const [only] = limits;
  return limits.size === 1 ? only : undefined;
}
