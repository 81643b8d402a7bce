import {
  binomial,
  type Distribution,
  discrete,
  empirical,
  erlang,
  exponential,
  fixed,
  gamma,
  geometric,
  lognormal,
  mixture,
  negativeBinomial,
  normal,
  poisson,
  scaled,
  shifted,
  triangular,
  truncated,
  uniform,
  weibull,
} from "../../src/index.ts";
import { normalShare } from "../support/normal-share.ts";

/** A distribution of certain parameters, and what is known of it apart from the code. */
export interface Law {
  readonly name: string;
  readonly distribution: Distribution;
  /** Moments by the textbook's formula, worked out apart from the code. */
  readonly mean: number;
  readonly variance: number;
  /** Share of draws at most x. */
  readonly share: (x: number) => number;
  readonly kind: "continuous" | "stepped";
  /** As a scenario writes it, of hours; what gives nobody and never a fraction, of people. */
  readonly written?: Readonly<Record<string, unknown>>;
}

function stepShare(values: readonly number[], weights: readonly number[]): (x: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (x) => weights.reduce((sum, weight, i) => (values[i]! <= x ? sum + weight / total : sum), 0);
}

/** Share up to x of a law on 0, 1, 2 … whose masses follow from the first by their ratio. */
function countShare(first: number, ratio: (k: number) => number): (x: number) => number {
  return (x) => {
    let [mass, sum] = [first, x >= 0 ? first : 0];
    for (let k = 0; k + 1 <= x; k++) {
      mass *= ratio(k);
      sum += mass;
    }
    return sum;
  };
}

/** Of a normal of mean 1 and standard deviation 2, what lies from 0 up. */
const positive = normalShare(0.5);
const hazard = Math.exp(-0.125) / Math.sqrt(2 * Math.PI) / positive;

/** Of a lognormal of mean 2 and cv 0.5: sigma squared is log 1.25, mu is log 2 less half of it. */
const sigma = Math.sqrt(Math.log(1.25));

