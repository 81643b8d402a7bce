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
  type MixturePart,
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
} from "@mpp-sim/engine";
import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { got } from "./got.ts";
import { quantity } from "./quantity.ts";
import { below, isMap, type Reader, type Report } from "./reader.ts";
import { sourced } from "./sourced.ts";
import { type Dimension, dimensions } from "./units.ts";
import { isWhole } from "./weights.ts";
import { allOf, listOf, mapOf } from "./words.ts";

/** What the values of a distribution are, and how what is said of them is read. */
interface Values {
  readonly dimension: Dimension;
  /** A figure such as a mean: of whole numbers it need not be one. */
  readonly figure: Reader<number>;
  /** A distribution of the same values. */
  readonly other: Reader<Distribution>;
}

type Parameter = (values: Values) => Reader<number | Distribution>;
type Parameters = Readonly<Record<string, Parameter>>;

const own: Parameter = ({ figure }) => figure;
const other: Parameter = ({ other }) => other;
const [number, positiveCount, share] = [dimensions.number, dimensions.positiveCount, dimensions.share].map(
  (dimension): Parameter =>
    () =>
      sourced(quantity(dimension)),
) as [Parameter, Parameter, Parameter];

function ownOr(otherwise: number): Parameter {
  return ({ figure }) =>
    (raw, report) =>
      raw === undefined ? otherwise : figure(raw, report);
}

/** Whether it gives whole numbers, and then whether only people and cases are counted so. */
type Counts = true | "only" | undefined;

interface Form {
  /** What it is written with, in words. */
  readonly takes: string;
  readonly counts: Counts;
  readonly read: (written: unknown, values: Values, report: Report) => Distribution | undefined;
}

/** A form with parameters by name, in the order in which `build` takes them. */
function family(parameters: Parameters, build: (...given: never[]) => Distribution, counts?: Counts): Form {
  const takes = Object.keys(parameters).join(", ");
  const read: Form["read"] = (written, values, report) => {
    const found = argumentsOf(parameters, written, values, report);
    return found && built(() => (build as (...given: unknown[]) => Distribution)(...found), report);
  };
  return { takes, counts, read };
}

/** Every distribution by name: a scenario can use what stands here. */
const forms: Readonly<Record<string, Form>> = {
  exponential: family({ mean: own }, exponential),
  gamma: family({ mean: own, cv: number }, gamma),
  erlang: family({ mean: own, phases: positiveCount }, erlang),
  lognormal: family({ mean: own, cv: number }, lognormal),
  normal: family({ mean: own, sd: own }, normal),
  triangular: family({ low: own, mode: own, high: own }, triangular),
  uniform: family({ low: own, high: own }, uniform),
  weibull: family({ scale: own, shape: number }, weibull),
  geometric: family({ mean: own }, geometric, true),
  poisson: family({ mean: own }, poisson, "only"),
  binomial: family({ trials: positiveCount, probability: share }, binomial, "only"),
  negativeBinomial: family({ successes: number, probability: share }, smallNegativeBinomial, "only"),
  discrete: { takes: "values with their shares", counts: true, read: discreteOf },
  empirical: { takes: "a list of values", counts: undefined, read: empiricalOf },
  mixture: { takes: "a list of parts, each with its share and of what", counts: true, read: mixtureOf },
  truncated: family(
    { of: other, low: ownOr(Number.NEGATIVE_INFINITY), high: ownOr(Number.POSITIVE_INFINITY) },
    truncated,
    true,
  ),
  shifted: family({ of: other, by: own }, shifted),
  scaled: family({ of: other, by: number }, scaled),
};

/** Every distribution that a setting can be given, with what it is written with: `gamma` with `mean, cv`. */
export const distributionForms: readonly { readonly name: string; readonly takes: string }[] = Object.entries(
  forms,
).map(([name, { takes }]) => ({ name, takes }));

/** A uniform below which none is drawn. */
const leastUniform = Number.EPSILON / 2;

interface Options {
  /** Refuses what gives fractions (a family of two and a half), or nobody. */
  readonly whole?: boolean;
}

/** A quantity, or a distribution of it: `{ lognormal: { mean: 2 h, cv: 0.5 } }`, `{ discrete: { 2 people: 60 %, 3 people: 40 % } }`. */
export function distribution(dimension: Dimension, options: Options = {}): Reader<Distribution> {
  const anyValue = anyDistribution(dimension, options);
  const least = options.whole ? 1 : (dimension.least ?? 0);
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
  const known = Object.entries(forms).flatMap(([name, { counts }]) =>
    (whole ? counts === undefined : counts === "only" && !ofCounts) ? [] : [name],
  );
  const figure = sourced(quantity({ ...dimension, whole: false }));
  const reader: Reader<Distribution> = sourced((raw, report) => {
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
    const form = known.includes(name) ? forms[name] : undefined;
    if (form) return form.read(raw[name], { dimension, figure, other: reader }, inside);
    inside(`must be a distribution${whole ? " of whole numbers" : ""}: ${anyOf(known)}${didYouMean(name, known)}`);
    return undefined;
  });
  return reader;
}

/** Values of parameters by name. With a key that it may not have, no other is missed: it may be that one. */
function argumentsOf(
  parameters: Parameters,
  written: unknown,
  values: Values,
  report: Report,
): readonly (number | Distribution)[] | undefined {
  const names = Object.keys(parameters);
  if (!isMap(written)) {
    report(`must be a map of ${names.join(", ")} ${got(written)}`);
    return undefined;
  }
  const strange = Object.keys(written).filter((key) => !names.includes(key));
  for (const key of strange) below(report, key)(`is not a known setting${didYouMean(key, names)}`);
  if (strange.length > 0) return undefined;
  return allOf(
    Object.entries(parameters).map(([name, parameter]) => parameter(values)(written[name], below(report, name))),
  );
}

function discreteOf(written: unknown, { dimension }: Values, report: Report): Distribution | undefined {
  const found = mapOf(sourced(quantity(dimensions.share)), "a map of values with their shares")(written, report);
  const values = found && allOf([...found.keys()].map((key) => quantity(dimension)(key, below(report, key))));
  const shares = [...(found?.values() ?? [])];
  return values && isWhole(shares, report) ? built(() => discrete(values, shares), report) : undefined;
}

function empiricalOf(written: unknown, { figure }: Values, report: Report): Distribution | undefined {
  const values = listOf(figure, "a list of values")(written, report);
  return values && built(() => empirical(values), report);
}

function mixtureOf(written: unknown, values: Values, report: Report): Distribution | undefined {
  const parts = listOf((part, at) => argumentsOf({ share, of: other }, part, values, at))(written, report);
  const weighed = parts?.map(([weight, distribution]) => ({ weight, distribution }) as MixturePart);
  const shares = weighed?.map(({ weight }) => weight);
  return weighed && isWhole(shares ?? [], report) ? built(() => mixture(weighed), report) : undefined;
}

function smallNegativeBinomial(successes: number, probability: number): Distribution {
  // Its table of masses has some 55 entries over the probability.
  if (!(probability >= 0.001))
    throw new RangeError(`probability must be at least 0.1 %, got ${Number((100 * probability).toPrecision(6))} %`);
  return negativeBinomial(successes, probability);
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
