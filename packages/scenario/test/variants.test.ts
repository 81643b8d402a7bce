import { describe, expect, it } from "vitest";
import type { Scenario, Variant } from "../src/index.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

/** Each what `variants` holds and its exact messages. `variants:` is on line 4. */
const faults: readonly (readonly [string, string, readonly string[]])[] = [
  ["no map", "variants: [two]", ["scenarios/x.yaml:4:1 variants must be a map of variants by name (got a list)"]],
  [
    "a name with capitals",
    "variants:\n  Two: {}",
    ["scenarios/x.yaml:5:3 variants.Two must be named in small letters, digits and hyphens, for example two-buses"],
  ],
  [
    "a variant that is no map",
    "variants:\n  two: 2",
    ["scenarios/x.yaml:5:3 variants.two must be a map of settings (got 2)"],
  ],
  [
    "a section that is not known",
    "variants:\n  two: { busses: {} }",
    ['scenarios/x.yaml:5:10 variants.two.busses is not a known setting (did you mean "buses"?)'],
  ],
  [
    "what is the same in every variant",
    "variants:\n  two:\n    period: { to: 2019-12-31 }\n    experiment: { seed: b }\n    variants: {}",
    [
      "scenarios/x.yaml:6:5 variants.two.period must be written outside variants, because it is the same in all",
      "scenarios/x.yaml:7:5 variants.two.experiment must be written outside variants, because it is the same in all",
      "scenarios/x.yaml:8:5 variants.two.variants must be written outside variants, because it is the same in all",
    ],
  ],
  [
    "another policy under the name of the scenario as written",
    "variants:\n  base: { label: as is, cities: {} }",
    [
      "scenarios/x.yaml:5:25 variants.base.cities must be written outside variants, because base is the scenario as written",
    ],
  ],
  [
    "an unknown setting below, with its variant",
    "variants:\n  big: { sectors: { el-paso: { custody: { capacty: 700 people } } } }",
    [
      'scenarios/x.yaml:5:43 variants.big.sectors.el-paso.custody.capacty is not a known setting (did you mean "capacity"?)',
    ],
  ],
  [
    "a misspelt place",
    "variants:\n  big: { sectors: { tucsn: { custody: { capacity: 5 people } } } }",
    [
      'scenarios/x.yaml:5:21 variants.big.sectors.tucsn is not in the base and not complete in itself: timeZone must be given (did you mean "tucson"?)',
    ],
  ],
  [
    "a reference that only the variant breaks, told at the variant that first does",
    "variants:\n  a: { returnLimits: { el-paso: { through: [paso-del-norte, laredo] } } }\n  b: { policy: [{ on: 2020-01-01, close: lardo }] }",
    [
      'scenarios/x.yaml:6:35 variants.b.policy[0].close must be a return point that is defined (got "lardo") (did you mean "laredo"?)',
    ],
  ],
  [
    "settings that do not hold together",
    "variants:\n  a: { returnLimits: { el-paso: { through: [paso-del-norte, laredo] } } }",
    [
      "scenarios/x.yaml:5:35 variants.a.returnLimits.el-paso.through must name return points of one time zone, because its day ends at one midnight (got America/Denver and America/Chicago)",
    ],
  ],
  [
    "a fault of the scenario itself, told once",
    "interviews: { el-paso: { claim: 130 % } }\nvariants: { a: {}, b: {} }",
    ["scenarios/x.yaml:4:26 interviews.el-paso.claim must be a share from 0 % to 100 % (got 130 %)"],
  ],
  [
    "rungs that are none, or of two ladders",
    "variants:\n  a: { at: many }\n  b: { at: 5 seats }\n  c: { at: 5 }",
    [
      'scenarios/x.yaml:5:8 variants.a.at must be a number, alone or with a unit, for example 50 seats (got "many")',
      "scenarios/x.yaml:7:8 variants.c.at must have the unit of b, seats (got none)",
    ],
  ],
  [
    "a reference that is not defined",
    "experiment: { reference: to }\nvariants: { two: {} }",
    ['scenarios/x.yaml:4:15 experiment.reference must be a variant that is defined (got "to") (did you mean "two"?)'],
  ],
  [
    "a measure asked for besides that no variant reports",
    "focus: { also: [system.released.familly] }\nvariants: { two: {} }",
    [
      'scenarios/x.yaml:4:17 focus.also[0] must be a measure of this scenario, as `mpp show FILE --measures` lists them (got "system.released.familly") (did you mean "system.released.family"?)',
    ],
  ],
  [
    "a measure that no variant reports",
    "focus: { measures: [system.released, system.relesed] }\nvariants: { two: {} }",
    [
      'scenarios/x.yaml:4:38 focus.measures[1] must be a measure of this scenario, as `mpp show FILE --measures` lists them (got "system.relesed") (did you mean "system.released"?)',
    ],
  ],
];

