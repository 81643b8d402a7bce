import { highWord, powerOfTwo, timesPowerOfTwo, withoutLowWord } from "./bits.ts";
import { expRemainder } from "./exp.ts";

/**
 * x to the power of y, as `Math.pow` defines it, in plain arithmetic, so that every machine computes the same bits; error
 * below one unit in the last place. Port of `e_pow.c` of fdlibm 5.3 (Sun Microsystems, 1993; freely distributable).
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const base = Math.abs(x);
  const isInfinite = Math.abs(y) === Number.POSITIVE_INFINITY;
  if (base === 1 && isInfinite) return Number.NaN;
  if (x < 0 && base < Number.POSITIVE_INFINITY && !isInfinite && !Number.isInteger(y)) return Number.NaN;
  const isNegative = (x < 0 || Object.is(x, -0)) && Math.abs(y % 2) === 1;
  const magnitude = powerOf(base, y);
  return isNegative ? -magnitude : magnitude;
}

function powerOf(base: number, y: number): number {
  if (base === 1) return 1;
  const limit = base > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  if (base === 0 || base === Number.POSITIVE_INFINITY || Math.abs(y) > 18446744073709552000) return limit;
  const far = Math.abs(y) > 2147483648;
  if (far && Math.abs(base - 1) > 9.5367431640625e-7) return limit;
  const { head, tail } = far ? log2NearOne(base) : log2(base);
  const yHead = withoutLowWord(y);
  return exp2(yHead * head, (y - yHead) * head + y * tail);
}

/** A number as an unevaluated sum, the head of at most 21 bits. */
interface Pair {
  readonly head: number;
  readonly tail: number;
}

const inverseLn2Hi = 1.4426950216293335;
const inverseLn2Lo = 1.9259629911266175e-8;

/** Logarithm to base 2 for |x - 1| up to 2^-20, to some 70 bits. */
function log2NearOne(x: number): Pair {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = inverseLn2Hi * t;
  const v = t * inverseLn2Lo - w * Math.LOG2E;
  const head = withoutLowWord(u + v);
  return { head, tail: v - (head - u) };
}

const l1 = 0.5999999999999946;
const l2 = 0.4285714285785502;
const l3 = 0.33333332981837743;
const l4 = 0.272728123808534;
const l5 = 0.23066074577556175;
const l6 = 0.20697501780033842;
/** 2 / (3 log 2), whole and as a sum. */
const cp = 0.9617966939259756;
const cpHi = 0.9617967009544373;
const cpLo = -7.028461650952758e-9;
/** log2(1.5) as a sum. */
const log2Of1p5Hi = 0.5849624872207642;
const log2Of1p5Lo = 1.350039202129749e-8;

/** Logarithm to base 2 of a positive number, to some 70 bits. */
function log2(x: number): Pair {
  const isTiny = x < 2.2250738585072014e-308;
  let value = isTiny ? x * 9007199254740992 : x;
  const word = highWord(value);
  let n = (word >> 20) - 1023;
  value *= powerOfTwo(-n);
  const fraction = word & 0x000fffff;
  // Near 1, near 1.5, or near 2, which is 1 again.
  const isNear1p5 = fraction > 0x3988e && fraction < 0xbb67a;
  if (fraction >= 0xbb67a) {
    n++;
    value /= 2;
  }
  if (isTiny) n -= 53;
  const near = isNear1p5 ? 1.5 : 1;
  const u = value - near;
  const v = 1 / (value + near);
  const s = u * v;
  const sHead = withoutLowWord(s);
  const sumHead = withoutLowWord(value + near);
  const sumTail = value - (sumHead - near);
  const sTail = v * (u - sHead * sumHead - sHead * sumTail);
  const square = s * s;
  const r =
    square * square * (l1 + square * (l2 + square * (l3 + square * (l4 + square * (l5 + square * l6))))) +
    sTail * (sHead + s);
  const headSquare = sHead * sHead;
  const tHead = withoutLowWord(3 + headSquare + r);
  const tTail = r - (tHead - 3 - headSquare);
  const product = sHead * tHead;
  const rest = sTail * tHead + tTail * s;
  const pHead = withoutLowWord(product + rest);
  const pTail = rest - (pHead - product);
  const zHead = cpHi * pHead;
  const zTail = cpLo * pHead + pTail * cp + (isNear1p5 ? log2Of1p5Lo : 0);
  const shift = isNear1p5 ? log2Of1p5Hi : 0;
  const head = withoutLowWord(zHead + zTail + shift + n);
  return { head, tail: zTail - (head - n - shift - zHead) };
}

const ln2Hi = 0.6931471824645996;
const ln2Lo = -1.904654299957768e-9;
/** Half a unit in the last place of the largest number, in powers of two. */
const overflowMargin = 8.008566259537294e-17;

/** 2 to the power of an unevaluated sum. */
function exp2(head: number, tail: number): number {
  const sum = head + tail;
  if (sum > 1024 || (sum === 1024 && tail + overflowMargin > sum - head)) return Number.POSITIVE_INFINITY;
  if (sum < -1075 || (sum === -1075 && tail <= sum - head)) return 0;
  const n = Math.abs(sum) > 0.5 ? Math.trunc(sum + (sum < 0 ? -0.5 : 0.5)) : 0;
  const rest = head - n;
  const t = withoutLowWord(tail + rest);
  const u = t * ln2Hi;
  const v = (tail - (t - rest)) * Math.LN2 + t * ln2Lo;
  const z = u + v;
  const w = v - (z - u);
  const c = z - expRemainder(z);
  return timesPowerOfTwo(1 - ((z * c) / (c - 2) - (w + z * w) - z), n);
}
