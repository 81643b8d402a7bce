import { describe, expect, it } from "vitest";
import {
  always,
  type CaseStory,
  describeBorder,
  followCase,
  type SectorParameters,
  type StoryEvent,
  simulateBorder,
} from "../src/index.ts";
import {
  border,
  city,
  clockHours,
  court,
  familyOf,
  group,
  many,
  moment,
  onFoot,
  returnLimit,
  returnPoint,
  sector,
  startOn,
} from "./parameters.ts";
import { tucson, tucsonElPaso } from "./tucson-el-paso.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const at = (hour: string): number => moment(denver, `2019-07-10 ${hour}`);

/** El Paso alone, three places a day (those who do not fit are passed over), the port from 08:00 to 16:00, 24 hours of custody; two adults at 09:00, a family of three at 10:00, two adults at 11:00. */
const parameters = border(start, 3, {
  sectors: [
    sector("el-paso", {
      zone: denver,
      pathways: [onFoot(0, 0)],
      custody: {
        capacity: always(1000),
        whenFull: "crowd",
        limitHours: 24,
        atLimit: ["release", "release", "release"],
      },
    }),
  ],
  returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver, hours: clockHours(8, 16) })],
  returnLimits: [returnLimit("el-paso", { through: [0], zone: denver, perDay: always(3), fit: "skip" })],
  cities: [city("ciudad-juarez", { zone: denver })],
  courts: [court("el-paso", { zone: denver })],
  scripted: [group(at("09:00"), 0, many(2)), group(at("10:00"), 0, [familyOf(3)]), group(at("11:00"), 0, many(2))],
});
const follow = (which: Parameters<typeof followCase>[1]["which"]): CaseStory =>
  followCase(parameters, { seed: "test", replication: 0, which });
const events = (story: CaseStory): readonly (readonly [number, StoryEvent])[] =>
  story.found ? story.entries.map(({ at, what }) => [at, what]) : [];

describe("the story of a case", () => {
  it("tells where it was, what it waited for with whom ahead, and how it left", () => {
    // Two places are used at 09:00; the family of three does not fit, the first adult at 11:00 takes the third place.
    const limit = [{ id: "el-paso", used: 3, perDay: 3 }];
    expect(events(follow({ number: 5 }))).toEqual([
      [
        at("11:00"),
        {
          kind: "apprehended",
          sector: "el-paso",
          category: "single-adult",
          nationality: "GTM",
          persons: 1,
          attempt: 1,
        },
      ],
      [at("11:00"), { kind: "moved", to: "custody", place: "el-paso" }],
      [at("11:00"), { kind: "processed" }],
      [at("11:00"), { kind: "enrolled", hub: "el-paso" }],
      [at("11:00"), { kind: "waits", for: ["limit"], ahead: 3, limits: limit }],
      [at("16:00"), { kind: "waits", for: ["limit", "port-hours"], ahead: 3, limits: limit }],
      // The places of the new day do not reach it behind the family, which crosses at 08:00 and takes all three.
      [at("08:00") + 24, { kind: "waits", for: ["limit"], ahead: 0, limits: limit }],
      [at("11:00") + 24, { kind: "out", by: "release", cause: "no-limit" }],
    ]);
  });

  it("tells what happens on arrival where the bus arrives", () => {
    // Caught at 07:30 in Tucson, on the bus from 08:00 to 12:00, where it is 13:00; the limit of two hours passes on the road.
    const limited: Partial<SectorParameters> = {
      custody: {
        capacity: always(1000),
        whenFull: "crowd",
        limitHours: 2,
        atLimit: ["release", "release", "release"],
      },
    };
    const scripted = [group(moment(start.phoenix, "2019-07-10 07:30"), tucson, many(1))];
    const story = followCase(tucsonElPaso(start, 3, { tucson: limited, scripted }), {
      seed: "test",
      replication: 0,
      which: { number: 1 },
    });
    const told = story.found ? story.entries.slice(-2).map(({ at, place, zone, what }) => [at, place, zone, what]) : [];
    expect(told).toEqual([
      [
        moment(denver, "2019-07-10 09:00"),
        "tucson",
        start.phoenix,
        { kind: "moved", to: "bus", place: "tucson-el-paso" },
      ],
      [moment(denver, "2019-07-10 13:00"), "el-paso", denver, { kind: "out", by: "release", cause: "time-limit" }],
    ]);
  });

  it("is that of the run itself, event for event", () => {
    const { measures } = simulateBorder(parameters, { seed: "test", replication: 0 });
    const names = describeBorder(parameters).measures.map(({ name }) => name);
    const stories = [1, 2, 3, 4, 5].map((number) => events(follow({ number })).map(([, { kind }]) => kind));
    const persons = [1, 1, 3, 1, 1];
    const told = (kind: string): number =>
      persons.filter((_, index) => stories[index]!.includes(kind as never)).reduce((sum, size) => sum + size, 0);
    expect(told("crossed")).toBe(measures[names.indexOf("system.returned.first")]);
    expect(told("out")).toBe(measures[names.indexOf("system.released")]);
    expect(told("period-ends")).toBe(measures[names.indexOf("system.present.end")]);
  });

  it("finds the first case released for a cause, and says how many cases there are when there is none", () => {
    expect(events(follow({ releasedFor: "no-limit" }))[0]?.[0]).toBe(at("11:00"));
    expect(follow({ releasedFor: "no-seat" })).toEqual({ found: false, cases: 5 });
    expect(events(follow({ releasedFor: "no-limit", sector: 0 }))[0]?.[0]).toBe(at("11:00"));
    expect(follow({ releasedFor: "no-limit", sector: 1 })).toEqual({ found: false, cases: 5 });
    expect(follow({ number: 6 })).toEqual({ found: false, cases: 5 });
    expect(() => follow({ number: 0 })).toThrow("number must be a whole number from 1, got 0");
  });
});
