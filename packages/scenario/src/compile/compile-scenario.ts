import type { BorderParameters } from "@mpp-sim/border";
import { readCensus } from "../census/read-census.ts";
import { checkBusLines } from "./check-bus-lines.ts";
import { checkTableNames } from "./check-table-names.ts";
import { compileDisplacement, compileTryAgain, warnOfSwings } from "./compile-behaviour.ts";
import type { CompileContext } from "./compile-context.ts";
import { compileLater, firstMidnight } from "./compile-later.ts";
import { checkLists, compileListed } from "./compile-lists.ts";
import {
  compileBus,
  compileCity,
  compileCourt,
  compileInterviews,
  compileReturnLimit,
  compileReturnPoint,
} from "./compile-places.ts";
import { compileInterior, compileUsShelters } from "./compile-releases.ts";
import { compileScripted } from "./compile-scripted.ts";
import { compileSector } from "./compile-sector.ts";
import { warnOfGates } from "./warn-of-gates.ts";

/** Persons that a run may expect; more would take a machine's memory for hours. */
const mostPersons = 200_000_000;

/**
 * The scenario in the terms of the border model; `reference` is the same under the base policy of its displacement. Faults are
 * reported; after a fault the result must not be used.
 */
export function compileScenario(context: CompileContext, reference?: BorderParameters): BorderParameters {
  const { file, firstDay, endDay } = context;
  const all = <Place, Result>(
    places: Record<string, Place> | undefined,
    compile: (context: CompileContext, id: string, place: Place) => Result,
  ): Result[] => Object.entries(places ?? {}).map(([id, place]) => compile(context, id, place));
  checkTableNames(context);
  const sectors = context.names("sectors").map((id) => compileSector(context, id));
  const expected = sectors
    .flatMap(({ arrivals }) => arrivals)
    .reduce((sum, { persons }) => sum + persons.integral(Number.MAX_SAFE_INTEGER), 0);
  if (expected > mostPersons) {
    context.error(
      ["sectors"],
      `must expect at most ${mostPersons} arrivals over the period (got ${Math.round(expected)})`,
    );
  }
  // The period begins at the first local midnight of its first date; people who are there already are placed then.
  const censusAt = firstMidnight(sectors, firstDay);
  const tryAgain = compileTryAgain(context);
  const displacement = compileDisplacement(context, reference);
  const interior = compileInterior(context);
  const usShelters = compileUsShelters(context);
  const parameters = {
    firstDay,
    endDay,
    nationalities: file.nationalities,
    sectors,
    buses: all(file.buses, compileBus),
    interviewUnits: all(file.interviews, compileInterviews),
    returnPoints: all(file.returnPoints, compileReturnPoint),
    returnLimits: all(file.returnLimits, compileReturnLimit),
    cities: all(file.cities, compileCity),
    courts: all(file.courts, compileCourt),
    scripted: [...compileScripted(context), ...compileListed(context)],
    census: readCensus(context, (day) => firstMidnight(sectors, day)),
    censusAt,
    ...(interior && { interior }),
    ...(usShelters && { usShelters }),
    ...(tryAgain && { tryAgain }),
    ...(displacement && { displacement }),
  };
  checkBusLines(context);
  checkLists(context, parameters);
  const later = compileLater(context, parameters, reference);
  warnOfGates(context);
  warnOfSwings(context, parameters);
  for (const { section, settings } of later) {
    if (section !== "displacement") continue;
    for (const { value } of settings) warnOfSwings(context, { ...parameters, displacement: value });
  }
  return later.length === 0 ? parameters : { ...parameters, later };
}
