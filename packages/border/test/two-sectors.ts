import { fixed } from "@mpp-sim/engine";
import { always, type BorderParameters, type TryAgainParameters } from "../src/index.ts";
import {
  border,
  city,
  clockHours,
  court,
  group,
  moment,
  onFoot,
  returnPoint,
  sector,
  type single,
  startOn,
} from "./parameters.ts";

export const start = startOn("2019-07-10");
export const { phoenix, denver } = start;
export const at = (local: string): number => moment(denver, `2019-07-${local}`);
export const [elPaso, tucson] = [0, 1];

/** El Paso returns to Ciudad Juarez and Tucson to Nogales, at once; from either city people leave within hours to try again. */
export function twoSectors(given: {
  readonly days: number;
  readonly people: readonly ReturnType<typeof single>[];
  readonly tryAgain?: TryAgainParameters;
  readonly leadDays?: number;
}): BorderParameters {
  const leaving = { leaveRate: 1, leaveTo: [0, 0, 1], beds: always(1_000), acceptance: 0.5 };
  const hearings = { leadDays: given.leadDays ?? 60, hours: clockHours(8, 16) };
  return border(start, given.days, {
    sectors: [
      sector("el-paso", { zone: denver, pathways: [onFoot(elPaso, 0)] }),
      sector("tucson", { zone: phoenix, pathways: [onFoot(tucson, 1)] }),
    ],
    returnPoints: [
      returnPoint("paso-del-norte", { sector: elPaso, zone: denver }),
      returnPoint("nogales", { sector: tucson, zone: phoenix, city: 1, court: 1 }),
    ],
    cities: [
      city("ciudad-juarez", { zone: denver, ...leaving }),
      city("nogales-son", { zone: phoenix, ...leaving, leaveRate: 0 }),
    ],
    courts: [court("el-paso", { zone: denver, ...hearings }), court("tucson", { zone: phoenix, ...hearings })],
    scripted: [group(at("10 12:00"), elPaso, given.people)],
    ...(given.tryAgain && { tryAgain: given.tryAgain }),
  });
}

/** Two days on the way, then through the other sector. */
export const through: TryAgainParameters["through"] = [
  [0, 1],
  [1, 0],
];

export const twice: TryAgainParameters = { mostAttempts: 2, delay: fixed(48), through };
