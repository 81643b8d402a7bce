import type { Extensions } from "../extension/extensions.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { custodyLimitOf } from "../parameters/custody-limit.ts";
import { costMeasures } from "./cost-measures.ts";
import { exemptionMeasures } from "./exemption-measures.ts";
import { groupMeasures } from "./group-measures.ts";
import { Groups, type PeopleOf } from "./groups.ts";
import { sectorKindMeasures, systemKindMeasures } from "./kind-measures.ts";
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
  const first = firstMeasures(parameters, extensions, groups);
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...everyFigure(parameters, groups.all()).filter(({ name }) => !names.has(name))];
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
    ...groups.scripted().flatMap(([index, group]) => groupMeasures(index, group)),
    ...systemMeasures(people, groups),
    ...parameters.sectors.flatMap((_, sector) => sectorKindMeasures(people, sector, parameters.nationalities)),
    ...systemKindMeasures(people, parameters.nationalities),
    ...places.flatMap(placeMeasures),
    ...screening(parameters, people),
    ...againMeasures(parameters, people),
    ...releaseMeasures(parameters),
    ...costMeasures(parameters, groups),
    ...exemptionMeasures(people, groups),
    ...listMeasures(parameters),
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
