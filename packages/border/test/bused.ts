import {
  always,
  type BorderParameters,
  type BusLineParameters,
  type InterviewUnitParameters,
  type SectorParameters,
} from "../src/index.ts";
import { moment, returnLimit, startOn } from "./parameters.ts";
import { tucsonElPaso } from "./tucson-el-paso.ts";

export const start = startOn("2019-07-10");
export const { phoenix, denver } = start;
export { elPaso, tucson } from "./tucson-el-paso.ts";
export const at = (local: string): number => moment(phoenix, local);

export interface Given {
  readonly tucson?: Partial<SectorParameters>;
  readonly bus?: Partial<BusLineParameters>;
  readonly unit?: Partial<InterviewUnitParameters>;
  readonly perDay?: BorderParameters["returnLimits"][number]["perDay"];
  readonly scripted: BorderParameters["scripted"];
}

/** Tucson by bus to El Paso, where one point is open at all hours under one limit. */
export function bused({ perDay = always(1_000), ...given }: Given): BorderParameters {
  return tucsonElPaso(start, 5, {
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay })],
    ...given,
  });
}
