import type { BorderParameters, BusLineParameters, SectorParameters } from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  city,
  court,
  group,
  many,
  moment,
  onFoot,
  returnPoint,
  type Start,
  sector,
  startOn,
} from "./parameters.ts";
import { run } from "./run.ts";

export const start: Start = startOn("2019-11-16");
export const { phoenix, denver } = start;
export const tucsonAt = (local: string): number => moment(phoenix, `2019-11-${local}`);

/** Tucson, with a bus to El Paso and a return point there. */
export const places = {
  returnPoints: [returnPoint("paso-del-norte", { sector: 1, zone: denver })],
  cities: [city("ciudad-juarez", { zone: denver })],
  courts: [court("el-paso", { zone: denver })],
};

export const elPaso = sector("el-paso", { zone: denver, pathways: [onFoot(1, 0)] });

export const day = (first: string, given: Parameters<typeof border>[2], days = 4) =>
  run(border(startOn(first), days, given));

export const noon = tucsonAt("16 12:00");

/** Ten adults of Tucson at noon on Saturday, with the bus at 08:00 and whatever else is given. */
export const byTheBus = (
  bus: Partial<BusLineParameters> = {},
  given: Partial<BorderParameters> = {},
  tucson: Partial<SectorParameters> = {},
) =>
  day("2019-11-16", {
    ...places,
    sectors: [sector("tucson", { zone: phoenix, pathways: [byBus(0, 1, 0)], ...tucson }), elPaso],
    buses: [busLine("tucson-el-paso", { from: 0, to: 1, ...bus })],
    scripted: [group(noon, 0, many(10))],
    ...given,
  });

/** Ten adults of El Paso at noon on Saturday, who are returned from there. */
export const onTheSpot = (given: Partial<BorderParameters>, elPasoIs: Partial<SectorParameters> = {}) =>
  day("2019-11-16", {
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: places.cities,
    courts: places.courts,
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)], ...elPasoIs })],
    scripted: [group(moment(denver, "2019-11-16 12:00"), 0, many(10))],
    ...given,
  });
