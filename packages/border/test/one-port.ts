import {
  always,
  type BorderParameters,
  type CityParameters,
  type CourtParameters,
  type InterviewUnitParameters,
  type ReturnLimitParameters,
  type ReturnPointParameters,
  type SectorParameters,
} from "../src/index.ts";
import {
  border,
  city,
  court,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  type Start,
  sector,
} from "./parameters.ts";

export interface Given {
  readonly days?: number;
  readonly sector?: Partial<SectorParameters>;
  readonly point?: Partial<ReturnPointParameters>;
  readonly limit?: Partial<ReturnLimitParameters>;
  /** None unless given. */
  readonly unit?: Partial<InterviewUnitParameters> | undefined;
  readonly city?: Partial<CityParameters>;
  readonly court?: Partial<CourtParameters>;
  readonly scripted: BorderParameters["scripted"];
}

/** El Paso alone: one point, one limit of 50 a day. */
export function elPaso({ denver, firstDay, ...others }: Start, given: Given): BorderParameters {
  return border({ denver, firstDay, ...others }, given.days ?? 5, {
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)], ...given.sector })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, ...given.point })],
    interviewUnits:
      given.unit === undefined ? [] : [interviewUnit("el-paso", { serves: [0], zone: denver, ...given.unit })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(50), ...given.limit })],
    cities: [city("ciudad-juarez", { zone: denver, ...given.city })],
    courts: [court("el-paso", { zone: denver, ...given.court })],
    scripted: given.scripted,
  });
}

export const limitReleases: SectorParameters["custody"] = {
  capacity: always(1_000_000),
  whenFull: "crowd",
  limitHours: 72,
  atLimit: ["release", "release", "hold"],
};
