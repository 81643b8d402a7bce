import type { Extensions } from "../extension/extensions.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { custodyLimitOf } from "../parameters/later-settings.ts";
import { categories, causes } from "../parameters/vocabulary.ts";
import { costMeasures } from "./cost-measures.ts";
import { exemptionMeasures } from "./exemption-measures.ts";
import { groupMeasures } from "./group-measures.ts";
import { type By, Groups, type PeopleOf } from "./groups.ts";
import { listMeasures } from "./list-measures.ts";
import type { Measure } from "./measure.ts";
import { everyFigure, namedFigures } from "./people.ts";
import { placeMeasures } from "./place-measures.ts";
import { releaseMeasures } from "./release-measures.ts";
import {
  againMeasures,
  busMeasures,
  hubMeasures,
  limitMeasures,
  pointMeasures,
  unitMeasures,
} from "./return-measures.ts";
import { sectorMeasures } from "./sector-measures.ts";
import { systemMeasures } from "./system-measures.ts";
import { allCitiesMeasures, allCourtsMeasures, cityMeasures, courtMeasures } from "./waiting-measures.ts";

/**
 * Every measure of a run of these parameters, with what is added from outside, in a fixed order: first those that results began with,
 * then every other figure of every group of people, figure by figure, so that a new figure's rows come last.
 */
export function measuresOf(parameters: BorderParameters, extensions: Extensions): readonly Measure[] {
  const groups = new Groups(parameters);
  return [...firstMeasures(parameters, extensions, groups), ...everyFigure(parameters, groups.all())];
}

function firstMeasures(parameters: BorderParameters, { places = [] }: Extensions, groups: Groups): Measure[] {
  const people: PeopleOf = (by, ...names) => namedFigures(groups.by(by), names);
  return [
    ...parameters.sectors.flatMap(({ id }, sector) =>
      sectorMeasures(people, id, sector, custodyLimitOf(parameters, [sector])),
    ),
    ...parameters.buses.flatMap(({ id }, bus) => busMeasures(id, bus)),
    ...hubsOf(parameters).flatMap((hub) => hubMeasures(parameters.sectors[hub]!.id, hub)),
    ...parameters.interviewUnits.flatMap(({ id }, unit) => unitMeasures(id, unit)),
    ...parameters.returnLimits.flatMap(({ id }, limit) => limitMeasures(id, limit)),
    ...parameters.returnPoints.flatMap(({ id }, point) => pointMeasures(id, point)),
    ...parameters.cities.flatMap((city, index) => cityMeasures(city.id, index, city)),
    ...parameters.courts.flatMap((court, index) => courtMeasures(court.id, index, court)),
    ...allCitiesMeasures(),
    ...allCourtsMeasures(parameters),
    ...groups.scripted.flatMap(([index, group]) => groupMeasures(index, group)),
    ...systemMeasures(people, groups),
    ...kindMeasures(parameters, people),
    ...places.flatMap(placeMeasures),
    ...screening(parameters, people),
    ...againMeasures(parameters, people),
    ...releaseMeasures(parameters),
    ...costMeasures(parameters, groups),
    ...exemptionMeasures(people, groups),
    ...listMeasures(parameters),
  ];
}

const ways = ["enrolled", "returned.first", "released"];
const hours = ["journey.hours.median", "journey.hours.p95", "journey.over-limit.share", "waited"];

/** The figures by category and nationality that results began with. */
function kindMeasures({ nationalities, sectors }: BorderParameters, people: PeopleOf): Measure[] {
  const reasons = causes.map((cause) => `released.cause.${cause}`);
  const byCategory = (place: By, ...names: readonly string[]): Measure[] =>
    categories.flatMap((_, category) => people({ ...place, category }, ...names));
  const byNationality = (place: By, ...names: readonly string[]): Measure[] =>
    nationalities.flatMap((_, nationality) => people({ ...place, nationality }, ...names));
  return [
    ...sectors.flatMap((_, sector) => [
      ...byCategory({ sector }, ...ways, ...hours),
      ...byNationality({ sector }, "returned.first", "released"),
    ]),
    ...byCategory({}, "arrivals", ...ways, ...hours, ...reasons),
    ...byNationality({}, "arrivals", ...ways, ...hours),
  ];
}

/** Sectors to which a bus leads, each once. */
function hubsOf({ buses }: BorderParameters): number[] {
  return [...new Set(buses.map(({ to }) => to))];
}

/** Persons returned though at risk, under the error of the screening that is assumed; none where no error is. */
function screening({ interviewUnits, sectors }: BorderParameters, people: PeopleOf): Measure[] {
  if (interviewUnits.every(({ screeningError }) => screeningError === undefined)) return [];
  return [...sectors.map((_, sector) => ({ sector })), {}].flatMap((by) => people(by, "returned.at-risk"));
}
