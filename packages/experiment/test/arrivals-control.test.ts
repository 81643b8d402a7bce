import { type BorderParameters, describeBorder, simulateBorder } from "@mpp-sim/border";
import { type Answer, loadScenario } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { answerOf, arrivalsControl, comparePolicies, estimateMean } from "../src/index.ts";

function parametersOf(text: string) {
  const { scenario } = loadScenario("x.yaml", { read: (file) => ({ file, text }) });
  return scenario!.parameters;
}
const described = (parameters: BorderParameters) => describeBorder(parameters).measures.map(({ name }) => name);
/** A week of the small border, with large groups. */
const week = smallBorder
  .replace("to: 2018-10-31", "to: 2018-10-07")
  .replace(
    "      categories:\n",
    "      large: { category: family, rate: 10/month, persons: 30 people }\n      categories:\n",
  );

describe("arrivals as a control", () => {
  it("are those of the people whom a measure counts", () => {
    const parameters = parametersOf(smallBorder);
    // 8 single adults and 16 in families a day, for 31 days.
    expect(arrivalsControl(parameters, "sector.el-paso.released.family.cause.no-seat")).toEqual({
      name: "sector.el-paso.arrivals.family",
      expected: expect.closeTo(496, 6),
    });
    expect(arrivalsControl(parameters, "system.returned.first")).toEqual({
      name: "system.arrivals",
      expected: expect.closeTo(744, 6),
    });
    expect(arrivalsControl(parameters, "limit.el-paso.days-binding")).toBeUndefined();
  });

  it("have no known mean where people try again, or come at given moments", () => {
    const parameters = parametersOf(smallBorder);
    const scripted = { ...parameters, scripted: [{ at: 0, sector: 0, cases: [] }] };
    const again = { ...parameters, tryAgain: {} } as typeof parameters;
    expect([scripted, again].map((one) => arrivalsControl(one, "system.released"))).toEqual([undefined, undefined]);
  });

  it("are as many as are expected, over many replications, large groups among them", () => {
    const parameters = parametersOf(week);
    const { name, expected } = arrivalsControl(parameters, "sector.el-paso.released.family")!;
    expect(parameters.sectors[0]!.arrivals.some(({ large }) => large !== undefined)).toBe(true);
    const values = Array.from({ length: 40 }, (_, replication) => {
      const { measures, catalogue } = {
        catalogue: described(parameters),
        ...simulateBorder(parameters, { seed: "a", replication }),
      };
      return measures[catalogue.indexOf(name)]!;
    });
    const { mean, halfWidth } = estimateMean(values, 0.99);
    expect(expected).toBeCloseTo(16 * 7, 6);
    expect(Math.abs(mean! - expected)).toBeLessThan(halfWidth!);
  });
});

it("a difference that goes with arrivals is known better by them, worked out by hand", () => {
  // The difference is a tenth of arrivals, but for -1, 1, 1, -1, which goes with neither: the slope is 0.1.
  const came = [90, 100, 110, 120];
  const rest = [-1, 1, 1, -1];
  const base = [5, 9, 4, 8];
  const own = base.map((value, at) => value + came[at]! / 10 + rest[at]!);
  const control = { name: "arrivals", expected: 100, values: [came, came] };
  const policies = [
    { name: "a", values: [base] },
    { name: "b", values: [own] },
  ];
  const [measure] = comparePolicies([{ name: "x", unit: "persons" }], policies, [control]);
  const { controlled, varianceRatio, mean } = measure!.differences[1]!;
  expect(mean).toBeCloseTo(10.5, 12);
  // Five more came than expected on average, which is half a person of the difference.
  expect(controlled).toMatchObject({ by: "arrivals", n: 4, mean: expect.closeTo(10, 12) });
  // Left: squares of 4 with 2 degrees of freedom, 2; before: 500 / 100 / 3 + 4 / 3 = 3.
  expect(controlled!.varianceRatio! / varianceRatio!).toBeCloseTo(2 / 3, 12);
  const others = { ...control, values: [came, [90, 100, 110, 121]] };
  const [apart] = comparePolicies([{ name: "x", unit: "persons" }], policies, [others]);
  expect(apart!.differences[1]).not.toHaveProperty("controlled");
  const short = { ...control, values: [came.slice(1), came] };
  expect(comparePolicies([{ name: "x", unit: "persons" }], policies, [short])[0]!.differences[1]).not.toHaveProperty(
    "controlled",
  );
});

it("an answer tells what the same people are worth", () => {
  const came = [90, 100, 110, 120];
  const against = [5, 9, 4, 8];
  const own = against.map((value, at) => value + came[at]! / 10 + [-1, 1, 1, -1][at]!);
  const asked: Answer = {
    measure: "x",
    counts: "X",
    claim: "higher",
    against: { kind: "settings", set: [] },
    label: "without",
    matters: 0.05,
    assumptions: [],
  };
  const control = { name: "arrivals", expected: 100, values: [came, came] };
  const { pairing } = answerOf({ asked, unit: "persons", ranges: 0, base: { own, against }, trials: [], control });
  const [compared] = comparePolicies(
    [{ name: "x", unit: "persons" }],
    [
      { name: "without", values: [against] },
      { name: "own", values: [own] },
    ],
    [control],
  );
  const { varianceRatio, controlled } = compared!.differences[1]!;
  expect(pairing).toEqual({ varianceRatio, controlled });
  expect(controlled?.by).toBe("arrivals");
});