/** What is tested of every distribution, of each here. */
export const laws: readonly Law[] = [
  {
    name: "exponential(2)",
    distribution: exponential(2),
    mean: 2,
    variance: 4,
    share: (x) => 1 - Math.exp(-x / 2),
    kind: "continuous",
    written: { exponential: { mean: "120 min" } },
  },
  {
    name: "uniform(-1, 3)",
    distribution: uniform(-1, 3),
    mean: 1,
    variance: 16 / 12,
    share: (x) => (x + 1) / 4,
    kind: "continuous",
  },
  {
    name: "triangular(0, 1, 4)",
    distribution: triangular(0, 1, 4),
    mean: 5 / 3,
    variance: (1 + 16 - 4) / 18,
    share: (x) => (x < 1 ? (x * x) / 4 : 1 - (4 - x) ** 2 / 12),
    kind: "continuous",
    written: { triangular: { low: "0 h", mode: "1 h", high: "4 h" } },
  },
  {
    name: "triangular(0, 0, 2), peak at the low end",
    distribution: triangular(0, 0, 2),
    mean: 2 / 3,
    variance: 4 / 18,
    share: (x) => 1 - (2 - x) ** 2 / 4,
    kind: "continuous",
  },
  {
    name: "triangular(0, 2, 2), peak at the high end",
    distribution: triangular(0, 2, 2),
    mean: 4 / 3,
    variance: 4 / 18,
    share: (x) => (x * x) / 4,
    kind: "continuous",
  },
  {
    name: "lognormal(2, 0.5)",
    distribution: lognormal(2, 0.5),
    mean: 2,
    variance: 1,
    share: (x) => normalShare((Math.log(x) - Math.log(2) + (sigma * sigma) / 2) / sigma),
    kind: "continuous",
    written: { lognormal: { mean: "2 h", cv: "0.5" } },
  },
  {
    name: "erlang(6, 3)",
    distribution: erlang(6, 3),
    mean: 6,
    variance: 12,
    // No more than two points of a Poisson process of rate 1/2 by x.
    share: (x) => 1 - Math.exp(-x / 2) * (1 + x / 2 + (x * x) / 8),
    kind: "continuous",
    written: { erlang: { mean: "6 h", phases: "3" } },
  },
  {
    name: "gamma(1, sqrt 2)",
    distribution: gamma(1, Math.SQRT2),
    mean: 1,
    variance: 2,
    share: (x) => normalShare(Math.sqrt(x)) - normalShare(-Math.sqrt(x)),
    kind: "continuous",
    written: { gamma: { mean: "1 h", cv: `${Math.SQRT2}` } },
  },
  {
    name: "weibull(2, 2)",
    distribution: weibull(2, 2),
    // Gamma(3/2) is half the root of pi, Gamma(2) is 1.
    mean: Math.sqrt(Math.PI),
    variance: 4 - Math.PI,
    share: (x) => -Math.expm1((-x * x) / 4),
    kind: "continuous",
  },
  {
    name: "weibull(3, 0.5)",
    distribution: weibull(3, 0.5),
    // Gamma(3) is 2, Gamma(5) is 24.
    mean: 6,
    variance: 9 * 20,
    share: (x) => -Math.expm1(-Math.sqrt(x / 3)),
    kind: "continuous",
    written: { weibull: { scale: "3 h", shape: "0.5" } },
  },
  {
    name: "normal(1, 2)",
    distribution: normal(1, 2),
    mean: 1,
    variance: 4,
    share: (x) => normalShare((x - 1) / 2),
    kind: "continuous",
  },
  {
    name: "truncated(normal(1, 2), 0, Infinity)",
    distribution: truncated(normal(1, 2), 0, Number.POSITIVE_INFINITY),
    mean: 1 + 2 * hazard,
    variance: 4 * (1 - 0.5 * hazard - hazard * hazard),
    share: (x) => (normalShare((x - 1) / 2) - normalShare(-0.5)) / positive,
    kind: "continuous",
    written: { truncated: { of: { normal: { mean: "1 h", sd: "2 h" } }, low: "0 h" } },
  },
  {
    name: "shifted(scaled(exponential(2), 2), 5)",
    distribution: shifted(scaled(exponential(2), 2), 5),
    mean: 9,
    variance: 16,
    share: (x) => -Math.expm1(-(x - 5) / 4),
    kind: "continuous",
    written: { shifted: { of: { scaled: { of: { exponential: { mean: "2 h" } }, by: "2" } }, by: "5 h" } },
  },
  {
    name: "empirical([1, 4, 2])",
    distribution: empirical([1, 4, 2]),
    // Half of it uniform from 1 to 2, half from 2 to 4.
    mean: 2.25,
    variance: (7 / 3 + 28 / 3) / 2 - 2.25 ** 2,
    share: (x) => (x < 2 ? (x - 1) / 2 : 0.5 + (x - 2) / 4),
    kind: "continuous",
    written: { empirical: ["1 h", "240 min", "2 h"] },
  },
  {
    name: "poisson(3.7)",
    distribution: poisson(3.7),
    mean: 3.7,
    variance: 3.7,
    share: countShare(Math.exp(-3.7), (k) => 3.7 / (k + 1)),
    kind: "stepped",
    written: { poisson: { mean: "3.7 people" } },
  },
  {
    name: "truncated(poisson(3), 1, Infinity)",
    distribution: truncated(poisson(3), 1, Number.POSITIVE_INFINITY),
    mean: 3 / (1 - Math.exp(-3)),
    variance: 12 / (1 - Math.exp(-3)) - (3 / (1 - Math.exp(-3))) ** 2,
    share: (x) => (countShare(Math.exp(-3), (k) => 3 / (k + 1))(x) - Math.exp(-3)) / (1 - Math.exp(-3)),
    kind: "stepped",
    written: { truncated: { of: { poisson: { mean: "3 people" } }, low: "1 people" } },
  },
  {
    name: "binomial(10, 0.3)",
    distribution: binomial(10, 0.3),
    mean: 3,
    variance: 2.1,
    share: countShare(0.7 ** 10, (k) => ((10 - k) / (k + 1)) * (3 / 7)),
    kind: "stepped",
    written: { binomial: { trials: "10", probability: "30 %" } },
  },
  {
    name: "negativeBinomial(2.5, 0.4)",
    distribution: negativeBinomial(2.5, 0.4),
    mean: 3.75,
    variance: 3.75 / 0.4,
    share: countShare(0.4 ** 2.5, (k) => ((k + 2.5) / (k + 1)) * 0.6),
    kind: "stepped",
    written: { negativeBinomial: { successes: "2.5", probability: "40 %" } },
  },
  {
    name: "geometric(4)",
    distribution: geometric(4),
    mean: 4,
    variance: 0.75 / 0.25 ** 2,
    share: (x) => 1 - 0.75 ** Math.floor(x),
    kind: "stepped",
    written: { geometric: { mean: "4 h" } },
  },
  {
    name: "discrete([5, 1, 2], [1, 2, 1])",
    distribution: discrete([5, 1, 2], [1, 2, 1]),
    mean: 9 / 4,
    variance: (25 + 2 + 4) / 4 - 81 / 16,
    share: stepShare([5, 1, 2], [1, 2, 1]),
    kind: "stepped",
    written: { discrete: { "5 h": "25 %", "1 h": { value: "50 %", source: "x" }, "2 h": "25 %" } },
  },
  {
    name: "discrete of a sample, repeats and all",
    distribution: discrete([3, 1, 4, 1, 5, 9, 2, 6]),
    mean: 31 / 8,
    variance: 173 / 8 - (31 / 8) ** 2,
    share: stepShare([3, 1, 4, 1, 5, 9, 2, 6], Array(8).fill(1)),
    kind: "stepped",
  },
];

