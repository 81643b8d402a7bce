import { exponential, fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { draw } from "../src/ground/draws.ts";
import { always, type BorderParameters, type CustodyParameters } from "../src/index.ts";
import {
  border,
  busLine,
  byBus,
  city,
  clockHours,
  court,
  familyOf,
  group,
  later,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
  withLater,
} from "./parameters.ts";
import { counted, run, runChecked, stepping } from "./run.ts";
import { wholeBorder } from "./state/whole-border.ts";

// 10 July 2019 is a Wednesday. Denver is an hour ahead of Phoenix.
const start = startOn("2019-07-10");
const { phoenix, denver } = start;
const at = (local: string, zone = denver): number => moment(zone, `2019-07-${local}`);
const custody = (given: Partial<CustodyParameters>): CustodyParameters => ({
  capacity: always(1_000_000),
  whenFull: "crowd",
  limitHours: 72,
  atLimit: ["hold", "release", "release"],
  ...given,
});

/** People caught at El Paso who cross there, unless Mexico takes nobody. */
function elPaso(scripted: BorderParameters["scripted"], given: Partial<BorderParameters> = {}): BorderParameters {
  return border(start, 12, {
    sectors: [sector("el-paso", { zone: denver, custody: custody({}), pathways: [onFoot(0, 0)] })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted,
    ...given,
  });
}
const nobodyReturns = {
  returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, open: always(false) })],
};

/** Persons released, at moments. */
function releasedBy(parameters: BorderParameters, ...moments: readonly number[]): number[] {
  const { model, until } = stepping(parameters);
  return moments.map((time) => {
    until(time);
    return counted(model, "released", 0);
  });
}

describe("M24 the custody limit changes on a date", () => {
  // Families wait for consent: 2 persons caught on the 10th at 12:00, 3 on the 11th at 18:00, 4 on the 12th at 06:00.
  const families = [
    group(at("10 12:00"), 0, [familyOf(2)]),
    group(at("11 18:00"), 0, [familyOf(3)]),
    group(at("12 06:00"), 0, [familyOf(4)]),
  ];
  const held = elPaso(families, {
    ...nobodyReturns,
    sectors: [
      sector("el-paso", {
        zone: denver,
        custody: custody({}),
        pathways: [onFoot(0, 0)],
        // Who has no way is held, so that the limit alone ends it.
        fallback: { ...sector("x", { zone: denver }).fallback, mix: heldByAll() },
      }),
    ],
  });
  const changed = (given: Partial<CustodyParameters>): BorderParameters =>
    withLater(held, later(held, "sectors", 0, [at("12 00:00"), { custody: custody(given) }]));

  it("for all in custody: who is over the new one leaves at midnight, the others when they reach it", () => {
    // 24 h from the 12th on: the first are then at 36 h, the second reach it at 18:00, the third on the 13th at 06:00.
    const moments = [at("11 23:59"), at("12 00:01"), at("12 17:59"), at("12 18:01"), at("13 05:59"), at("13 06:01")];
    expect(releasedBy(changed({ limitHours: 24 }), ...moments)).toEqual([0, 2, 2, 5, 5, 9]);
  });

  it("later for those whose clock runs, if it is raised", () => {
    // 96 h: the first are released on the 14th at 12:00, a day later than by 72 h.
    expect(releasedBy(changed({ limitHours: 96 }), at("13 12:01"), at("14 11:59"), at("14 12:01"))).toEqual([0, 0, 2]);
  });

  it("and all figures of time over it count by the one in force when the stay ends", () => {
    // Caught at 20:00, returned when the port opens at 08:00, after 12 hours: an adult under a limit of 10, a family of 3 under one of 15.
    const nights = elPaso([group(at("10 20:00"), 0, [single()]), group(at("11 20:00"), 0, [familyOf(3)])], {
      returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: clockHours(8, 16) })],
    });
    const holds = (limitHours: number) => ({ custody: custody({ limitHours, atLimit: ["hold", "hold", "hold"] }) });
    const sectors = nights.sectors.map((one) => ({ ...one, ...holds(10) }));
    const tight = { ...nights, sectors };
    const { measure } = run(withLater(tight, later(tight, "sectors", 0, [at("12 00:00"), holds(15)])));
    for (const of of [
      "sector.el-paso.custody",
      "sector.el-paso.journey",
      "system.journey",
      "system.journey.nationality.gtm",
    ])
      expect([of, measure(`${of}.over-limit.share`)]).toEqual([of, 1 / 4]);
    for (const place of ["sector.el-paso", "system"]) {
      expect(measure(`${place}.journey.single-adult.over-limit.share`)).toBe(1);
      expect(measure(`${place}.journey.family.over-limit.share`)).toBe(0);
    }
  });

  it("and so does what happens at it", () => {
    expect(releasedBy(changed({ atLimit: ["hold", "hold", "hold"] }), at("19 00:00"))).toEqual([0]);
    const holds = {
      ...held,
      sectors: held.sectors.map((one) => ({ ...one, custody: custody({ atLimit: ["hold", "hold", "hold"] }) })),
    };
    const releases = withLater(holds, later(holds, "sectors", 0, [at("14 06:00"), { custody: custody({}) }]));
    // The first two are over 72 h on the 14th at 06:00 (90 h), the second at 18:00.
    expect(releasedBy(releases, at("14 05:59"), at("14 06:01"), at("14 17:59"), at("14 18:01"))).toEqual([0, 2, 2, 5]);
  });
});

