import { discrete, fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always } from "../src/index.ts";
import {
  adult,
  arrivals,
  border,
  busLine,
  byBus,
  city,
  court,
  family,
  familyOf,
  group,
  moment,
  onFoot,
  returnPoint,
  type Start,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { run, stepping } from "./run.ts";

// Each mechanism of the model that has to do with places and services, as small as it can be, worked by hand.

const start: Start = startOn("2019-11-16");
const { phoenix, denver } = start;
const tucsonAt = (local: string): number => moment(phoenix, `2019-11-${local}`);

/** Tucson, with a bus to El Paso and a return point there. */
const places = {
  returnPoints: [returnPoint("paso-del-norte", { sector: 1, zone: denver })],
  cities: [city("ciudad-juarez", { zone: denver })],
  courts: [court("el-paso", { zone: denver })],
};
const elPaso = sector("el-paso", { zone: denver, pathways: [onFoot(1, 0)] });

describe("M18 bursts: a scripted group crosses at its hour and is followed until its last person is placed", () => {
  // 22:00 on Saturday: a family of 4 and one of 3 of Guatemala, and a Mexican family of 2, who are released at once. The bus at 08:00
  // has 5 seats: the 4 leave, are at El Paso at noon and cross; the 3 leave a day later. Of 9 persons the 5th is among the 4.
  const night = border(start, 4, {
    ...places,
    sectors: [sector("tucson", { zone: phoenix, pathways: [byBus(0, 1, 0)] }), elPaso],
    buses: [busLine("tucson-el-paso", { from: 0, to: 1, seats: always(5) })],
    scripted: [
      {
        ...group(tucsonAt("16 22:00"), 0, [familyOf(4), familyOf(3), familyOf(2, { nationality: 1 })]),
        id: "sasabe",
      },
      group(tucsonAt("16 23:00"), 0, [single()]),
    ],
  });
  const of = run(night);
  const figure = (what: string): number => of.measure(`group.sasabe.${what}`);

  it("says when the first, half and the last of it are placed, and when the last has left the sector", () => {
    expect(["persons", "placed", "unplaced.end"].map(figure)).toEqual([9, 9, 0]);
    expect(["first", "half", "last"].map((what) => figure(`placed.hours.${what}`))).toEqual([0, 14, 38]);
    expect(figure("left-sector.hours.last")).toBe(34);
  });

  it("and by what way, and what they waited for: 10 hours of 7 for the timetable, a day of 3 for a seat", () => {
    expect(["returned.first", "released", "exits.removal"].map(figure)).toEqual([7, 2, 0]);
    expect(["timetable", "seat", "officer"].map((what) => figure(`waited.${what}`))).toEqual([70, 72, 0]);
    expect(of.blocked("tucson", "timetable")[0]).toBe(70 + 9);
  });

  it("leaves undefined what has not happened when the run ends", () => {
    const short = run({ ...night, endDay: night.firstDay + 2 });
    expect(short.measure("group.sasabe.unplaced.end")).toBe(3);
    expect(short.measure("group.sasabe.placed.hours.half")).toBe(14);
    expect(short.measure("group.sasabe.placed.hours.last")).toBeNaN();
  });

  it("draws people of a category by key until there are as many as asked for, and spreads them over hours", () => {
    const drawn = border(start, 2, {
      sectors: [
        sector("tucson", {
          zone: phoenix,
          arrivals: [arrivals(phoenix, 2, 0, { category: family, caseSize: discrete([2, 3], [1, 1]) })],
        }),
      ],
      scripted: [
        {
          id: "large",
          at: tucsonAt("16 19:00"),
          overHours: 5,
          sector: 0,
          cases: [single()],
          drawn: [{ category: family, persons: 129 }],
        },
      ],
    });
    const { measure } = run(drawn);
    expect(measure("sector.tucson.arrivals.family")).toBe(129);
    expect(measure("sector.tucson.arrivals.single-adult")).toBe(1);
    const { model, until } = stepping(drawn);
    until(tucsonAt("16 19:00"));
    expect(model.conservation.arrivedPersons).toBe(0);
    until(tucsonAt("16 21:30"));
    expect(model.conservation.arrivedPersons).toBeGreaterThan(30);
    expect(model.conservation.arrivedPersons).toBeLessThan(100);
    until(tucsonAt("17 00:00"));
    expect(model.conservation.arrivedPersons).toBe(130);
  });

  it("comes in large groups at random too: 129 at once, once in so many days", () => {
    const { persons } = arrivals(phoenix, 10, 129);
    const large = { groups: arrivals(phoenix, 10, 1).persons, persons: fixed(129) };
    const given = arrivals(phoenix, 10, 129, { category: adult, large });
    expect(persons.integral(1e6)).toBe(1290);
    const { measure } = run(border(start, 10, { sectors: [sector("tucson", { zone: phoenix, arrivals: [given] })] }));
    expect(measure("sector.tucson.arrivals") % 129).toBe(0);
    expect(measure("sector.tucson.arrivals")).toBeGreaterThan(0);
  });
});
