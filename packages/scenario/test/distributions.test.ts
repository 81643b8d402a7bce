import { describe, expect, it } from "vitest";
import { laws } from "../../engine/test/distribution/laws.ts";
import { distribution, distributionForms } from "../src/values/distribution.ts";
import { dimensions } from "../src/values/units.ts";

type Path = readonly (string | number)[];

/** What a reader makes of a written value: its distribution, or what it reports and where. */
function read(raw: unknown, dimension: keyof typeof dimensions = "duration", whole = false) {
  const reports: [string, string][] = [];
  const found = distribution(dimensions[dimension], { whole })(raw, (message: string, at: Path = []) => {
    reports.push([at.join("."), message]);
  });
  return { found, reports };
}

/** More of hours, each with its mean and its variance, by hand from the textbook. */
const ofHours = {
  uniform: [{ low: "1 h", high: "3 h" }, 2, 1 / 3],
  // A shape of 1 is the exponential.
  weibull: [{ scale: "2 h", shape: "1" }, 2, 4],
  truncated: [{ of: { exponential: { mean: "2 h" } }, low: "1 h" }, 3, 4],
  // 1 and 5 hours, 3 to 1: a mean of 2, and a square of 3/4 + 27/4 less none within.
  mixture: [
    [
      { share: "75 %", of: "1 h" },
      { share: { value: "25 %", source: "x" }, of: { discrete: { "5 h": "100 %" } } },
    ],
    2,
    3,
  ],
  shifted: [{ of: { exponential: { mean: "2 h" } }, by: "30 min" }, 2.5, 4],
} as const;

const ofPeople = {
  geometric: [{ mean: "2.5 people" }, 2.5, 3.75],
  discrete: [{ "1 people": "25 %", "2 people": "50 %", "3 people": "25 %" }, 2, 0.5],
  // Between 1 and 2, of a Poisson count with masses 1 : 0.5.
  // One alone, or families of three.
  mixture: [
    [
      { share: "50 %", of: "1 people" },
      { share: "50 %", of: { discrete: { "3 people": "100 %" } } },
    ],
    2,
    1,
  ],
  truncated: [{ of: { poisson: { mean: "1 people" } }, low: "1 people", high: "2 people" }, 4 / 3, 2 / 9],
} as const;

/** They may give nobody, so where there is somebody they are truncated; a time is no count. */
const counts = {
  poisson: [{ mean: "3 people" }, 3, 3],
  binomial: [{ trials: "4", probability: "50 %" }, 2, 1],
  negativeBinomial: [{ successes: "2", probability: "50 %" }, 2, 4],
} as const;

