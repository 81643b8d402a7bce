import { fixed, LocalCalendar, PiecewiseRate, type ZoneTable } from "@mpp-sim/engine";
import type { ArrivalParameters } from "../parameters/sector-parameters.ts";
import type { ScriptedCase } from "../parameters/start-parameters.ts";
import { always } from "../parameters/timeline.ts";
import { categories } from "../parameters/vocabulary.ts";

/** A single adult of the first nationality. */
export function singleAdult(given: Partial<ScriptedCase> = {}): ScriptedCase {
  return { category: categories.indexOf("single-adult"), nationality: 0, size: 1, ...given };
}

/** A family of so many persons of the first nationality. */
export function familyOf(size: number, given: Partial<ScriptedCase> = {}): ScriptedCase {
  return { category: categories.indexOf("family"), nationality: 0, size, ...given };
}

/**
 * So many persons a day, evenly from the first local midnight on for so many days: single adults who cross one by one, of the first
 * of two nationalities, unless given.
 */
export function steadyArrivals(
  zone: ZoneTable,
  days: number,
  perDay: number,
  given: Partial<ArrivalParameters> = {},
): ArrivalParameters {
  const calendar = new LocalCalendar(zone);
  const times = [calendar.midnight(zone.epochDay), calendar.midnight(zone.epochDay + days)];
  return {
    category: categories.indexOf("single-adult"),
    persons: new PiecewiseRate(times, [perDay / 24, 0]),
    groupCases: fixed(1),
    caseSize: fixed(1),
    nationality: always([1, 0]),
    ...given,
  };
}
