import {
  type Distribution,
  discrete,
  exponential,
  fixed,
  geometric,
  lognormal,
  triangular,
  uniform,
} from "@mpp-sim/engine";
import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { got } from "./got.ts";
import { quantity } from "./quantity.ts";
import { below, isMap, type PlainMap, type Reader, type Report } from "./reader.ts";
import { isSourced, sourced } from "./sourced.ts";
import { type Dimension, dimensions } from "./units.ts";

type Arguments = ReadonlyMap<string, number>;

interface Family {
  /** Parameters by name; those without a dimension have that of the distribution. */
  readonly parameters: Readonly<Record<string, Dimension | undefined>>;
  readonly build: (of: (name: string) => number) => Distribution;
}

const families: Readonly<Record<string, Family>> = {
  exponential: { parameters: { mean: undefined }, build: (of) => exponential(of("mean")) },
  lognormal: { parameters: { mean: undefined, cv: dimensions.number }, build: (of) => lognormal(of("mean"), of("cv")) },
  triangular: {
    parameters: { low: undefined, mode: undefined, high: undefined },
    build: (of) => triangular(of("low"), of("mode"), of("high")),
  },
  uniform: { parameters: { low: undefined, high: undefined }, build: (of) => uniform(of("low"), of("high")) },
  geometric: { parameters: { mean: undefined }, build: (of) => geometric(of("mean")) },
};

/** Names of the distributions a scenario can use. */
const distributionNames: readonly string[] = [...Object.keys(families), "discrete"];

/**
 * A quantity, or a distribution of it: `{ lognormal: { mean: 2 h, cv: 0.5 } }`, `{ discrete: { 2 people: 60 %, 3 people: 40 % } }`.
 * `whole` refuses distributions that give fractions (a family of two and a half).
 */
export function distribution(dimension: Dimension, options: { readonly whole?: boolean } = {}): Reader<Distribution> {
  const figure = sourced(quantity(dimension));
  const known = options.whole ? ["geometric", "discrete"] : distributionNames;
  return sourced((raw, report) => {
    if (!isMap(raw)) {
      const value = quantity(dimension)(raw, report);
      return value === undefined ? undefined : fixed(value);
    }
    const [name, ...more] = Object.keys(raw);
    if (name === undefined || more.length > 0 || !known.includes(name)) {
      const hint = name === undefined || more.length > 0 ? "" : didYouMean(name, known);
      const found = name === undefined || more.length > 0 ? got(raw) : `(got ${JSON.stringify(name)})`;
      report(`must be ${dimension.expected}, or one distribution of it: ${anyOf(known)} ${found}${hint}`);
      return undefined;
    }
    const written = raw[name];
    const inside = below(report, name);
    if (!isMap(written)) {
      inside(
        `must be a map of ${name === "discrete" ? "values to their weights" : anyOf(Object.keys(families[name]?.parameters ?? {}))} ${got(written)}`,
      );
      return undefined;
    }
    if (name === "discrete") return discreteOf(written, dimension, inside);
    const family = families[name] as Family;
    const found = argumentsOf(family, written, figure, inside);
    return found && built(() => family.build((parameter) => found.get(parameter) as number), inside);
  });
}

function argumentsOf(family: Family, written: PlainMap, figure: Reader<number>, report: Report): Arguments | undefined {
  const names = Object.keys(family.parameters);
  const found = new Map<string, number>();
  let sound = true;
  for (const key of Object.keys(written)) {
    if (names.includes(key)) continue;
    below(report, key)(`is not a known setting${didYouMean(key, names)}`);
    sound = false;
  }
  for (const name of names) {
    const dimension = family.parameters[name];
    const value = (dimension ? sourced(quantity(dimension)) : figure)(written[name], below(report, name));
    if (value === undefined) sound = false;
    else found.set(name, value);
  }
  return sound ? found : undefined;
}

function discreteOf(written: PlainMap, dimension: Dimension, report: Report): Distribution | undefined {
  const values: number[] = [];
  const weights: number[] = [];
  for (const [key, weight] of Object.entries(written)) {
    const value = quantity(dimension)(key, below(report, key));
    const share = quantity(dimensions.share)(isSourced(weight) ? weight.value : weight, below(report, key));
    if (value === undefined || share === undefined) return undefined;
    values.push(value);
    weights.push(share);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-9) {
    report(`must have shares that sum to 100 % (got ${Number((total * 100).toFixed(6))} %)`);
    return undefined;
  }
  return built(() => discrete(values, weights), report);
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