/** Names of distributions in what is written. */
function namesIn(written: unknown): string[] {
  if (typeof written !== "object" || written === null) return [];
  return Object.entries(written).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe("every distribution of the engine can be written", () => {
  it.each(laws.flatMap(({ written, ...law }) => (written ? [{ ...law, written }] : [])))(
    "$name",
    ({ distribution, written }) => {
      const { found, reports } = read(written, /\d (h|min)"/.test(JSON.stringify(written)) ? "duration" : "people");
      expect(reports).toEqual([]);
      expect(found!.mean).toBeCloseTo(distribution.mean, 9);
      expect(found!.variance).toBeCloseTo(distribution.variance, 9);
      for (const p of [0.01, 0.3, 0.5, 0.7, 0.99]) expect(found!.quantile(p)).toBeCloseTo(distribution.quantile(p), 9);
    },
  );
  it.each(Object.entries(ofHours))("of hours: %s", (name, [written, mean, variance]) => {
    const { found, reports } = read({ [name]: written });
    expect(reports).toEqual([]);
    expect(found!.mean).toBeCloseTo(mean, 6);
    expect(found!.variance).toBeCloseTo(variance, 6);
  });
  it.each(Object.entries(ofPeople))("of whole people, at least one: %s", (name, [written, mean, variance]) => {
    const { found, reports } = read({ [name]: written }, "people", true);
    expect(reports).toEqual([]);
    expect(found!.mean).toBeCloseTo(mean, 6);
    expect(found!.variance).toBeCloseTo(variance, 6);
  });
  it.each(Object.entries(counts))("of people, or nobody: %s", (name, [written, mean, variance]) => {
    const { found, reports } = read({ [name]: written }, "people");
    expect(reports).toEqual([]);
    expect(found!.mean).toBeCloseTo(mean, 9);
    expect(found!.variance).toBeCloseTo(variance, 9);
    expect(read({ [name]: written }, "people", true).reports).toEqual([
      ["", "must not be below 1 (may be 0): leave that out by { truncated: { of: …, low: …, high: … } }"],
    ]);
    expect(read({ [name]: written }).reports[0]?.[1]).toMatch(/^must be a distribution: exponential, /);
  });
  it("and each stands above", () => {
    const shown = new Set([...laws.flatMap(({ written }) => namesIn(written)), ...Object.keys(ofHours)]);
    expect(distributionForms.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe("what cannot be is told where it stands", () => {
  it.each([
    ["nobody", "0 people", true, [["", "must not be below 1 (got 0 people)"]]],
    ["just somebody", "1 people", true, []],
    [
      "a share of nobody",
      { discrete: { "0 people": "1 %", "1 people": "99 %" } },
      true,
      [["", expect.stringMatching(/^must not be below 1 \(may be 0\)/)]],
    ],
    [
      "a name with a slip",
      { discreet: { "1 people": "100 %" } },
      true,
      [
        [
          "discreet",
          expect.stringMatching(
            /^must be a distribution of whole numbers: geometric, .* \(did you mean "discrete"\?\)$/,
          ),
        ],
      ],
    ],
    [
      "a parameter with a slip, and not that it is missing",
      { geometric: { meen: "2 people" } },
      true,
      [["geometric.meen", 'is not a known setting (did you mean "mean"?)']],
    ],
    [
      "a parameter that is missing",
      { uniform: { low: "2 people" } },
      false,
      [["uniform.high", "must be a whole number of people, for example 700 people (got nothing)"]],
    ],
    [
      "an end with a slip",
      { truncated: { of: { geometric: { mean: "2 people" } }, hihg: "5 people" } },
      true,
      [["truncated.hihg", 'is not a known setting (did you mean "high"?)']],
    ],
    ["something else", { geometric: "2 people" }, true, [["geometric", "must be a map of mean (got 2 people)"]]],
    [
      "a value where a list is meant",
      { empirical: "2 people" },
      false,
      [["empirical", "must be a list of values (got 2 people)"]],
    ],
    [
      "a law that would take a table without end",
      { negativeBinomial: { successes: "0.001", probability: "0.09 %" } },
      false,
      [["negativeBinomial", "probability must be at least 0.1 % (got 0.09 %)"]],
    ],
    [
      "too few values",
      { empirical: ["2 people"] },
      false,
      [["empirical", "sample must have at least two values (got 1)"]],
    ],
    [
      "a part of a mixture without its share, another of no distribution, and shares of a half",
      { mixture: [{ of: "2 people" }, { share: "50 %", of: { geometrical: {} } }] },
      true,
      [
        ["mixture.0.share", "must be a share from 0 % to 100 % (got nothing)"],
        ["mixture.1.of.geometrical", expect.stringContaining('did you mean "geometric"?')],
      ],
    ],
    [
      "parts of a mixture that are not all",
      { mixture: [{ share: "50 %", of: "2 people" }] },
      true,
      [["mixture", "must have shares that sum to 100 % (got 50 %)"]],
    ],
    [
      "one part in place of a list",
      { mixture: { share: "1 %" } },
      true,
      [["mixture", expect.stringMatching(/^must be a list/)]],
    ],
    [
      "fractions among whole numbers",
      { scaled: { of: "2 people", by: "0.5" } },
      true,
      [["scaled", expect.any(String)]],
    ],
    [
      "shares a thousandth short",
      { discrete: { "1 people": "99.9 %" } },
      true,
      [["discrete", "must have shares that sum to 100 % (got 99.9 %)"]],
    ],
  ])("%s", (_, raw, whole, reports) => {
    expect(read(raw, "people", whole).reports).toEqual(reports);
  });
  it("a part of a case, where the mean of some may be one", () => {
    const must = "must be a whole number of cases, for example 2 cases (got 2.5 cases)";
    expect(read("2.5 cases", "cases", true).reports).toEqual([["", must]]);
    expect(read({ discrete: { "2.5 cases": "100 %" } }, "cases", true).reports).toEqual([["discrete.2.5 cases", must]]);
    expect(read({ geometric: { mean: "2.5 cases" } }, "cases", true).reports).toEqual([]);
  });
  it("a normal time that may be below nothing", () => {
    const { reports } = read({ normal: { mean: "2 h", sd: "1 h" } });
    expect(reports).toEqual([
      ["", expect.stringMatching(/^must not be below 0 \(may be -6\.2\d\): leave that out by/)],
    ]);
    expect(read({ truncated: { of: { normal: { mean: "2 h", sd: "1 h" } }, low: "0 h" } }).reports).toEqual([]);
  });
});