/** Everyone held. */
function heldByAll() {
  const all = sector("x", { zone: denver }).fallback.mix;
  const hold = always([0, 0, 0, 0, 1]);
  return [all[0].map(() => hold), all[1].map(() => hold), all[2]] as const;
}

it("custody that crowds from a date on lets those in who wait outside", () => {
  const full = elPaso([group(at("10 12:00"), 0, many(5))], {
    ...nobodyReturns,
    sectors: [
      sector("el-paso", {
        zone: denver,
        custody: custody({ capacity: always(2), whenFull: "wait" }),
        processing: { agents: always(1), time: [fixed(500), fixed(500), fixed(500)] },
      }),
    ],
  });
  const { model, until } = stepping(
    withLater(full, later(full, "sectors", 0, [at("12 00:00"), { custody: custody({ capacity: always(2) }) }])),
  );
  const inside = (time: number): number => {
    until(time);
    return model.ground.whereabouts.levels[0]!.level;
  };
  expect([inside(at("11 23:59")), inside(at("12 00:01"))]).toEqual([2, 5]);
});

describe("port hours change on a date", () => {
  const shut = elPaso([group(at("10 17:00"), 0, many(3))], {
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: clockHours(8, 16) })],
  });
  const returned = (hours: ReturnType<typeof clockHours>, ...moments: readonly number[]): number[] => {
    const parameters = withLater(shut, later(shut, "returnPoints", 0, [at("11 00:00"), { hours }]));
    const { model, until } = stepping(parameters);
    return moments.map((time) => {
      until(time);
      return counted(model, "returned", 0);
    });
  };

  it("from its midnight on: the port opens when it now does", () => {
    expect(returned(clockHours(6, 20), at("11 05:59"), at("11 06:01"))).toEqual([0, 3]);
    expect(returned(clockHours(12, 14), at("11 08:01"), at("11 12:01"))).toEqual([0, 3]);
    expect(returned(clockHours(0, 24), at("10 23:59"), at("11 00:01"))).toEqual([0, 3]);
  });

  it("also for those who have a road to it: they set out so as to be there when it opens", () => {
    const far = { ...onFoot(0), points: [{ point: 0, travelHours: 2 }] };
    const sectors = shut.sectors.map((one) => ({ ...one, pathways: [far] }));
    const road = { ...shut, sectors };
    const parameters = withLater(road, later(road, "returnPoints", 0, [at("11 00:00"), { hours: clockHours(6, 20) }]));
    const { model, until } = stepping(parameters);
    until(at("11 04:01"));
    expect(counted(model, "returned", 0)).toBe(0);
    until(at("11 06:01"));
    expect(counted(model, "returned", 0)).toBe(3);
  });
});

