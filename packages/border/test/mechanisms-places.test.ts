import { dayNumber, discrete, fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type BusLineParameters,
  describeBorder,
  dispositions,
  type SectorParameters,
} from "../src/index.ts";
import {
  adult,
  all,
  arrivals,
  border,
  busLine,
  byBus,
  changing,
  child,
  city,
  clockHours,
  court,
  family,
  familyOf,
  group,
  interviewUnit,
  many,
  moment,
  nationalities,
  onFoot,
  returnLimit,
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

const day = (first: string, given: Parameters<typeof border>[2], days = 4) => run(border(startOn(first), days, given));
const noon = tucsonAt("16 12:00");
/** Ten adults of Tucson at noon on Saturday, with the bus at 08:00 and whatever else is given. */
const byTheBus = (
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
const onTheSpot = (given: Partial<BorderParameters>, elPasoIs: Partial<SectorParameters> = {}) =>
  day("2019-11-16", {
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: places.cities,
    courts: places.courts,
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)], ...elPasoIs })],
    scripted: [group(moment(denver, "2019-11-16 12:00"), 0, many(10))],
    ...given,
  });

describe("M1 return: whoever can be returned waits in Mexico for a hearing, the rest take their fallback", () => {
  it("returns ten to the city, each with a date", () => {
    const { measure } = onTheSpot({});
    expect(measure("sector.el-paso.returned.first")).toBe(10);
    expect(measure("city.ciudad-juarez.waiting.end")).toBe(10);
    expect(measure("court.el-paso.pending.end")).toBe(10);
  });

  it("and nobody without a pathway", () => {
    const { measure } = onTheSpot({}, { pathways: [] });
    expect(measure("sector.el-paso.returned.first")).toBe(0);
    expect(measure("sector.el-paso.released.cause.no-pathway")).toBe(10);
  });
});

describe("M2 the bus: Tucson cannot return people itself, and takes them to El Paso", () => {
  it("leaves at 08:00 of the next day with six seats, and a day later with the other four, 300 miles each", () => {
    const { measure, daily } = byTheBus({ seats: always(6) });
    expect(daily("bus.tucson-el-paso.boarded")).toEqual([0, 6, 4, 0]);
    expect(daily("sector.tucson.returned.first")).toEqual([0, 6, 4, 0]);
    expect(measure("bus.tucson-el-paso.miles")).toBe(600);
  });

  it("returns nobody when it does not run", () => {
    expect(byTheBus({ inService: always(false) }).measure("sector.tucson.released.cause.no-pathway")).toBe(10);
  });

  it("breaks down: people stand with it, and the vehicle is in repair after", () => {
    // Off at 08:00 with 4, four hours of road and ten of standing: at El Paso at 22:00. Back after 4 + 10 + 1 + 4 hours and a day of
    // repair, at 03:00 on Tuesday, so that Monday's departure finds no vehicle.
    const breakdown = { perTrip: 1, delayHours: fixed(10), repairHours: fixed(24) };
    const broken = byTheBus({ seats: always(4), breakdown });
    expect(broken.daily("bus.tucson-el-paso.boarded")).toEqual([0, 4, 0, 4]);
    expect(broken.measure("bus.tucson-el-paso.breakdowns")).toBe(2);
    expect(broken.measure("bus.tucson-el-paso.person-hours")).toBe(4 * 14 + 4 * 14);
    const sound = byTheBus({ seats: always(4), breakdown: { ...breakdown, perTrip: 0 } });
    expect(sound.daily("bus.tucson-el-paso.boarded")).toEqual([0, 4, 4, 2]);
  });

  it("costs miles and hours a return: 600 miles and 8 hours for ten people", () => {
    const { measure } = byTheBus({ seats: always(6) });
    expect(measure("bus.tucson-el-paso.miles.per-return")).toBe(60);
    expect(measure("bus.tucson-el-paso.hours.per-return")).toBe(0.8);
  });

  it("costs money a return: by the trip, the mile and the hour", () => {
    // Two trips of 300 miles and 4 hours: 2 × (500 + 300 × 2 + 4 × 50) = 2,600 for ten people, and for eleven with one of El Paso.
    const parts = { perTrip: 500, perMile: 2, perHour: 50 };
    const scripted = [group(noon, 0, many(10)), group(noon, 1, many(1))];
    const { measure } = byTheBus({ seats: always(6), cost: parts }, { scripted });
    expect(measure("bus.tucson-el-paso.cost")).toBe(2_600);
    expect(measure("bus.tucson-el-paso.cost.per-return")).toBe(260);
    expect(measure("sector.tucson.cost.per-return")).toBe(260);
    expect(measure("system.cost.per-return")).toBeCloseTo(2_600 / 11, 9);
    const { measure: trips } = byTheBus({ cost: { ...parts, perMile: 0, perHour: 0 } });
    expect(trips("system.cost")).toBe(500);
  });

  it("says nothing of costs without one, nor of a sector or the border where one line of several has none", () => {
    const names = (cost: Partial<BusLineParameters>[]): string[] => {
      const line = busLine("a", { from: 0, to: 1 });
      const buses = cost.map((one, index) => ({ ...line, id: `line-${index}`, ...one }));
      const sectors = [sector("tucson", { zone: phoenix }), sector("yuma", { zone: phoenix })];
      return describeBorder(border(startOn("2019-11-16"), 1, { sectors, buses }))
        .measures.map(({ name }) => name)
        .filter((name) => name.endsWith("cost"));
    };
    const cost = { perTrip: 1, perMile: 0, perHour: 0 };
    expect(names([{}])).toEqual([]);
    expect(names([{ cost }, { from: 1, to: 0 }])).toEqual(["bus.line-0.cost", "sector.tucson.cost"]);
    expect(names([{ cost }, {}])).toEqual(["bus.line-0.cost"]);
  });

  it("waits for its minimum load", () => {
    expect(byTheBus({ minimumLoad: 11 }).measure("bus.tucson-el-paso.trips")).toBe(0);
    expect(byTheBus({ minimumLoad: 10 }).measure("bus.tucson-el-paso.trips")).toBe(1);
  });
});