/** What no distribution can be, with what is said of it. */
export const refused: readonly (readonly [message: string, wrong: () => Distribution])[] = [
  ["mean must be positive and finite, got 0", () => exponential(0)],
  ["mean must be positive and finite, got Infinity", () => exponential(Number.POSITIVE_INFINITY)],
  ["mean must be positive and finite, got NaN", () => lognormal(Number.NaN, 1)],
  ["cv must be positive and finite, got -1", () => lognormal(1, -1)],
  ["mean must be at least 1 and finite, got 0.5", () => geometric(0.5)],
  ["low must be below high, got 2 and 2", () => uniform(2, 2)],
  ["low must be below high, got 0 and Infinity", () => uniform(0, Number.POSITIVE_INFINITY)],
  ["low, mode, high must ascend, got 0, 3, 2", () => triangular(0, 3, 2)],
  ["low, mode, high must ascend, got 1, 1, 1", () => triangular(1, 1, 1)],
  ["value must be finite, got NaN", () => fixed(Number.NaN)],
  ["value must be finite, got Infinity", () => discrete([1, Number.POSITIVE_INFINITY])],
  ["weights must be as many as values and at least one, got 0 for 0", () => discrete([])],
  ["weights must be as many as values and at least one, got 1 for 2", () => discrete([1, 2], [1])],
  ["weight must be finite and not negative, got -1", () => discrete([1, 2], [2, -1])],
  ["cv must be positive and finite, got 0", () => gamma(1, 0)],
  ["phases must be a whole number from 1, got 0", () => erlang(1, 0)],
  ["shape must be positive and finite, got 0", () => weibull(1, 0)],
  ["standardDeviation must be positive and finite, got 0", () => normal(0, 0)],
  ["mean must be positive and at most 1e9, got 0", () => poisson(0)],
  ["trials must be a whole number from 1 to 1e9, got 0", () => binomial(0, 0.5)],
  ["probability must be from 0 to 1, got 1.5", () => binomial(1, 1.5)],
  ["probability must be above 0 and below 1, got 1", () => negativeBinomial(1, 1)],
  ["successes must be positive and finite, got 0", () => negativeBinomial(0, 0.5)],
  ["mean must be at most 1e9, got 999999999999", () => negativeBinomial(1, 1e-12)],
  ["sample must have at least two values, got 1", () => empirical([1])],
  ["value must be finite, got NaN", () => empirical([1, Number.NaN])],
  ["parts must be at least one, got 0", () => mixture([])],
  ["weight must be positive and finite, got 0", () => mixture([{ weight: 0, distribution: fixed(1) }])],
  ["offset must be finite, got Infinity", () => shifted(fixed(1), Number.POSITIVE_INFINITY)],
  ["factor must be positive and finite, got 0", () => scaled(fixed(1), 0)],
  ["low must be below high, got 3 and 2", () => truncated(uniform(0, 9), 3, 2)],
  [
    "from low to high must lie a millionth of the distribution, got 0 from 10 to 11",
    () => truncated(uniform(0, 9), 10, 11),
  ],
  ["weights must have a positive sum, got 0", () => discrete([1, 2], [0, 0])],
];
