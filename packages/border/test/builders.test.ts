import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  border,
  busLine,
  byBus,
  city,
  court,
  describeBorder,
  familyOf,
  interviewUnit,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  simulateBorder,
  singleAdult,
  steadyArrivals,
  zoneWithoutSummerTime,
} from "../src/index.ts";

const firstDay = dayNumber("2019-07-10");
const zone = zoneWithoutSummerTime("America/Phoenix", firstDay, -7);
const noon = new LocalCalendar(zone).at(firstDay, 12);
const mexican = { nationality: 1 };

function measuresOf(parameters: BorderParameters): (name: string) => number {
  const names = describeBorder(parameters).measures.map(({ name }) => name);
  const { measures, status } = simulateBorder(parameters, { seed: "builders", replication: 0 });
  expect(status).toBe("complete");
  return (name) => measures[names.indexOf(name)] as number;
}

it("a sector of defaults releases at once whoever it catches, for it has no pathway", () => {
  const people = [singleAdult(), familyOf(4), singleAdult(mexican)];
  const scripted = [{ at: noon, sector: 0, cases: people }];
  const measure = measuresOf(border(firstDay, 2, { sectors: [sector("tucson", { zone })], scripted }));
  expect(measure("sector.tucson.arrivals")).toBe(6);
  expect(measure("sector.tucson.released.cause.no-pathway")).toBe(5);
  expect(measure("sector.tucson.released.cause.nationality")).toBe(1);
  expect(measure("sector.tucson.custody.end")).toBe(0);
});

it("people of a hub cross at once, and those by bus when it has come; the second nationality is not returned", () => {
  // Caught at noon. In El Paso three cross at once. In Tucson the bus leaves at 08:00, after 20 hours, and drives four: 24 hours.
  // The limit of five a day takes three on the first day, and on the second the adult and then the family of four: 1 + 4 just fit.
  const people = [singleAdult(), familyOf(4), singleAdult(mexican)];
  const parameters = border(firstDay, 3, {
    sectors: [
      sector("tucson", { zone, pathways: [byBus(0, 1, 0)] }),
      sector("el-paso", { zone, pathways: [onFoot(1, 0)] }),
    ],
    buses: [busLine("tucson-el-paso", { from: 0, to: 1 })],
    interviewUnits: [interviewUnit("el-paso", { serves: [1], zone })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 1, zone })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone, perDay: always(5) })],
    cities: [city("ciudad-juarez", { zone })],
    courts: [court("el-paso", { zone })],
    scripted: [
      { at: noon, sector: 0, cases: people },
      { at: noon, sector: 1, cases: [familyOf(3)] },
    ],
  });
  const measure = measuresOf(parameters);
  expect(measure("bus.tucson-el-paso.boarded")).toBe(5);
  expect(measure("sector.tucson.returned.first")).toBe(5);
  expect(measure("sector.el-paso.returned.first")).toBe(3);
  expect(measure("sector.tucson.released.cause.nationality")).toBe(1);
  expect(measure("city.ciudad-juarez.waiting.end")).toBe(8);
  expect(measure("limit.el-paso.used.max-per-day")).toBe(5);
  expect(measure("sector.tucson.journey.hours.median")).toBe(24);
  expect(measure("system.balance")).toBe(0);
});

it("steady arrivals come from the first local midnight to the last, and nobody after", () => {
  const arrivals = [steadyArrivals(zone, 2, 240)];
  const { persons } = arrivals[0]!;
  // 240 persons a day are ten an hour, from 07:00 UTC on for 48 hours.
  expect([6.9, 7, 54.9, 55].map((time) => persons.rateAt(time))).toEqual([0, 10, 10, 0]);
  expect(
    measuresOf(border(firstDay, 4, { sectors: [sector("tucson", { zone, arrivals })] }))(
      "sector.tucson.arrivals.family",
    ),
  ).toBe(0);
});