describe("a ladder whose rungs do not make a curve", () => {
  const rungs = (text: string) => messages(loadText(`${head}variants: { ${text} }`));

  it("says so where one is missing, also of the scenario as written", () => {
    expect(rungs("a: { at: 5 seats }, b: {}")).toEqual([
      "scenarios/x.yaml:4:1 warning: variants.base.at must be given, as of a, for a curve over all variants (got nothing): none is drawn",
      "scenarios/x.yaml:4:33 warning: variants.b.at must be given, as of a, for a curve over all variants (got nothing): none is drawn",
    ]);
    expect(rungs("a: {}, b: {}")).toEqual([]);
  });

  it("says so where one appears twice", () => {
    expect(rungs("base: { at: 1 seats }, a: { at: 5 seats }, b: { at: 5 seats }, c: { at: 6 seats }")).toEqual([
      "scenarios/x.yaml:4:61 warning: variants.b.at must be another than that of a, or both stand at one place of the curve (got 5)",
    ]);
  });
});

describe("variants that do not hold together say so, each fault once, at its place and with its variant", () => {
  it.each(faults)("%s", (_, text, expected) => {
    const loaded = loadText(head + text);
    expect(messages(loaded)).toEqual(expected);
    expect(loaded.scenario).toBeUndefined();
  });
});

