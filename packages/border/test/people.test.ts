import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, categories, causes, constraints, describeBorder } from "../src/index.ts";
import { Groups } from "../src/results/groups.ts";
import { everyFigure, namedFigures } from "../src/results/people.ts";
import {
  border,
  child,
  city,
  clockHours,
  court,
  familyOf,
  group,
  moment,
  nationalities,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

const start = startOn("2019-07-10");
const { denver, phoenix } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);

/**
 * El Paso, where a return waits for the port from 08:00 to 16:00 and Mexicans and the pregnant are released at once: all adults are
 * pregnant, all families have an infant. Tucson, which has no pathway and does not tell exemptions apart.
 */
const parameters = border(start, 3, {
  sectors: [
    sector("el-paso", {
      zone: denver,
      pathways: [onFoot(0, 0)],
      custody: { capacity: always(9), whenFull: "crowd", limitHours: 10, atLimit: ["hold", "hold", "hold"] },
      eligibility: {
        returnable: always([true, false]),
        exempt: always([1, 0, 0]),
        exemptKinds: always({
          share: [
            [0, 1, 0, 0],
            [1, 0, 0, 0],
            [0, 0, 0, 0],
          ] as const,
          exempt: [false, true, true, true],
        }),
        discretion: always([0, 0, 0]),
      },
    }),
    sector("tucson", { zone: phoenix }),
  ],
  returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: clockHours(8, 16) })],
  cities: [city("ciudad-juarez", { zone: denver })],
  courts: [court("el-paso", { zone: denver })],
  scripted: [
    // 3 wait from 20:00 to 08:00: 12 hours, over the limit of 10. The adults are released at once, of whom the Mexican is not asked more.
    { ...group(at("10 20:00"), 0, [familyOf(3), single(), single({ nationality: 1 })]), id: "night" },
    // 2 wait for 7 hours.
    group(at("11 01:00"), 0, [familyOf(2)]),
    group(at("11 02:00"), 1, [familyOf(4), single({ category: child })]),
  ],
});

const { measure } = run(parameters);
const groups = new Groups(parameters);

/** All figures of a group that are defined and not 0; those that stand at the head of the catalogue too. */
function figuresOf(place: string, kind: string): Readonly<Record<string, number>> {
  const group = groups.all().find((one) => one.place === place && one.kind === kind)!;
  const known = everyFigure(parameters, [group]).map(({ name }) => [name, measure(name)] as const);
  const short = (name: string): string => name.slice(place.length + 1).replace(kind === "" ? "" : `.${kind}`, "");
  return Object.fromEntries(
    known.filter(([, value]) => value !== 0 && !Number.isNaN(value)).map(([name, value]) => [short(name), value]),
  );
}

/** Hours of those who never waited: the upper edge of the first bin of seven and a half minutes. */
const none = 0.125;
const ofJourneys = (median: number, p95: number, over: number) => ({
  "journey.hours.median": median,
  "journey.hours.p95": p95,
  ...(over === 0 ? {} : { "journey.over-limit.share": over }),
});
const ofWaits = (hours: number) => ({ waited: hours, "waited.port-hours": hours });
const returned = (persons: number, cases: number) => ({
  enrolled: persons,
  "returned.first": persons,
  "court-cases.filed": persons,
  "court-cases.filed.cases": cases,
});
const families = {
  arrivals: 5,
  eligible: 5,
  "enrolled.share": 1,
  ...returned(5, 2),
  ...ofJourneys(12, 12, 3 / 5),
  ...ofWaits(50),
};

