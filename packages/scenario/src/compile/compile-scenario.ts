import type { BorderParameters } from "@mpp-sim/border";
import { readCensus } from "../census/read-census.ts";
import { checkTableNames } from "./check-table-names.ts";
import { checkWhole } from "./check-whole.ts";
import { compileDisplacement, compileTryAgain, warnOfSwings } from "./compile-behaviour.ts";
import type { CompileContext } from "./compile-context.ts";
import { compileLater, compilePlaces, firstMidnight } from "./compile-later.ts";
import { compileInterior } from "./compile-places.ts";
import { compileListed, compileScripted } from "./compile-scripted.ts";

/** Persons that a run may expect; more would take a machine's memory for hours. */
const mostPersons = 200_000_000;

/** The scenario for the border model; `reference` is that under the base policy of its displacement. After a fault it must not be used. */
export function compileScenario(context: CompileContext, reference?: BorderParameters): BorderParameters {
  const { file, firstDay, endDay } = context;
  checkTableNames(context);
  const { usShelters, ...places } = compilePlaces(context);
  const { sectors } = places;
  const expected = sectors
    .flatMap(({ arrivals }) => arrivals)
    .reduce((sum, { persons }) => sum + persons.integral(Number.MAX_SAFE_INTEGER), 0);
  if (expected > mostPersons) {
    const sentence = `must expect at most ${mostPersons} arrivals over the period (got ${Math.round(expected)})`;
    context.error(["sectors"], sentence);
  }
  const interior = compileInterior(context);
  const tryAgain = compileTryAgain(context);
  const displacement = compileDisplacement(context, reference);
  const parameters = {
    firstDay,
    endDay,
    nationalities: file.nationalities,
    ...places,
    scripted: [...compileScripted(context), ...compileListed(context)],
    census: readCensus(context, (day) => firstMidnight(sectors, day)),
    // The period begins at the first local midnight of its first date; people who are there already are placed then.
    censusAt: firstMidnight(sectors, firstDay),
    ...(interior && { interior }),
    ...(file.usShelters && { usShelters }),
    ...(tryAgain && { tryAgain }),
    ...(displacement && { displacement }),
  };
  checkWhole(context, parameters);
  const later = compileLater(context, parameters, reference);
  warnOfSwings(context, parameters);
  for (const { section, settings } of later) {
    if (section !== "displacement") continue;
    for (const { value } of settings) warnOfSwings(context, { ...parameters, displacement: value });
  }
  return later.length === 0 ? parameters : { ...parameters, later };
}
