import { describe, expect, it } from "vitest";
import { head, loadText, messages } from "./read-scenarios.ts";

describe("trying again", () => {
  it("is off in the base", () => {
    expect(loadText(head).scenario!.parameters.tryAgain).toBeUndefined();
  });

  it("has attempts, a delay, and weights by the sector of the last", () => {
    const { scenario } = loadText(
      `${head}tryAgain: { most: 3, delay: 10 days, through: { tucson: { yuma: 3, tucson: 9, el-paso: 1 } } }`,
    );
    expect(scenario).toBeUndefined();
    const loaded = loadText(
      `${head}tryAgain: { most: 3, delay: 10 days, through: { tucson: { yuma: 3, tucson: 9, el-paso: 1 }, default: { tucson: 1 } } }`,
    );
    const { sectors, tryAgain } = loaded.scenario!.parameters;
    const index = (name: string): number => sectors.findIndex(({ id }) => id === name);
    expect([tryAgain?.mostAttempts, tryAgain?.delay.mean]).toEqual([3, 240]);
    const weights = tryAgain!.through![index("tucson")]!;
    expect([weights[index("yuma")], weights[index("el-paso")], weights[index("tucson")]]).toEqual([3, 1, 0]);
    expect(tryAgain!.through![index("laredo")]![index("tucson")]).toBe(1);
  });

  it.each([
    ["tryAgain: { most: 300 }", ["scenarios/x.yaml:4:13 tryAgain.most must be at most 100 attempts (got 300)"]],
    [
      "tryAgain: { most: 2, through: { tucsn: { yuma: 1 }, default: { tucson: 1, yuma: 1, elpaso: 2 } } }",
      [
        'scenarios/x.yaml:4:33 tryAgain.through.tucsn must be a sector that is defined (got "tucsn") (did you mean "tucson"?)',
        'scenarios/x.yaml:4:84 tryAgain.through.default.elpaso must be a sector that is defined (got "elpaso") (did you mean "el-paso"?)',
      ],
    ],
    [
      // The same where nobody tries again, and on a date after the end.
      "tryAgain: { through: { default: { tucson: 50, el-pso: 5 } } }",
      [
        'scenarios/x.yaml:4:47 tryAgain.through.default.el-pso must be a sector that is defined (got "el-pso") (did you mean "el-paso"?)',
      ],
    ],
    [
      "tryAgain: { through: { before: { default: { tucson: 1, yuma: 1 } }, 2029-01-01: { yma: { tucson: 1 } } } }",
      [
        'scenarios/x.yaml:4:83 tryAgain.through.2029-01-01.yma must be a sector that is defined (got "yma") (did you mean "yuma"?)',
      ],
    ],
    [
      "tryAgain: { most: 2, through: { default: { tucson: 1 } } }",
      ["scenarios/x.yaml:4:22 tryAgain.through must lead from tucson to another sector, or have a default that does"],
    ],
  ])("%s", (text, expected) => {
    expect(messages(loadText(`${head}${text}`))).toEqual(expected);
  });
});

/** Nogales opens: under the base policy it is closed. */
const nogales = `${head}
returnPoints: { nogales: { sector: tucson, city: nogales-son, court: el-paso } }
cities: { nogales-son: { shelters: { beds: 500 people } } }
sectors: { tucson: { pathways: [{ points: { nogales: 0 h } }] } }
`;
const displacement = (settings: string): string =>
  `${nogales}displacement: { ${settings}, reference: { returnPoints.nogales.open: no } }`;

