import type { BorderParameters } from "../parameters/border-parameters.ts";
import { costMeasures } from "./cost-measures.ts";
import { exemptionMeasures } from "./exemption-measures.ts";
import { groupMeasures } from "./group-measures.ts";
import { sectorKindMeasures, systemKindMeasures } from "./kind-measures.ts";
import type { Measure } from "./measure.ts";
import { busMeasures, limitMeasures, pointMeasures, unitMeasures } from "./return-measures.ts";
import { sectorMeasures } from "./sector-measures.ts";
import { systemMeasures } from "./system-measures.ts";
import { allCitiesMeasures, cityMeasures, courtMeasures } from "./waiting-measures.ts";

/** Every measure of a run of these parameters, in a fixed order. */
export function measuresOf(parameters: BorderParameters): readonly Measure[] {
  return [
    ...parameters.sectors.flatMap(({ id, custody }, sector) => sectorMeasures(id, sector, custody.limitHours)),
    ...parameters.buses.flatMap(({ id, miles }, bus) => busMeasures(id, bus, miles)),
    ...parameters.interviewUnits.flatMap(({ id }, unit) => unitMeasures(id, unit)),
    ...parameters.returnLimits.flatMap(({ id }, limit) => limitMeasures(id, limit)),
    ...parameters.returnPoints.flatMap(({ id }, point) => pointMeasures(id, point)),
    ...parameters.cities.flatMap(({ id }, city) => cityMeasures(id, city)),
    ...parameters.courts.flatMap(({ id }, court) => courtMeasures(id, court)),
    ...allCitiesMeasures(),
    ...parameters.scripted.flatMap(({ id }, group) => (id === undefined ? [] : groupMeasures(id, group))),
    ...systemMeasures(),
    ...parameters.sectors.flatMap(({ id }, sector) => sectorKindMeasures(id, sector, parameters.nationalities)),
    ...systemKindMeasures(parameters),
    ...costMeasures(parameters),
    ...exemptionMeasures(parameters),
  ];
}
