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
  negativeBinomial,
  normal,
  poisson,
  triangular,
  truncated,
  uniform,
  weibull,
} from "@mpp-sim/engine";
import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { got } from "./got.ts";
import { quantity } from "./quantity.ts";
import { below, isMap, type PlainMap, type Reader, type Report } from "./reader.ts";
import { sourced } from "./sourced.ts";
import { type Dimension, dimensions } from "./units.ts";
import { shareFault } from "./weights.ts";

interface Family {
  /** Dimension of each parameter, in the order in which `build` takes them; "own" is that of the distribution. */
  readonly parameters: Readonly<Record<string, Dimension | "own">>;
  readonly build: (...parameters: number[]) => Distribution;
  /** Whether it gives whole numbers, and then whether only people and cases are counted so. */
  readonly counts?: true | "only";
}

const { number, positiveCount, share } = dimensions;

/** Families of distributions by name: a scenario can use what stands here. */
const families: Readonly<Record<string, Family>> = {
  exponential: { parameters: { mean: "own" }, build: exponential },
  gamma: { parameters: { mean: "own", cv: number }, build: gamma },
  erlang: { parameters: { mean: "own", phases: positiveCount }, build: erlang },
  lognormal: { parameters: { mean: "own", cv: number }, build: lognormal },
  normal: { parameters: { mean: "own", sd: "own" }, build: normal },
  triangular: { parameters: { low: "own", mode: "own", high: "own" }, build: triangular },
  uniform: { parameters: { low: "own", high: "own" }, build: uniform },
  weibull: { parameters: { scale: "own", shape: number }, build: weibull },
  geometric: { parameters: { mean: "own" }, build: geometric, counts: true },
  poisson: { parameters: { mean: "own" }, build: poisson, counts: "only" },
  binomial: { parameters: { trials: positiveCount, probability: share }, build: binomial, counts: "only" },
  negativeBinomial: {
    parameters: { successes: number, probability: share },
    build: (successes: number, probability: number) => {
      // Its table of masses has some 55 entries over the probability.
      if (!(probability >= 0.001))
        throw new RangeError(`probability must be at least 0.1 %, got ${Number((100 * probability).toPrecision(6))} %`);
      return negativeBinomial(successes, probability);
    },
    counts: "only",
  },
};

interface Form {
  readonly name: string;
  /** What it is written with: `mean, cv`. */
  readonly takes: string;
  readonly counts?: true | "only" | undefined;
}

/** Every distribution: the families, and those of another form than parameters by name. */
export const distributionForms: readonly Form[] = [
  ...Object.entries(families).map(([name, { parameters, counts }]) => ({
    name,
    takes: Object.keys(parameters).join(", "),
    counts,
  })),
  { name: "discrete", takes: "values with their shares", counts: true },
  { name: "empirical", takes: "a list of values" },
  { name: "truncated", takes: "of, low, high", counts: true },
];

/** A uniform below which none is drawn. */
const leastUniform = Number.EPSILON / 2;

interface Options {
  /** Refuses what gives fractions (a family of two and a half), or nobody. */
  readonly whole?: boolean;
}

/** A quantity, or a distribution of it: `{ lognormal: { mean: 2 h, cv: 0.5 } }`, `{ discrete: { 2 people: 60 %, 3 people: 40 % } }`. */
export function distribution(dimension: Dimension, options: Options = {}): Reader<Distribution> {
  const anyValue = anyDistribution(dimension, options);
  const least = options.whole ? 1 : (dimension.least ?? Number.NEGATIVE_INFINITY);
  return sourced((raw, report) => {
    const found = anyValue(raw, report);
    const may = found?.quantile(leastUniform) ?? least;
    if (may >= least) return found;
    const such = `(may be ${Number(may.toPrecision(3))}): leave that out by { truncated: { of: …, low: …, high: … } }`;
    report(`must not be below ${least} ${isMap(raw) ? such : got(raw)}`);
    return undefined;
  });
}

