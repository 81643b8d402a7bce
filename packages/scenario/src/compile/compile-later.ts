import type { BorderParameters, LaterSettings } from "@mpp-sim/border";
import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import { datesWithin } from "../values/calendar.ts";
import { compileDisplacement, compileTryAgain } from "./compile-behaviour.ts";
import type { CompileContext } from "./compile-context.ts";
import {
  compileBus,
  compileCity,
  compileCourt,
  compileInterviews,
  compileReturnLimit,
  compileReturnPoint,
} from "./compile-places.ts";
import { compileInterior, compileUsShelters } from "./compile-releases.ts";
import { compileSector } from "./compile-sector.ts";

type Section = LaterSettings["section"];

/** Courts give dates beyond the period; nothing else happens there. */
const foreseen: readonly Section[] = ["courts", "interior"];

/** A place or a mechanism: its settings as written, and how they are compiled for one date. */
interface Part {
  readonly section: Section;
  readonly index: number;
  readonly written: unknown;
  readonly compile: (on: CompileContext) => unknown;
}

/** The first local midnight of a date among these places. */
export function firstMidnight(places: readonly { readonly zone: ZoneTable }[], day: number): number {
  return Math.min(...places.map(({ zone }) => new LocalCalendar(zone).midnight(day)));
}

/**
 * Settings that change on dates: the place or mechanism is compiled anew for each of its dates. They hold from local midnight; if it
 * has no place, from the first midnight on the border.
 */
export function compileLater(
  context: CompileContext,
  parameters: BorderParameters,
  reference: BorderParameters | undefined,
): LaterSettings[] {
  const contexts = new Map<number, CompileContext>();
  const contextOn = (day: number): CompileContext => {
    const on = contexts.get(day) ?? context.on(day);
    contexts.set(day, on);
    return on;
  };
  return partsOf(context, reference).flatMap(({ section, index, written, compile }): LaterSettings[] => {
    const dates = datesWithin(written).filter(
      (day) => day > context.firstDay && (day < context.endDay || foreseen.includes(section)),
    );
    const first = firstOf(parameters, section, index);
    if (dates.length === 0 || first === undefined) return [];
    const settings = [
      { from: Number.NEGATIVE_INFINITY, value: first },
      ...dates.map((day) => ({ from: midnightOf(parameters, section, index, day), value: compile(contextOn(day)) })),
    ];
    return [{ section, index, settings } as unknown as LaterSettings];
  });
}

function partsOf({ written }: CompileContext, reference: BorderParameters | undefined): Part[] {
  const places = <Place>(
    section: Section,
    all: Readonly<Record<string, Place>> | undefined,
    compile: (on: CompileContext, id: string, index: number) => unknown,
  ): Part[] =>
    Object.entries(all ?? {}).map(([id, place], index) => ({
      section,
      index,
      written: place,
      compile: (on) => compile(on, id, index),
    }));
  const mechanism = (section: Section, of: unknown, compile: Part["compile"]): Part[] =>
    of === undefined ? [] : [{ section, index: 0, written: of, compile }];
  return [
    ...places("sectors", written.sectors, compileSector),
    ...places("buses", written.buses, (on, id) => compileBus(on, id, at(on.file.buses, id))),
    ...places("interviewUnits", written.interviews, (on, id) => compileInterviews(on, id, at(on.file.interviews, id))),
    ...places("returnPoints", written.returnPoints, (on, id) =>
      compileReturnPoint(on, id, at(on.file.returnPoints, id)),
    ),
    ...places("returnLimits", written.returnLimits, (on, id) =>
      compileReturnLimit(on, id, at(on.file.returnLimits, id)),
    ),
    ...places("cities", written.cities, (on, id) => compileCity(on, id, at(on.file.cities, id))),
    ...places("courts", written.courts, (on, id) => compileCourt(on, id, at(on.file.courts, id))),
    ...places("usShelters", written.usShelters, (on, _, index) => compileUsShelters(on)?.[index]),
    ...mechanism("interior", written.interior, compileInterior),
    ...mechanism("tryAgain", written.tryAgain, compileTryAgain),
    ...mechanism("displacement", written.displacement, (on) => compileDisplacement(on, reference)),
  ];
}

function at<Place>(places: Readonly<Record<string, Place>> | undefined, id: string): Place {
  return places?.[id] as Place;
}

/** The settings that hold at first; undefined for a mechanism that is off. */
function firstOf(parameters: BorderParameters, section: Section, index: number): unknown {
  const given: unknown = parameters[section];
  return Array.isArray(given) ? given[index] : given;
}

function midnightOf(parameters: BorderParameters, section: Section, index: number, day: number): number {
  const { buses, interior, sectors, usShelters } = parameters;
  switch (section) {
    case "buses":
      return firstMidnight(
        sectors.filter((_, sector) => sector === buses[index]?.from),
        day,
      );
    case "usShelters":
      return firstMidnight(
        sectors.filter((_, sector) => sector === usShelters?.[index]?.sector),
        day,
      );
    case "interior":
      return firstMidnight(interior ? [interior] : sectors, day);
    case "tryAgain":
    case "displacement":
      return firstMidnight(sectors, day);
    default:
      return firstMidnight(parameters[section].slice(index, index + 1), day);
  }
}