describe("M3 at least one busload a day: more departures carry more, as far as vehicles are back", () => {
  it("carries 4 a day, 8 with a second departure and a second vehicle, and 4 with one that is still on the road", () => {
    const boarded = (bus: Partial<BusLineParameters>) =>
      byTheBus({ seats: always(4), ...bus }).daily("bus.tucson-el-paso.boarded");
    expect(boarded({})).toEqual([0, 4, 4, 2]);
    expect(boarded({ departureHours: [8, 9], fleet: always(2) })).toEqual([0, 8, 2, 0]);
    expect(boarded({ departureHours: [8, 9] })).toEqual([0, 4, 4, 2]);
  });
});

describe("M3 extra departures on demand: when those who wait reach a load, if a vehicle is there, at most so many a day", () => {
  const boarded = (extra: { load: number; mostPerDay: number }, fleet = 3) =>
    byTheBus({ seats: always(4), departureHours: [], fleet: always(fleet), extra }).daily("bus.tucson-el-paso.boarded");

  it("leaves with four at once and again with four; two are too few", () => {
    expect(boarded({ load: 4, mostPerDay: 9 })).toEqual([8, 0, 0, 0]);
  });

  it("once a day only, the next at midnight", () => {
    expect(boarded({ load: 4, mostPerDay: 1 })).toEqual([4, 4, 0, 0]);
  });

  it("when the one vehicle is back, nine hours later", () => {
    // Off at noon; back at 21:00.
    expect(boarded({ load: 4, mostPerDay: 9 }, 1)).toEqual([8, 0, 0, 0]);
    expect(boarded({ load: 2, mostPerDay: 9 }, 1)).toEqual([8, 2, 0, 0]);
  });

  it("never below the load", () => {
    expect(boarded({ load: 11, mostPerDay: 9 })).toEqual([0, 0, 0, 0]);
  });
});

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

describe("M5, M7 hearing rooms: without a date in court there is no return, and the report says so", () => {
  it("returns six on the first date, for the two sitting days within the longest wait, and then three a day", () => {
    const few = court("el-paso", { zone: denver, slotsPerRoom: always(3), leadDays: 60, maxWaitDays: 61 });
    const { daily, blocked } = onTheSpot({ courts: [few] });
    expect(daily("sector.el-paso.returned.first")).toEqual([6, 3, 1, 0]);
    expect(blocked("el-paso", "court-slot")[0]).toBe(12 * 4 + 24);
  });

  it("puts nobody in the programme who comes when there is no date at all", () => {
    const { measure } = onTheSpot({ courts: [court("el-paso", { zone: denver, rooms: always(0) })] });
    expect(measure("sector.el-paso.released.cause.no-court-slot")).toBe(10);
  });
});

describe("M6, M7 shelter: a hard gate keeps people from returning to a city without a bed", () => {
  it("returns four to four beds, ten where beds are no condition, and charges the rest to the shelter", () => {
    const gated = (gate: "none" | "hard") =>
      onTheSpot({ cities: [city("ciudad-juarez", { zone: denver, beds: always(4), acceptance: 1, gate })] });
    const hard = gated("hard");
    expect(hard.measure("sector.el-paso.returned.first")).toBe(4);
    expect(hard.measure("sector.el-paso.released.cause.no-shelter") + hard.measure("sector.el-paso.custody.end")).toBe(
      6,
    );
    expect(gated("none").measure("sector.el-paso.returned.first")).toBe(10);
    expect(gated("none").measure("city.ciudad-juarez.outside-shelter.full.end")).toBe(6);
  });
});

