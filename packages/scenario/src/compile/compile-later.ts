import type { BorderParameters, LaterSettings } from "@mpp-sim/border";
import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import { datesWithin } from "../values/calendar.ts";
import { compileDisplacement, compileTryAgain } from "./compile-behaviour.ts";
import type { CompileContext, PlacesOf } from "./compile-context.ts";
import {
  compileBus,
  compileCity,
  compileCourt,
  compileInterior,
  compileInterviews,
  compileReturnLimit,
  compileReturnPoint,
  compileUsShelter,
} from "./compile-places.ts";
import { compileSector } from "./compile-sector.ts";

/** How a place of each section is compiled, by the name of the section in the parameters. */
const places = {
  sectors: compileSector,
  buses: compileBus,
  interviewUnits: compileInterviews,
  returnPoints: compileReturnPoint,
  returnLimits: compileReturnLimit,
  cities: compileCity,
  courts: compileCourt,
  usShelters: compileUsShelter,
} as const;
type Section = keyof typeof places;
type Compiled = { readonly [Of in Section]: readonly ReturnType<(typeof places)[Of]>[] };

const sections = Object.keys(places) as readonly Section[];

/** The same section in a file. */
function inFile(section: Section): PlacesOf {
  return section === "interviewUnits" ? "interviews" : section;
}

/** All places, as they are on the date of the context. */
export function compilePlaces(context: CompileContext): Compiled {
  const all = sections.map((section) => [
    section,
    context.names(inFile(section)).map((id) => places[section](context, id)),
  ]);
  return Object.fromEntries(all) as Compiled;
}

/** Courts give dates beyond the period; nothing else happens there. */
const foreseen: readonly LaterSettings["section"][] = ["courts", "interior"];

/**
 * Settings that change on dates: their place or mechanism is compiled anew for each date, which begins at its local midnight. Where there
 * is no place, it begins at the first midnight on the border.
 */
export function compileLater(
  context: CompileContext,
  parameters: BorderParameters,
  reference: BorderParameters | undefined,
): LaterSettings[] {
  const { written, firstDay, endDay } = context;
  const later = (
    section: LaterSettings["section"],
    index: number,
    given: unknown,
    first: object | undefined,
    compile: (on: CompileContext) => unknown,
  ): LaterSettings[] => {
    const dates = datesWithin(given).filter((day) => day > firstDay && (day < endDay || foreseen.includes(section)));
    if (dates.length === 0 || first === undefined) return [];
    const zones = zonesOf(parameters, first);
    const settings = [
      { from: Number.NEGATIVE_INFINITY, value: first },
      ...dates.map((day) => ({ from: firstMidnight(zones, day), value: compile(context.on(day)) })),
    ];
    return [{ section, index, settings } as unknown as LaterSettings];
  };
  const { interior, tryAgain, displacement } = parameters;
  return [
    ...sections.flatMap((section) =>
      Object.entries(written[inFile(section)] ?? {}).flatMap(([id, place], index) =>
        later(section, index, place, parameters[section]?.[index], (on) => places[section](on, id)),
      ),
    ),
    ...later("interior", 0, written.interior, interior, compileInterior),
    ...later("tryAgain", 0, written.tryAgain, tryAgain, compileTryAgain),
    ...later("displacement", 0, written.displacement, displacement, (on) => compileDisplacement(on, reference)),
  ];
}

interface InZone {
  readonly zone: ZoneTable;
}

/** The first local midnight of a date among these places. */
export function firstMidnight(places: readonly InZone[], day: number): number {
  return Math.min(...places.map(({ zone }) => new LocalCalendar(zone).midnight(day)));
}

/** Where dates of a place or mechanism begin: in its own zone, that of its sector, or anywhere. */
function zonesOf({ sectors }: BorderParameters, of: object): readonly InZone[] {
  const { zone, from, sector = from } = of as Partial<InZone & Record<"from" | "sector", number>>;
  if (zone) return [{ zone }];
  return sector === undefined ? sectors : sectors.filter((_, index) => index === sector);
}