describe("variants", () => {
  const load = (text: string, options?: Parameters<typeof loadText>[1], more?: Readonly<Record<string, string>>) => {
    const loaded = loadText(text, options, more);
    expect(messages(loaded)).toEqual([]);
    return loaded.scenario!;
  };
  const written = `${head}sectors: { tucson: { custody: { capacity: 50 people } } }\n`;
  const tucson = ({ scenario }: Variant) => scenario.parameters.sectors.find(({ id }) => id === "tucson")!;
  const capacities = ({ variants }: Scenario): number[] =>
    variants.map((variant) => tucson(variant).custody.capacity[0]!.value);

  it("are read only if they are wanted, where somebody says which; those that are stay as they were", () => {
    const text = `${written}focus: { measures: [limit.second.days-binding] }
variants:
  less: { sectors: { tucson: { custody: { capacity: 25 people } } } }
  more: { returnLimits: { second: { through: [paso-del-norte], limit: 5/day } } }
`;
    const all = load(text);
    const wanted = (...variants: readonly string[]) => load(text, { variants }).variants.map(({ name }) => name);
    expect([wanted(), wanted("more", "base"), wanted("none")]).toEqual([["base"], ["base", "more"], ["base"]]);
    const kept = load(text, { variants: ["more"] }).variants[1]!;
    expect(kept.scenario.resolved).toBe(all.variants[2]!.scenario.resolved);
    expect(JSON.stringify(kept)).toBe(JSON.stringify(all.variants[2]));
  });

  it("lie over the scenario as written, which is base and comes first unless the file places it", () => {
    const text = `${written}variants:
  less: { label: half a room, because: the annex is shut, at: 25 people, sectors: { tucson: { custody: { capacity: 25 people } } } }
  more: { sectors: { tucson: { custody: { capacity: 75 people } } } }
`;
    // Not all have a rung, which is a warning.
    const first = loadText(text).scenario!;
    expect(first.variants.map(({ scenario: _, ...variant }) => variant)).toEqual([
      { name: "base", label: "base", because: "" },
      { name: "less", label: "half a room", because: "the annex is shut", at: { value: 25, unit: "people" } },
      { name: "more", label: "more", because: "" },
    ]);
    expect(capacities(first)).toEqual([50, 25, 75]);
    expect(first.experiment.reference).toBe("base");
    const placed = loadText(`${text}  base: { label: one bus }\n`).scenario!;
    expect(placed.variants.map(({ label }) => label)).toEqual(["half a room", "more", "one bus"]);
  });

  it("leave the scenario as it is without them", () => {
    expect(load(`${head}experiment: { reference: base }\n`).variants).toEqual([]);
    const without = load(written);
    const { variants, ...withThem } = load(`${written}variants: { same: {} }\n`);
    expect(without.variants).toEqual([]);
    // Distributions hold functions, so parameters are compared as text.
    const text = (scenario: object): string => JSON.stringify(scenario);
    expect(text(withThem.parameters)).toBe(text(without.parameters));
    expect(variants.map(({ scenario }) => text(scenario.parameters))).toEqual(Array(2).fill(text(without.parameters)));
    expect(variants.map(({ scenario }) => scenario.resolved)).toEqual(Array(2).fill(without.resolved));
    expect(withThem.resolved).toBe(`${without.resolved}variants:\n  same: {}\n`);
    expect(withThem.sourced).toEqual(without.sourced);
  });

  it("append to the policy, and defaults of theirs reach every place", () => {
    const { variants } = load(`${head}policy: [{ on: 2019-12-01, close: laredo }]
variants:
  shut: { policy: [{ on: 2019-12-05, open: laredo }], defaults: { cities: { shelters: { acceptance: 77 % } } } }
`);
    const [base, shut] = variants.map(({ scenario }) => scenario.parameters);
    const changes = (parameters = base) => parameters!.returnPoints.find(({ id }) => id === "laredo")!.open.length;
    expect(changes(shut)).toBe(changes(base) + 1);
    expect(Math.max(...shut!.cities.map(({ acceptance }) => acceptance))).toBe(0.77);
    expect(Math.max(...base!.cities.map(({ acceptance }) => acceptance))).toBeLessThan(0.77);
  });

  it("are inherited, changed and added to by a file that builds on the file; another reference may be named", () => {
    const below = `${written}variants: { less: { label: fewer, sectors: { tucson: { custody: { capacity: 25 people, limit: 48 h } } } } }\n`;
    const above = `mpp: 1
name: y
extends: ./below.yaml
experiment: { reference: less }
variants:
  less: { sectors: { tucson: { custody: { capacity: 30 people } } } }
  more: { sectors: { tucson: { custody: { capacity: 75 people } } } }
`;
    const scenario = load(above, {}, { "scenarios/below.yaml": below });
    expect(scenario.variants.map(({ name, label }) => [name, label])).toEqual([
      ["base", "base"],
      ["less", "fewer"],
      ["more", "more"],
    ]);
    expect(capacities(scenario)).toEqual([50, 30, 75]);
    expect(tucson(scenario.variants[1]!).custody.limitHours).toBe(48);
    expect(scenario.experiment.reference).toBe("less");
  });

  it("what is set from outside is as if written in the file: variants that say otherwise keep their own", () => {
    const text = `${written}variants: { more: { sectors: { tucson: { custody: { capacity: 75 people } } } }, other: {} }\n`;
    const set = [{ path: "sectors.tucson.custody.capacity", value: "40 people" }];
    expect(capacities(load(text, { set }))).toEqual([40, 75, 40]);
    const within = [{ path: "variants.more.sectors.tucson.custody.capacity", value: "80 people" }];
    expect(capacities(load(text, { set: within }))).toEqual([50, 80, 50]);
  });

  it("name the sources of their own values", () => {
    const { sourced } = load(
      `${written}variants: { more: { sectors: { tucson: { custody: { capacity: { value: 75 people, source: assumption, range: [60 people, 80 people] } } } } } }\n`,
    );
    expect(sourced.filter(({ path }) => path.startsWith("variants."))).toMatchObject([
      {
        path: "variants.more.sectors.tucson.custody.capacity",
        text: "75 people",
        range: "60 people to 80 people",
        origin: "scenarios/x.yaml:5",
      },
    ]);
  });
});