describe("a court changes on a date", () => {
  const two = [group(at("10 12:00"), 0, [single()]), group(at("12 12:00"), 0, [single()])];
  const heardBy = (parameters: BorderParameters, ...moments: readonly number[]): number[] => {
    const { model, until } = stepping(parameters);
    return moments.map((time) => {
      until(time);
      return model.ground.counts.courts[0]!.heardCases;
    });
  };

  it("its lead counts for returns from then on; dates given are kept", () => {
    const slow = elPaso(two, { courts: [court("el-paso", { zone: denver, leadDays: 5 })] });
    const fast = withLater(slow, later(slow, "courts", 0, [at("12 00:00"), { leadDays: 2 }]));
    // Returned on the 10th: the 15th. Returned on the 12th: the 14th.
    expect(heardBy(fast, at("14 07:59"), at("14 08:01"), at("15 07:59"), at("15 08:01"))).toEqual([0, 1, 1, 2]);
  });

  it("its days and hours are known before, as its rooms are: people are booked by those of the day", () => {
    const daily = elPaso(two, { courts: [court("el-paso", { zone: denver, leadDays: 2 })] });
    const weekend = { days: 0b1100000, from: 13, to: 18 };
    const later13 = withLater(daily, later(daily, "courts", 0, [at("13 00:00"), { hours: weekend }]));
    // The 12th is a Friday on which it sits at 08:00; the 14th a Sunday, at 13:00.
    expect(heardBy(later13, at("12 08:01"), at("14 12:59"), at("14 13:01"))).toEqual([1, 1, 2]);
  });

  it("absence is that of the day of the hearing", () => {
    const all = elPaso(two, { courts: [court("el-paso", { zone: denver, leadDays: 2 })] });
    const { measure } = run(withLater(all, later(all, "courts", 0, [at("13 00:00"), { absentChoice: 1 }])));
    expect([measure("court.el-paso.heard.cases"), measure("court.el-paso.ended.in-absentia")]).toEqual([1, 1]);
  });

  it("another court hears those returned from then on, and the first those before", () => {
    const courts = [court("el-paso", { zone: denver, leadDays: 4 }), court("laredo", { zone: denver, leadDays: 4 })];
    const both = elPaso(two, { courts });
    const { measure } = run(withLater(both, later(both, "returnPoints", 0, [at("12 00:00"), { court: 1 }])));
    expect([measure("court.el-paso.heard.cases"), measure("court.laredo.heard.cases")]).toEqual([1, 1]);
  });
});

describe("a city changes on a date", () => {
  it("who comes from then on accepts a bed by the new share", () => {
    const beds = elPaso([group(at("10 12:00"), 0, many(4)), group(at("12 12:00"), 0, many(3))], {
      cities: [city("ciudad-juarez", { zone: denver, beds: always(100) })],
    });
    const { model, until } = stepping(withLater(beds, later(beds, "cities", 0, [at("12 00:00"), { acceptance: 1 }])));
    until(at("13 00:00"));
    expect([model.view.cities.declined[0]!.level, model.view.cities.sheltered[0]!.level]).toEqual([4, 3]);
  });

  it("the hazard of leaving counts for all who wait: nobody is drawn anew", () => {
    // 1 % an hour for 36 hours, none for 24, then 3 %: who has drawn e leaves when the hazard over the wait comes to e.
    const stay = elPaso([group(at("10 12:00"), 0, many(40))], {
      cities: [city("ciudad-juarez", { zone: denver, leaveRate: 0.01 })],
    });
    const [stops, goesOn] = [at("12 00:00"), at("13 00:00")];
    const { model, until } = stepping(
      withLater(stay, later(stay, "cities", 0, [stops, { leaveRate: 0 }], [goesOn, { leaveRate: 0.03 }])),
    );
    const { cases } = model.view;
    until(at("10 12:01"));
    const drawn = [...cases.rows()].map((row) =>
      exponential(1).quantile(model.ground.draws.uniform(row, draw.leaveTime)),
    );
    const stillThere = (hazard: number): number => drawn.filter((one) => one > hazard).length;
    const present = (time: number): number => {
      until(time);
      return cases.live;
    };
    expect(present(stops)).toBe(stillThere(0.36));
    expect(stillThere(0.36)).toBeLessThan(40);
    expect(present(goesOn)).toBe(stillThere(0.36));
    for (const hours of [5, 10, 20, 40, 80]) expect(present(goesOn + hours)).toBe(stillThere(0.36 + 0.03 * hours));
    expect(cases.live).toBeLessThan(10);
  });
});

