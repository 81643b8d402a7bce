/** Numbers as text, the same on every machine: no locale is used. */

/** No figure of a simulation deserves more decimals. A smaller half width is written as `< 0.001`. */
const most = 3;

/** A mean and half of the width of its interval, as text. */
export interface EstimateText {
  readonly mean: string;
  /** For example `± 35`; empty where there is no interval. */
  readonly interval: string;
}

/**
 * A number with commas between thousands and a fixed number of decimals.
 * @throws RangeError if `value` is not finite
 * @example formatFixed(4812.34, 1) // => "4,812.3"
 */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`formatFixed: value must be finite, got ${value}`);
  const text = Math.abs(value).toFixed(decimals);
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  // A number that rounds to zero has no sign.
  const sign = value < 0 && /[1-9]/.test(text) ? "−" : "";
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

/**
 * A number that stands by itself: whole numbers whole, others to three significant digits or to the unit.
 * @throws RangeError if `value` is not finite
 */
export function formatNumber(value: number): string {
  return formatFixed(value, Number.isInteger(value) ? 0 : decimalsFor(value, 3));
}

/**
 * A mean with the half width of its interval: the half width to one significant digit, to two where the first is 1 or 2,
 * and to the unit at least; the mean to the same place. `halfWidth` is null where one replication says nothing of the interval.
 * @throws RangeError if a value is not finite
 * @example formatEstimate(48.1234, 0.1602) // => { mean: "48.12", interval: "± 0.16" }
 */
export function formatEstimate(mean: number, halfWidth: number | null): EstimateText {
  if (halfWidth === null) return { mean: formatNumber(mean), interval: "" };
  if (halfWidth === 0) return { mean: formatNumber(mean), interval: "± 0" };
  const decimals = decimalsFor(halfWidth, /^[12]/.test(halfWidth.toExponential(1)) ? 2 : 1);
  const half = formatFixed(halfWidth, decimals);
  return { mean: formatFixed(mean, decimals), interval: /[1-9]/.test(half) ? `± ${half}` : "± < 0.001" };
}

/**
 * A mean to the place that its interval supports: that of the first digit of the half width, of the second where the first is 1 or 2.
 * @throws RangeError if a value is not finite
 * @example formatSupported(3154.6, 75) // => { mean: "3,150", interval: "± 80" }
 */
export function formatSupported(mean: number, halfWidth: number | null): EstimateText {
  if (halfWidth === null || halfWidth < 10) return formatEstimate(mean, halfWidth);
  const digits = /^[12]/.test(halfWidth.toExponential(1)) ? 1 : 0;
  const place = 10 ** (Math.floor(Math.log10(halfWidth)) - digits);
  const at = (value: number): string => formatFixed(Math.round(value / place) * place, 0);
  return { mean: at(mean), interval: `± ${at(halfWidth)}` };
}

/** Two values of which the sign says which way: `+45`, `−46`; `0` has none. */
export function signed(text: string): string {
  return /^[−<]/.test(text) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/**
 * Two ends of a range, to two significant digits of its width or to the unit.
 * @throws RangeError if a value is not finite
 * @example formatRange(4712.3, 4930.8) // => "4,712 to 4,931"
 */
export function formatRange(low: number, high: number): string {
  if (low === high) return formatNumber(low);
  const decimals = decimalsFor(high - low, 2);
  return `${formatFixed(low, decimals)} to ${formatFixed(high, decimals)}`;
}

/**
 * Two ends between which single values lie, to two significant digits of their distance, in few characters.
 * @throws RangeError if a value is not finite
 * @example formatSpan(2753, 3548) // => "2,750–3,550"
 */
export function formatSpan(low: number, high: number): string {
  if (low === high) return formatNumber(low);
  const width = high - low;
  const place = width < 100 ? 1 : 10 ** (Math.floor(Math.log10(width)) - 1);
  const decimals = decimalsFor(width, 2);
  const [from, to] = [low, high].map((end) => formatFixed(Math.round(end / place) * place, 0));
  const ends = decimals > 0 ? [formatFixed(low, decimals), formatFixed(high, decimals)] : [from, to];
  return ends.join(low < 0 ? " to " : "–");
}

/** Decimals that show `digits` significant digits of a value, from none to three. */
function decimalsFor(value: number, digits: number): number {
  const text = Math.abs(value).toExponential(1);
  const exponent = Number(text.slice(text.indexOf("e") + 1));
  return Math.min(Math.max(digits - 1 - exponent, 0), most);
}
