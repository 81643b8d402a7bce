import type {
  BorderParameters,
  BusLineParameters,
  InterviewUnitParameters,
  ReturnPointParameters,
  SectorParameters,
} from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  city,
  court,
  interviewUnit,
  onFoot,
  returnPoint,
  type Start,
  sector,
} from "./parameters.ts";

/** The sectors of `tucsonElPaso`. */
export const [tucson, elPaso] = [0, 1];

export interface Given extends Partial<BorderParameters> {
  readonly tucson?: Partial<SectorParameters>;
  readonly elPaso?: Partial<SectorParameters>;
  readonly bus?: Partial<BusLineParameters>;
  /** Of El Paso; none unless given. */
  readonly unit?: Partial<InterviewUnitParameters> | undefined;
  readonly point?: Partial<ReturnPointParameters>;
}

/** Tucson by bus to El Paso, where one point is open at all hours, without a limit. */
export function tucsonElPaso(start: Start, days: number, given: Given): BorderParameters {
  const { phoenix, denver } = start;
  const { tucson: ofTucson, elPaso: ofElPaso, bus, unit, point, ...others } = given;
  return border(start, days, {
    sectors: [
      sector("tucson", { zone: phoenix, pathways: [byBus(0, elPaso, 0)], ...ofTucson }),
      sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)], ...ofElPaso }),
    ],
    buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, ...bus })],
    interviewUnits: unit === undefined ? [] : [interviewUnit("el-paso", { serves: [elPaso], zone: denver, ...unit })],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone: denver, ...point })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    ...others,
  });
}