describe("displacement", () => {
  it("is off in the base, and without weight on anything", () => {
    expect(loadText(head).scenario!.parameters.displacement).toBeUndefined();
    expect(loadText(displacement("sensitivity: 0")).scenario!.parameters.displacement).toBeUndefined();
  });

  it("compares with the base policy: the same people and places, but for the settings named", () => {
    const { parameters } = loadText(displacement("sensitivity: 0.5, lag: 36 h, outside: 10 %")).scenario!;
    const { reference, ...settings } = parameters.displacement!;
    expect(settings).toEqual({ sensitivity: 0.5, exposure: 0, outsideShare: 0.1, lagDays: 2, smoothingDays: 14 });
    const opens = ({ returnPoints }: typeof reference): readonly unknown[] =>
      returnPoints.filter(({ id }) => id === "nogales").map(({ open }) => open.map(({ value }) => value));
    expect(opens(parameters)).toEqual([[true]]);
    expect(opens(reference)).toEqual([[false]]);
    expect(JSON.stringify(reference.sectors)).toBe(JSON.stringify(parameters.sectors));
    expect(reference.displacement).toBeUndefined();
  });

  it("can be on in one variant alone, against the variant with the settings of the base policy", () => {
    const reference = "reference: { returnPoints.nogales.open: no }";
    const { variants } = loadText(
      `${nogales}variants: { moves: { displacement: { sensitivity: 1, ${reference} }, cities: { nogales-son: { shelters: { beds: 7 people } } } } }`,
    ).scenario!;
    const [base, moves] = ["base", "moves"].map(
      (name) => variants.find((one) => one.name === name)!.scenario.parameters,
    );
    expect(base!.displacement).toBeUndefined();
    expect(moves!.displacement!.reference.cities).toEqual(moves!.cities);
    expect(moves!.displacement!.reference.returnPoints).not.toEqual(moves!.returnPoints);
  });

  it("warns, in the notes too, where the response may swing between sectors", () => {
    // Elsewhere at least 3 % are exempt, and 15 % are not put in the programme: 9 × 0.97 × 0.85.
    const swinging = loadText(displacement("sensitivity: 9"));
    expect(messages(swinging)).toEqual([
      "scenarios/x.yaml:8:17 warning: displacement.sensitivity may make people swing between sectors: with a lag of 21 days and a smoothing of 14 days the response comes to rest up to a gain of 1.74, and this one may reach 7.42",
    ]);
    expect(swinging.scenario!.notes.at(-1)).toContain("The sensitivity of displacement may make people swing");
    expect(messages(loadText(displacement("sensitivity: 1")))).toEqual([]);
  });

  it.each([
    [
      "sensitivity: 1",
      [
        "scenarios/x.yaml:4:1 displacement must have a reference: the settings of the base policy, which the counts were made under",
      ],
    ],
    [
      "exposure: 0.01/day, outside: 100 %, reference: { returnPoints.laredo.open: no }",
      ["scenarios/x.yaml:4:37 displacement.outside must be below 100 %, or nobody comes (got 100 %)"],
    ],
    [
      "sensitivity: 1, reference: { period.from: 2019-01-01, sectors.tucson.arrivals.rows: Yuma, buses.night.seats: 5 }",
      [
        "scenarios/x.yaml:4:46 displacement.reference.period.from must be a setting of a place that is defined, other than arrivals, for example buses.tucson-el-paso.inService",
      ],
    ],
    [
      "sensitivity: 1, reference: { returnPoints.laredo.opn: no }",
      [
        'scenarios/x.yaml:4:46 displacement.reference.returnPoints.laredo.opn is not a known setting (did you mean "returnPoints.laredo.open"?)',
      ],
    ],
  ])("%s", (settings, expected) => {
    const found = messages(loadText(`${head}displacement: { ${settings} }`));
    expect(found.length).toBeGreaterThanOrEqual(expected.length);
    for (const [index, message] of expected.entries()) expect(found[index]).toContain(message);
  });
});

describe("a policy that sets a setting to what it is", () => {
  it("changes no byte: the model is given the same", () => {
    const inert = `policy:
  - { on: 2019-06-01, set: { returnLimits.san-ysidro.limit: 120/day, sectors.yuma.eligibility.returnable: [GTM, HND, SLV, NIC, ECU, CUB, VEN, PER] } }
  - { on: 2019-07-01, resume: hearings }
`;
    const [inertly, without] = [inert, ""].map((policy) => loadText(`${head}${policy}`).scenario!.parameters);
    expect(JSON.stringify(inertly!.sectors)).toBe(JSON.stringify(without!.sectors));
    expect(inertly!.returnLimits).toEqual(without!.returnLimits);
    expect(inertly!.courts).toEqual(without!.courts);
  });
});
