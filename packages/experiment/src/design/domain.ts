import type { Factor, Interval } from "@mpp-sim/scenario";

/** The values that an input of a study may take. */
export type Domain = NumberRange | ListedValues;

/** All numbers between two, or all whole ones. */
export interface NumberRange {
  /** Tells it from values that are listed. */
  readonly kind: "range";
  /** The lower end, which is one of them. */
  readonly low: number;
  /** The upper end, which is one of them. */
  readonly high: number;
  /** Whether only whole numbers count. No unless given. */
  readonly whole?: boolean;
}

/** Values that are listed: numbers, or levels by name. Their order is kept. */
export interface ListedValues {
  /** Tells them from a range. */
  readonly kind: "values";
  /** At least one. */
  readonly values: readonly (number | string)[];
}

/** A point of a design: for each input, in their order, a number from 0 to 1. `valueAt` and `positionAt` turn it into a value. */
export type UnitPoint = readonly number[];

/**
 * The value of an input at `unit`, from 0 to 1. Equal parts of 0..1 stand for equal parts of a range, for each whole number, or for each of
 * the values listed: a uniform `unit` gives uniform values.
 * @throws RangeError if `unit` is not from 0 to 1, a range is upside down or has ends that are not finite (or not whole, where only whole
 * numbers count), or no values are listed
 * @example valueAt({ kind: "values", values: ["fifo", "random"] }, 0.5) // => "random"
 */
export function valueAt(domain: Domain, unit: number): number | string {
  if (!(unit >= 0 && unit <= 1)) throw new RangeError(`unit must be from 0 to 1, got ${unit}`);
  if (domain.kind === "values") {
    const { values } = domain;
    if (values.length === 0) throw new RangeError("values must be at least one, got none");
    return values[partAt(values.length, unit)] as number | string;
  }
  const { low, high, whole = false } = checked(domain);
  if (whole) return low + partAt(high - low + 1, unit);
  // The upper end itself, whatever rounding makes of the sum.
  return unit === 1 ? high : low + (high - low) * unit;
}

/**
 * The position of an assumption of a scenario at `unit`, from 0 to 1, for `settingsOf`: a part of the way from the lower end of its range to
 * the upper, or the name of a level. Whole numbers and levels are equally likely under a uniform `unit`.
 * @throws RangeError if `unit` is not from 0 to 1
 * @example settingsOf(factor, positionAt(factor, point[index]))
 */
export function positionAt({ range }: Factor, unit: number): number | string {
  if (range.kind === "levels") return valueAt({ kind: "values", values: Object.keys(range.levels) }, unit);
  const [low, high] = [wholeNumber(range.low), wholeNumber(range.high)];
  if (!range.whole || low === undefined || high === undefined || low === high) {
    return valueAt({ kind: "range", low: 0, high: 1 }, unit);
  }
  const between = { kind: "range", low: Math.min(low, high), high: Math.max(low, high), whole: true } as const;
  return Math.abs(((valueAt(between, unit) as number) - low) / (high - low));
}

/** Of a text such as `2` or `30 people/day`. */
function wholeNumber(written: Interval["low"]): number | undefined {
  const [, digits] = (typeof written === "string" && /^\s*(-?\d+)(?![\d.])/.exec(written)) || [];
  return digits === undefined ? undefined : Number(digits);
}

/** Every value of a domain in its order, or `levels` values of a range of any numbers: both ends and evenly between. */
export function valuesOf(domain: Domain, levels: number): (number | string)[] {
  if (domain.kind === "values") return [...domain.values];
  const { low, high, whole = false } = checked(domain);
  if (whole) return Array.from({ length: high - low + 1 }, (_, index) => low + index);
  if (!(Number.isSafeInteger(levels) && levels >= 2)) {
    throw new RangeError(`levels of a range must be a whole number from 2, got ${levels}`);
  }
  return Array.from({ length: levels }, (_, index) => valueAt(domain, index / (levels - 1)));
}

/** Which of so many equal parts of 0..1 holds `unit`; the last one holds 1. */
function partAt(parts: number, unit: number): number {
  return Math.min(parts - 1, Math.floor(parts * unit));
}

function checked(range: NumberRange): NumberRange {
  const { low, high, whole = false } = range;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high)) {
    throw new RangeError(`range must go from a number up to another, got ${low} to ${high}`);
  }
  if (whole && !(Number.isSafeInteger(low) && Number.isSafeInteger(high))) {
    throw new RangeError(`range of whole numbers must have whole ends, got ${low} to ${high}`);
  }
  return range;
}
