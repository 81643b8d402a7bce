import { timesPowerOfTwo } from "./bits.ts";

const ln2Hi = 0.6931471803691238;
const ln2Lo = 1.9082149292705877e-10;
const invLn2 = Math.LOG2E;
const p1 = 0.16666666666666602;
const p2 = -0.0027777777777015593;
const p3 = 0.00006613756321437934;
const p4 = -0.0000016533902205465252;
const p5 = 4.1381367970572385e-8;

/**
 * e to the power of x in plain arithmetic, so that every machine computes the same bits; error below one unit in the last
 * place. Port of `e_exp.c` of fdlibm 5.3 (Sun Microsystems, 1993; freely distributable).
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const magnitude = Math.abs(x);
  if (magnitude < 3.725290298461914e-9) return 1 + x;
  let hi = x;
  let lo = 0;
  let k = 0;
  if (magnitude > 0.34657359027997264) {
    k = Math.trunc(invLn2 * x + (x < 0 ? -0.5 : 0.5));
    hi = x - k * ln2Hi;
    lo = k * ln2Lo;
  }
  const reduced = hi - lo;
  const c = reduced - expRemainder(reduced);
  if (k === 0) return 1 - ((reduced * c) / (c - 2) - reduced);
  return timesPowerOfTwo(1 - (lo - (reduced * c) / (2 - c) - hi), k);
}

/** For |x| up to log(2) / 2: x minus this is the c of e^x = 1 + x + x c / (2 - c), the polynomial of fdlibm. */
export function expRemainder(x: number): number {
  const t = x * x;
  return t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
}

const q1 = -0.03333333333333313;
const q2 = 0.0015873015872548146;
const q3 = -0.0000793650757867488;
const q4 = 0.000004008217827329362;
const q5 = -2.0109921818362437e-7;

/**
 * e to the power of x, less 1, without loss near zero; error below one unit in the last place. Port of `s_expm1.c` of fdlibm
 * 5.3.
 */
export function expm1(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -38.816242) return -1;
  const magnitude = Math.abs(x);
  if (magnitude < 5.551115123125783e-17) return x;
  let reduced = x;
  let c = 0;
  let k = 0;
  if (magnitude > 0.34657359027997264) {
    k = Math.trunc(invLn2 * x + (x < 0 ? -0.5 : 0.5));
    const hi = x - k * ln2Hi;
    const lo = k * ln2Lo;
    reduced = hi - lo;
    c = hi - reduced - lo;
  }
  const half = 0.5 * reduced;
  const square = reduced * half;
  const r = 1 + square * (q1 + square * (q2 + square * (q3 + square * (q4 + square * q5))));
  const t = 3 - r * half;
  const quotient = square * ((r - t) / (6 - reduced * t));
  if (k === 0) return reduced - (reduced * quotient - square);
  const e = reduced * (quotient - c) - c - square;
  if (k === -1) return 0.5 * (reduced - e) - 0.5;
  if (k === 1) return reduced < -0.25 ? -2 * (e - (reduced + 0.5)) : 1 + 2 * (reduced - e);
  if (k <= -2 || k > 56) return timesPowerOfTwo(1 - (e - reduced), k) - 1;
  const inverse = timesPowerOfTwo(1, -k);
  return timesPowerOfTwo(k < 20 ? 1 - inverse - (e - reduced) : 1 + (reduced - (e + inverse)), k);
}