describe("a bus line changes on a date", () => {
  const [tucson, hub] = [0, 1];
  const line = (scripted: BorderParameters["scripted"], departureHours: readonly number[]): BorderParameters =>
    border(start, 5, {
      sectors: [
        sector("tucson", { zone: phoenix, pathways: [byBus(0, hub, 0)] }),
        sector("el-paso", { zone: denver, pathways: [onFoot(hub, 0)] }),
      ],
      buses: [
        busLine("coach", {
          from: tucson,
          to: hub,
          departureHours,
          fleet: always(9),
          cost: { perTrip: 900, perMile: 2, perHour: 10 },
        }),
      ],
      returnPoints: [returnPoint("paso-del-norte", { sector: hub, zone: denver })],
      cities: [city("ciudad-juarez", { zone: denver })],
      courts: [court("el-paso", { zone: denver })],
      scripted,
    });
  const evening = [group(at("10 20:00", phoenix), tucson, [single()])];
  const midnight = at("11 00:00", phoenix);
  const boarded = (departureHours: readonly number[], then: readonly number[], ...moments: readonly number[]) => {
    const parameters = line(evening, departureHours);
    const { model, until } = stepping(
      withLater(parameters, later(parameters, "buses", 0, [midnight, { departureHours: then }])),
    );
    return moments.map((time) => {
      until(time);
      return model.ground.counts.buses[0]!.trips;
    });
  };

  it("departures follow the new timetable from local midnight on, that of 00:00 included", () => {
    const [after, atFour] = [midnight + 0.01, at("11 04:01", phoenix)];
    expect(boarded([8], [4], midnight, at("11 03:59", phoenix), atFour)).toEqual([0, 0, 1]);
    expect(boarded([8], [0], midnight, after)).toEqual([0, 1]);
    expect(boarded([0], [4], midnight, after, atFour)).toEqual([0, 0, 1]);
    expect(boarded([0], [0], midnight, after)).toEqual([0, 1]);
  });

  it("trips cost, and go as far, as on the day on which they are made", () => {
    // One a day at 08:00, of 4 hours: on the 10th 900 + 300 × 2 + 40, on the 11th and 12th 100 + 200 × 1 + 40.
    const mornings = ["10", "11", "12"].map((day) => group(at(`${day} 07:00`, phoenix), tucson, [single()]));
    const parameters = line(mornings, [8]);
    const cheaper = { miles: 200, cost: { perTrip: 100, perMile: 1, perHour: 10 } };
    const { measure } = run(withLater(parameters, later(parameters, "buses", 0, [midnight, cheaper])));
    expect([measure("bus.coach.trips"), measure("bus.coach.miles")]).toEqual([3, 700]);
    expect(measure("bus.coach.cost")).toBe(1540 + 2 * 340);
  });
});

it("everyone is accounted for at every hour while settings of every kind change", () => {
  expect(runChecked(wholeBorder()).view.conservation.balance).toBe(0);
});