describe("the figures of a group of people", () => {
  it.each([
    [
      "sector.el-paso",
      "",
      {
        ...families,
        arrivals: 7,
        released: 2,
        "released.cause.nationality": 1,
        "released.cause.exempt": 1,
        ...ofJourneys(7, 12, 3 / 7),
      },
    ],
    [
      "sector.tucson",
      "",
      {
        arrivals: 5,
        eligible: 4,
        released: 4,
        "released.cause.no-pathway": 4,
        "exits.transfer": 1,
        ...ofJourneys(none, none, 0),
      },
    ],
    [
      "system",
      "",
      {
        arrivals: 12,
        eligible: 9,
        "enrolled.share": 5 / 9,
        ...returned(5, 2),
        released: 6,
        "released.cause.nationality": 1,
        "released.cause.exempt": 1,
        "released.cause.no-pathway": 4,
        "exits.transfer": 1,
        ...ofJourneys(none, 12, 3 / 12),
        ...ofWaits(50),
      },
    ],
    ["sector.el-paso", "family", families],
    ["sector.el-paso", "infants", families],
    ["system", "infants", families],
    [
      "system",
      "family",
      {
        ...families,
        arrivals: 9,
        eligible: 9,
        "enrolled.share": 5 / 9,
        released: 4,
        "released.cause.no-pathway": 4,
        ...ofJourneys(7, 12, 3 / 9),
      },
    ],
    ["system", "unaccompanied-child", { arrivals: 1, "exits.transfer": 1, ...ofJourneys(none, none, 0) }],
    [
      "system",
      "nationality.mex",
      { arrivals: 1, released: 1, "released.cause.nationality": 1, ...ofJourneys(none, none, 0) },
    ],
    [
      "system",
      "single-adult.nationality.gtm",
      { arrivals: 1, released: 1, "released.cause.exempt": 1, ...ofJourneys(none, none, 0) },
    ],
    [
      "system",
      "exemption.pregnant",
      {
        arrivals: 2,
        released: 2,
        "released.cause.nationality": 1,
        "released.cause.exempt": 1,
        ...ofJourneys(none, none, 0),
      },
    ],
    [
      "group.night",
      "",
      {
        arrivals: 5,
        eligible: 3,
        enrolled: 3,
        "enrolled.share": 1,
        "returned.first": 3,
        released: 2,
        "released.cause.nationality": 1,
        "released.cause.exempt": 1,
        ...ofJourneys(12, 12, 3 / 5),
        ...ofWaits(36),
      },
    ],
    ["city.ciudad-juarez", "", { "returned.first": 5, ...ofJourneys(12, 12, 3 / 5) }],
  ])("of %s %s", (place, kind, worked) => {
    const { "attempts.mean": attempts, ...figures } = figuresOf(place, kind);
    // Nobody tries again; of nationalities there are no waits by constraint.
    expect(attempts ?? 1).toBe(1);
    const { "waited.port-hours": _, ...ofNationality } = worked as Record<string, number>;
    expect(figures).toEqual(kind.includes("nationality") ? ofNationality : worked);
  });

  it("have names that go place, what, kind, cause", () => {
    const named = [
      "sector.tucson.released.family.cause.no-pathway",
      "system.released.family.nationality.gtm.cause.no-pathway",
    ];
    expect(named.map(measure)).toEqual([4, 4]);
    expect(measure("sector.tucson.enrolled.family.share")).toBe(0);
  });

  it("sum to their margins", () => {
    const waitedFor = [
      ...(["consent", "court-slot", "shelter", "limit", "port-hours"] as const),
      ...(["officer", "timetable", "seat", "agent", "custody"] as const),
    ];
    expect(waitedFor).toEqual(constraints);
    const sums = {
      ...Object.fromEntries(["arrivals", "eligible", "enrolled", "interviewed", "at-risk"].map((name) => [name, 0])),
    };
    fc.assert(
      fc.property(knobs, (given) => {
        const scenario = randomBorder(given);
        const { measure: value, blocked } = run(scenario);
        const all = new Groups(scenario);
        const listed = new Set(describeBorder(scenario).measures.map(({ name }) => name));
        const additive = everyFigure(scenario, [all.by({})])
          .filter(({ unit, name }) => /^(persons|cases|person-hours)$/.test(unit) && name.startsWith("system."))
          .map(({ name }) => name.slice("system.".length));
        const [sectors, kinds, codes] = [scenario.sectors, categories, nationalities].map((list) => [...list.keys()]);
        const of = (name: string, by: Parameters<Groups["by"]>[0]): number =>
          namedFigures(all.by(by), [name]).reduce((sum, one) => sum + (listed.has(one.name) ? value(one.name) : 0), 0);
        const over = (indices: readonly number[] | undefined, read: (index: number) => number): number =>
          indices!.reduce((sum, index) => sum + read(index), 0);
        for (const name of additive) {
          const total = of(name, {});
          if (name in sums) sums[name] = sums[name]! + total;
          expect(
            over(sectors, (sector) => of(name, { sector })),
            name,
          ).toBeCloseTo(total, 6);
          for (const category of kinds!) {
            const ofKind = of(name, { category });
            expect(
              over(sectors, (sector) => of(name, { sector, category })),
              name,
            ).toBeCloseTo(ofKind, 6);
            if (!name.startsWith("waited.") && !name.startsWith("displaced."))
              expect(
                over(codes, (nationality) => of(name, { nationality, category })),
                name,
              ).toBeCloseTo(ofKind, 6);
          }
          expect(
            over(kinds, (category) => of(name, { category })),
            name,
          ).toBeCloseTo(total, 6);
        }
        const cities = over([...scenario.cities.keys()], (index) =>
          value(`city.${scenario.cities[index]!.id}.returned.first`),
        );
        expect(cities).toBe(value("system.returned.first"));
        // Who is released has one cause, and every hour of waiting one constraint.
        const released = causes.reduce((sum, cause) => sum + value(`system.released.cause.${cause}`), 0);
        expect(released).toBe(value("system.released"));
        const waited = constraints.reduce((sum, constraint) => sum + value(`system.waited.${constraint}`), 0);
        expect(waited).toBeCloseTo(of("waited", {}), 6);
        for (const { id } of scenario.sectors)
          for (const one of waitedFor) expect(value(`sector.${id}.waited.${one}`)).toBeCloseTo(blocked(id, one)[0]!, 6);
      }),
      { seed: 20191122, numRuns: 6 },
    );
    expect(Math.min(...Object.values(sums))).toBeGreaterThan(0);
  });
});
