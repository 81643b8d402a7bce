import { highWord, powerOfTwo } from "./bits.ts";

const ln2Hi = 0.6931471803691238;
const ln2Lo = 1.9082149292705877e-10;
const lg1 = 0.6666666666666735;
const lg2 = 0.3999999999940942;
const lg3 = 0.2857142874366239;
const lg4 = 0.22222198432149784;
const lg5 = 0.1818357216161805;
const lg6 = 0.15313837699209373;
const lg7 = 0.14798198605116586;

/**
 * Natural logarithm in plain arithmetic, so that every machine computes the same bits; error below one unit in the last
 * place. Port of `e_log.c` of fdlibm 5.3 (Sun Microsystems, 1993; freely distributable).
 */
export function log(x: number): number {
  let value = x;
  let k = -1023;
  if (!(x >= 2.2250738585072014e-308 && x < Number.POSITIVE_INFINITY)) {
    if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (x === Number.POSITIVE_INFINITY) return x;
    k = -1077;
    value *= 18014398509481984;
  }
  const word = highWord(value);
  const high = word & 0x000fffff;
  // The exponent that leaves a fraction between sqrt(1/2) and sqrt(2).
  const exponent = (word >> 20) + ((high + 0x95f64) >> 20);
  k += exponent;
  const f = value * powerOfTwo(1023 - exponent) - 1;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2Hi + k * ln2Lo;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k * ln2Hi - (r - k * ln2Lo - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (lg1 + w * (lg3 + w * (lg5 + w * lg7))) + w * (lg2 + w * (lg4 + w * lg6));
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k * ln2Hi - (half - (s * (half + r) + k * ln2Lo) - f);
  }
  return k * ln2Hi - (s * (f - r) - k * ln2Lo - f);
}

/**
 * log(1 + x) without loss near zero: log of the rounded sum, corrected for what rounding lost
 * (Kahan; see Higham, Accuracy and Stability of Numerical Algorithms, problem 1.5). Error at most two units in the last place.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  const kept = sum - 1;
  // Nothing was lost, as for every uniform of our own streams.
  if (kept === x || !(sum > 0)) return log(sum);
  return log(sum) * (x / kept);
}
