import type { Extensions } from "../extension/extensions.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { custodyLimitOf } from "../parameters/custody-limit.ts";
import { costMeasures } from "./cost-measures.ts";
import { exemptionMeasures } from "./exemption-measures.ts";
import { groupMeasures } from "./group-measures.ts";
import { sectorKindMeasures, systemKindMeasures } from "./kind-measures.ts";
import { listMeasures } from "./list-measures.ts";
import type { Measure } from "./measure.ts";
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
import { screeningMeasures, sectorMeasures } from "./sector-measures.ts";
import { systemMeasures } from "./system-measures.ts";
import { allCitiesMeasures, allCourtsMeasures, cityMeasures, courtMeasures } from "./waiting-measures.ts";

/** Every measure of a run of these parameters, with what is added from outside, in a fixed order. */
export function measuresOf(parameters: BorderParameters, { places = [] }: Extensions): readonly Measure[] {
  return [
    ...parameters.sectors.flatMap(({ id }, sector) => sectorMeasures(id, sector, custodyLimitOf(parameters, [sector]))),
    ...parameters.buses.flatMap(({ id }, bus) => busMeasures(id, bus)),
    ...hubsOf(parameters).flatMap((hub) => hubMeasures(parameters.sectors[hub]!.id, hub)),
    ...parameters.interviewUnits.flatMap(({ id }, unit) => unitMeasures(id, unit)),
    ...parameters.returnLimits.flatMap(({ id }, limit) => limitMeasures(id, limit)),
    ...parameters.returnPoints.flatMap(({ id }, point) => pointMeasures(id, point)),
    ...parameters.cities.flatMap((city, index) => cityMeasures(city.id, index, city)),
    ...parameters.courts.flatMap((court, index) => courtMeasures(court.id, index, court)),
    ...allCitiesMeasures(),
    ...allCourtsMeasures(parameters),
    ...parameters.scripted.flatMap(({ id }, group) => (id === undefined ? [] : groupMeasures(id, group))),
    ...systemMeasures(),
    ...parameters.sectors.flatMap(({ id }, sector) => sectorKindMeasures(id, sector, parameters.nationalities)),
    ...systemKindMeasures(parameters),
    ...places.flatMap(placeMeasures),
    ...screeningMeasures(parameters),
    ...againMeasures(parameters),
    ...releaseMeasures(parameters),
    ...costMeasures(parameters),
    ...exemptionMeasures(parameters),
    ...listMeasures(parameters),
  ];
}

/** Sectors to which a bus leads, each once. */
function hubsOf({ buses }: BorderParameters): number[] {
  return [...new Set(buses.map(({ to }) => to))];
}
