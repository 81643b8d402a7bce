import {
  always,
  type BorderParameters,
  type BusLineParameters,
  type InterviewUnitParameters,
  type SectorParameters,
} from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  city,
  court,
  interviewUnit,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";

export const start = startOn("2019-07-10");
export const { phoenix, denver } = start;
export const [tucson, elPaso] = [0, 1];
export const at = (local: string): number => moment(phoenix, local);

export interface Given {
  readonly tucson?: Partial<SectorParameters>;
  readonly bus?: Partial<BusLineParameters>;
  readonly unit?: Partial<InterviewUnitParameters>;
  readonly perDay?: BorderParameters["returnLimits"][number]["perDay"];
  readonly scripted: BorderParameters["scripted"];
}

/** Tucson by bus to El Paso, where one point is open at all hours under one limit. */
export function bused(given: Given): BorderParameters {
  return border(start, 5, {
    sectors: [
      sector("tucson", { zone: phoenix, pathways: [byBus(0, elPaso, 0)], ...given.tucson }),
      sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] }),
    ],
    buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, ...given.bus })],
    interviewUnits:
      given.unit === undefined ? [] : [interviewUnit("el-paso", { serves: [elPaso], zone: denver, ...given.unit })],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: given.perDay ?? always(1_000) })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: given.scripted,
  });
}