/** The same, though it may go below what its quantity can be, before it is truncated. */
function anyDistribution(dimension: Dimension, { whole = false }: Options): Reader<Distribution> {
  const ofCounts = whole || dimension === dimensions.people || dimension === dimensions.cases;
  const known = distributionForms.flatMap(({ name, counts }) =>
    (whole ? counts === undefined : counts === "only" && !ofCounts) ? [] : [name],
  );
  // A mean of whole numbers need not be one.
  const figure = sourced(quantity({ ...dimension, whole: false }));
  return sourced((raw, report) => {
    if (!isMap(raw)) {
      const value = quantity(dimension)(raw, report);
      return value === undefined ? undefined : fixed(value);
    }
    const [name, ...more] = Object.keys(raw);
    if (name === undefined || more.length > 0) {
      report(`must be ${dimension.expected}, or one distribution of it: ${anyOf(known)} ${got(raw)}`);
      return undefined;
    }
    const inside = below(report, name);
    const written = raw[name];
    if (!known.includes(name)) {
      inside(`must be a distribution${whole ? " of whole numbers" : ""}: ${anyOf(known)}${didYouMean(name, known)}`);
      return undefined;
    }
    if (name === "empirical") return empiricalOf(written, figure, inside);
    if (!isMap(written)) {
      const { takes } = distributionForms.find((form) => form.name === name) as Form;
      inside(`must be a map of ${takes} ${got(written)}`);
      return undefined;
    }
    if (name === "discrete") return discreteOf(written, dimension, inside);
    if (name === "truncated") return truncatedOf(written, figure, anyDistribution(dimension, { whole }), inside);
    const { parameters, build } = families[name] as Family;
    const found = argumentsOf(parameters, written, figure, inside);
    return found && built(() => build(...found), inside);
  });
}

function argumentsOf(
  parameters: Family["parameters"],
  written: PlainMap,
  own: Reader<number>,
  report: Report,
): number[] | undefined {
  const names = Object.keys(parameters);
  if (hasStrange(written, names, report)) return undefined;
  const found = Object.entries(parameters).map(([name, dimension]) =>
    (dimension === "own" ? own : sourced(quantity(dimension)))(written[name], below(report, name)),
  );
  return found.every((value) => value !== undefined) ? found : undefined;
}

/** Whether a map has another key than it may have, after saying which: it may be that of one that is then missing. */
function hasStrange(written: PlainMap, names: readonly string[], report: Report): boolean {
  const strange = Object.keys(written).filter((key) => !names.includes(key));
  for (const key of strange) below(report, key)(`is not a known setting${didYouMean(key, names)}`);
  return strange.length > 0;
}

function discreteOf(written: PlainMap, dimension: Dimension, report: Report): Distribution | undefined {
  const pairs = Object.entries(written).map(([key, weight]) => {
    const inside = below(report, key);
    return [quantity(dimension)(key, inside), sourced(quantity(share))(weight, inside)] as const;
  });
  const sound = pairs.filter((pair): pair is readonly [number, number] => !pair.includes(undefined));
  if (sound.length < pairs.length) return undefined;
  const [values, weights] = [sound.map(([value]) => value), sound.map(([, weight]) => weight)];
  const fault = shareFault(weights);
  if (fault === undefined) return built(() => discrete(values, weights), report);
  report(fault);
  return undefined;
}

function empiricalOf(written: unknown, figure: Reader<number>, report: Report): Distribution | undefined {
  if (!Array.isArray(written)) {
    report(`must be a list of values ${got(written)}`);
    return undefined;
  }
  const values = written.map((one, index) => figure(one, below(report, index)));
  return values.every((value) => value !== undefined) ? built(() => empirical(values), report) : undefined;
}

function truncatedOf(
  written: PlainMap,
  figure: Reader<number>,
  whole: Reader<Distribution>,
  report: Report,
): Distribution | undefined {
  if (hasStrange(written, ["of", "low", "high"], report)) return undefined;
  const end = (name: string, otherwise: number): number | undefined =>
    written[name] === undefined ? otherwise : figure(written[name], below(report, name));
  const of = whole(written.of, below(report, "of"));
  const [low, high] = [end("low", Number.NEGATIVE_INFINITY), end("high", Number.POSITIVE_INFINITY)];
  if (of === undefined || low === undefined || high === undefined) return undefined;
  return built(() => truncated(of, low, high), report);
}

/** The engine knows what a distribution can be; its objection becomes a message at the place it was written. */
function built(build: () => Distribution, report: Report): Distribution | undefined {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(error.message.replace(/, got (.*)$/, " (got $1)"));
    return undefined;
  }
}
