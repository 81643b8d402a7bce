import { fixed } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, type BorderParameters, dispositions, type Timeline } from "../src/index.ts";
import {
  border,
  changing,
  city,
  court,
  familyOf,
  group,
  many,
  moment,
  nationalities,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { run, runChecked } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);

describe("fast removals", () => {
  it("are a share of those not returned, by category and nationality, and return nobody the less", () => {
    // Of families of the second nationality, whom Mexico does not take, so many are removed at once; everyone else is released.
    const removed = (share: number) => {
      const mix = dispositions.map((name) => (name === "removal" ? share : name === "release" ? 1 - share : 0));
      const released = dispositions.map((name) => (name === "release" ? 1 : 0));
      const same = nationalities.map(() => always(released));
      const parameters = border(start, 3, {
        sectors: [
          sector("el-paso", {
            zone: denver,
            pathways: [onFoot(0, 0)],
            fallback: { mix: [same, [always(released), always(mix)], same], hours: dispositions.map(() => fixed(1)) },
          }),
        ],
        returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
        cities: [city("ciudad-juarez", { zone: denver })],
        courts: [court("el-paso", { zone: denver })],
        scripted: [
          group(at("10 12:00"), 0, [
            ...many(400, () => familyOf(3, { nationality: 1 })),
            ...many(50, () => familyOf(3)),
            ...many(40, () => single({ nationality: 1 })),
          ]),
        ],
      });
      const { measure } = run(parameters);
      return ["exits.removal", "released", "returned.first"].map((what) => measure(`sector.el-paso.${what}`));
    };
    expect(removed(0)).toEqual([0, 1_240, 150]);
    expect(removed(1)).toEqual([1_200, 40, 150]);
    const [removal = 0, release = 0, returned] = removed(0.25);
    expect([removal + release, returned]).toEqual([1_240, 150]);
    // 3.29 standard deviations of 400 draws at 25 % are 28.5 families.
    expect(Math.abs(removal / 3 - 100)).toBeLessThan(28.5);
  });
});

describe("onward buses from the border into Mexico", () => {
  /** 100 families of 2 return on the 10th and the 12th; those not taken onward wait for a hearing after 60 days. */
  const juarez = (onward: Timeline<number> | undefined, more: Partial<BorderParameters["cities"][0]> = {}) =>
    border(start, 5, {
      sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)] })],
      returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
      cities: [city("ciudad-juarez", { zone: denver, ...(onward && { onward }), ...more })],
      courts: [court("el-paso", { zone: denver })],
      scripted: ["10 12:00", "12 12:00"].map((when) =>
        group(
          at(when),
          0,
          many(100, () => familyOf(2)),
        ),
      ),
    });
  const figures = (parameters: BorderParameters) => {
    const { measure } = run(parameters);
    return ["left.onward", "waiting.end", "left"].map((what) => measure(`city.ciudad-juarez.${what}`));
  };

  it("take a share of those returned at once, who give up their hearing and their bed", () => {
    const parameters = juarez(always(1), { beds: always(50), acceptance: 1 });
    expect(figures(parameters)).toEqual([400, 0, 400]);
    const { measure } = run(parameters);
    expect(measure("city.ciudad-juarez.sheltered.mean")).toBe(0);
    expect(measure("court.el-paso.pending.end")).toBe(0);
    expect(measure("system.returned.first")).toBe(400);
    expect(measure("system.balance")).toBe(0);
    expect(runChecked(parameters).view.cases.live).toBe(0);
    const [onward = 0, waiting = 0] = figures(juarez(always(0.4)));
    expect(onward + waiting).toBe(400);
    // 3.29 standard deviations of 200 draws at 40 % are 22.8 families.
    expect(Math.abs(onward / 2 - 80)).toBeLessThan(22.8);
  });

  it("from a date on", () => {
    expect(figures(juarez(changing(0, [at("12 00:00"), 1])))).toEqual([200, 200, 200]);
  });

  it("at a share of 0 leave everything as it is without them", () => {
    const usual = juarez(undefined, { leaveRate: 0.01, leaveTo: [0.5, 0.5, 0] });
    const none = run(juarez(always(0), { leaveRate: 0.01, leaveTo: [0.5, 0.5, 0] }));
    expect(none.measure("city.ciudad-juarez.left.onward")).toBe(0);
    const { daily, blocked } = run(usual).result;
    expect([none.result.daily, none.result.blocked]).toEqual([daily, blocked]);
  });
});

describe("cells holding six times their capacity", () => {
  /** Cells for so many people, in which 750 are kept from noon on the first date. */
  const crowded = (capacity: Timeline<number>, whenFull: "crowd" | "wait" | "release") =>
    run(
      border(start, 4, {
        sectors: [
          sector("el-paso", {
            zone: denver,
            custody: { capacity, whenFull, limitHours: 72, atLimit: ["hold", "hold", "hold"] },
            processing: { agents: always(1_000), time: [fixed(1_000), fixed(1_000), fixed(1_000)] },
          }),
        ],
        scripted: [group(at("10 12:00"), 0, many(750))],
      }),
    );
  const full = ({ measure }: ReturnType<typeof crowded>) =>
    ["fullness.max", "fullness.mean", "over-capacity.nights", "over-capacity.person-nights", "occupancy.max"].map(
      (what) => measure(`sector.el-paso.custody.${what}`),
    );

  it("where they crowd: how full they are is a figure, by the capacity of each night", () => {
    expect(full(crowded(always(125), "crowd"))).toEqual([6, 6, 4, 4 * 625, 750]);
    // 750 places from the third date on: full, and nobody beyond them.
    expect(full(crowded(changing(125, [at("12 00:00"), 750]), "crowd"))).toEqual([6, (6 + 1 + 1 + 1) / 4, 1, 625, 750]);
    expect(full(crowded(always(0), "crowd"))).toEqual([Number.NaN, Number.NaN, 4, 3_000, 750]);
  });

  it("and where they do not, nobody is in them beyond their capacity", () => {
    for (const whenFull of ["wait", "release"] as const)
      expect(full(crowded(always(125), whenFull))).toEqual([1, 1, 0, 0, 125]);
  });
});
