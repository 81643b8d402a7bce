import { discrete, fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, dispositions } from "../src/index.ts";
import {
  adult,
  all,
  arrivals,
  border,
  busLine,
  byBus,
  child,
  family,
  familyOf,
  group,
  interviewUnit,
  many,
  moment,
  nationalities,
  returnLimit,
  sector,
  single,
} from "./parameters.ts";
import { run, stepping } from "./run.ts";
import { denver, elPaso, onTheSpot, phoenix, places, start, tucsonAt } from "./two-cities.ts";

// Mechanisms of the model, as small as they can be, worked by hand.

describe("M4 the interview: claimants are asked before the return, and whoever is found at risk stays", () => {
  // One officer, an hour each, from noon: of four claimants the second and third are at risk; all are done at 16:00.
  const unit = interviewUnit("el-paso", { serves: [0], zone: denver, officers: always(1), time: fixed(1) });
  const claimants = many(4, (index) => single({ claims: true, atRisk: index === 1 || index === 2 }));
  const scripted = [group(moment(denver, "2019-11-16 12:00"), 0, [...claimants, ...many(6)])];

  it("finds two of four at risk, who are released, and returns eight", () => {
    const { measure, blocked } = onTheSpot({ interviewUnits: [unit], scripted });
    expect(measure("interview.el-paso.held")).toBe(4);
    expect(measure("sector.el-paso.released.cause.at-risk")).toBe(2);
    expect(measure("sector.el-paso.returned.first")).toBe(8);
    // Waits of 1, 2 and 3 hours for the officer.
    expect(blocked("el-paso", "officer")[0]).toBe(6);
  });

  it("asks nobody where there is no unit", () => {
    expect(onTheSpot({ scripted }).measure("sector.el-paso.returned.first")).toBe(10);
  });
});

describe("M11 the fallback: by category and nationality, with its cause", () => {
  it("releases families and removes adults of a nationality that is not returned", () => {
    const of = (disposition: "release" | "removal") => nationalities.map(() => always(all(disposition)));
    const { measure } = onTheSpot(
      {
        scripted: [
          group(moment(denver, "2019-11-16 12:00"), 0, [
            familyOf(3, { nationality: 1 }),
            single({ nationality: 1 }),
            { category: child, nationality: 0, size: 1 },
            single(),
          ]),
        ],
      },
      { fallback: { mix: [of("removal"), of("release"), of("release")], hours: dispositions.map(() => fixed(0)) } },
    );
    expect(measure("sector.el-paso.released")).toBe(3);
    expect(measure("system.released.family.cause.nationality")).toBe(3);
    expect(measure("sector.el-paso.exits.removal")).toBe(1);
    expect(measure("sector.el-paso.exits.transfer")).toBe(1);
    expect(measure("sector.el-paso.returned.first")).toBe(1);
  });

  it("removes those of one nationality where it releases those of another, in the same category", () => {
    const mix = [always(all("release")), always(all("removal"))];
    const { measure } = onTheSpot(
      {
        scripted: [
          group(
            moment(denver, "2019-11-16 12:00"),
            0,
            [0, 0, 1].map((nationality) => single({ nationality })),
          ),
        ],
      },
      {
        eligibility: {
          returnable: always([false, false]),
          exempt: always([0, 0, 0]),
          discretion: always([0, 0, 0]),
        },
        fallback: { mix: [mix, mix, mix], hours: dispositions.map(() => fixed(0)) },
      },
    );
    expect(measure("sector.el-paso.released")).toBe(2);
    expect(measure("sector.el-paso.exits.removal")).toBe(1);
  });
});

describe("M15 custody: families cannot be held long, adults can", () => {
  it("releases at 72 hours the family that no port would open for, and keeps the adult", () => {
    const { measure } = onTheSpot(
      {
        returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(0) })],
        scripted: [group(moment(denver, "2019-11-16 06:00"), 0, [familyOf(3), single()])],
      },
      { custody: { capacity: always(9), whenFull: "crowd", limitHours: 72, atLimit: ["hold", "release", "hold"] } },
    );
    expect(measure("sector.el-paso.released.cause.no-limit")).toBe(3);
    expect(measure("sector.el-paso.custody.end")).toBe(1);
    expect(measure("sector.el-paso.journey.family.hours.p95")).toBe(72);
  });
});

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
    expect(model.ground.conservation.arrivedPersons).toBe(0);
    until(tucsonAt("16 21:30"));
    expect(model.ground.conservation.arrivedPersons).toBeGreaterThan(30);
    expect(model.ground.conservation.arrivedPersons).toBeLessThan(100);
    until(tucsonAt("17 00:00"));
    expect(model.ground.conservation.arrivedPersons).toBe(130);
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
