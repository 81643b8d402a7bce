import { highWord, withHighWord } from "./bits.ts";

const ln2Hi = 0.6931471803691238;
const ln2Lo = 1.9082149292705877e-10;
const [lg1, lg2, lg3, lg4, lg5, lg6, lg7] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;

/**
 * Natural logarithm in plain arithmetic, so that every machine computes the same bits; error below one unit in the last
 * place. Port of `e_log.c` of fdlibm 5.3 (Sun Microsystems, 1993; freely distributable).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    k = -54;
    value *= 18014398509481984;
  }
  let high = highWord(value);
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const shift = (high + 0x95f64) & 0x100000;
  value = withHighWord(value, high | (shift ^ 0x3ff00000));
  k += shift >> 20;
  const f = value - 1;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2Hi + k * ln2Lo;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * ln2Hi - (r - k * ln2Lo - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (lg1 + w * (lg3 + w * (lg5 + w * lg7))) + w * (lg2 + w * (lg4 + w * lg6));
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * ln2Hi - (half - (s * (half + r) + k * ln2Lo) - f);
  }
  return k === 0 ? f - s * (f - r) : k * ln2Hi - (s * (f - r) - k * ln2Lo - f);
}

/**
 * log(1 + x) without loss near zero: log of the rounded sum, corrected for what rounding lost
 * (Kahan; see Higham, Accuracy and Stability of Numerical Algorithms, problem 1.5). Error at most two units in the last place.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (sum === Number.POSITIVE_INFINITY || !(sum > 0)) return log(sum);
  return log(sum) * (x / (sum - 1));
}