describe("M8 consent, place by place: a return point opens on its date", () => {
  it("returns only those who are enrolled after it", () => {
    const scripted = ["16 12:00", "18 12:00"].map((local) => group(moment(denver, `2019-11-${local}`), 0, many(5)));
    const open = changing(false, [moment(denver, "2019-11-18 00:00"), true]);
    const { measure } = onTheSpot({
      returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, open })],
      scripted,
    });
    expect(measure("sector.el-paso.returned.first")).toBe(5);
    expect(measure("sector.el-paso.released.cause.no-consent")).toBe(5);
  });
});

describe("M9 the daily limit: four a day, at midnight four more", () => {
  const limit = (perDay: number) => ({
    returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(perDay) })],
  });

  it("returns 4, 4 and 2 on three dates, and twelve hours of six and a day of two are waited for it", () => {
    const { daily, blocked } = onTheSpot(limit(4));
    expect(daily("sector.el-paso.returned.first")).toEqual([4, 4, 2, 0]);
    expect(blocked("el-paso", "limit")[0]).toBe(12 * 6 + 24 * 2);
  });

  it("binds no more at ten", () => {
    expect(onTheSpot(limit(10)).daily("sector.el-paso.returned.first")).toEqual([10, 0, 0, 0]);
  });
});

describe("M10 roll-out: a sector is not in the programme before its date", () => {
  it("puts nobody in before, and everybody after", () => {
    const { zone } = elPaso;
    const discretion = changing<readonly [number, number, number]>(
      [1, 1, 0],
      [moment(zone, "2019-11-17 00:00"), [0, 0, 0]],
    );
    const scripted = ["16 12:00", "17 12:00"].map((local) => group(moment(zone, `2019-11-${local}`), 0, many(5)));
    const { daily, measure } = onTheSpot(
      { scripted },
      { eligibility: { returnable: always([true, false]), exempt: always([0, 0, 0]), discretion } },
    );
    expect(daily("sector.el-paso.enrolled")).toEqual([0, 5, 0, 0]);
    expect(measure("sector.el-paso.released.cause.discretion")).toBe(5);
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

describe("M17 the outcome: shares of hearings held; what lies beyond the end is unfinished, not zero", () => {
  const heard = (leadDays: number, outcome: readonly number[]) =>
    onTheSpot({ courts: [court("el-paso", { zone: denver, leadDays, outcome })] });

  it("ends ten cases as denied on the next day, and none that is due after the end", () => {
    expect(heard(1, [0, 0, 1, 0]).measure("court.el-paso.ended.denied")).toBe(10);
    const late = heard(30, [0, 0, 1, 0]);
    expect(late.measure("court.el-paso.ended.denied")).toBe(0);
    expect(late.measure("court.el-paso.pending.end")).toBe(10);
  });
});

describe("M19 holiday timing: a court does not sit on a holiday, and arrivals follow the calendar", () => {
  it("hears on the day after the holiday", () => {
    const monday = dayNumber("2019-11-18");
    const holiday = court("el-paso", {
      zone: denver,
      leadDays: 2,
      hours: { ...clockHours(8, 16), closedOn: new Set([monday]) },
    });
    expect(onTheSpot({ courts: [holiday] }).measure("court.el-paso.wait.days.median")).toBe(3);
    expect(
      onTheSpot({ courts: [court("el-paso", { zone: denver, leadDays: 2 })] }).measure(
        "court.el-paso.wait.days.median",
      ),
    ).toBe(2);
  });
});

describe("M21 a new return point: Nogales opens, and Tucson needs no bus", () => {
  it("returns people on the spot from its date on", () => {
    const opens = moment(phoenix, "2019-11-17 00:00");
    const nogales = returnPoint("nogales", { sector: 0, zone: phoenix, open: changing(false, [opens, true]) });
    const scripted = [group(noon, 0, many(3)), group(tucsonAt("18 12:00"), 0, many(7))];
    const { measure } = byTheBus(
      {},
      { returnPoints: [...places.returnPoints, nogales], scripted },
      { pathways: [onFoot(0, 1), byBus(0, 1, 0)] },
    );
    expect(measure("port.nogales.returned.first")).toBe(7);
    expect(measure("bus.tucson-el-paso.boarded")).toBe(3);
  });
});

describe("M23 months to a hearing: the date is fixed at the return, first come first served", () => {
  it("gives ten cases the first three days with four slots each, 60 days ahead", () => {
    const { measure } = onTheSpot({ courts: [court("el-paso", { zone: denver, slotsPerRoom: always(4) })] });
    // 60, 60, 60, 60, 61 × 4, 62, 62: the fifth of ten waits 61 days, at the upper edge of the median's bin.
    expect(measure("court.el-paso.wait.days.median")).toBe(61);
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
