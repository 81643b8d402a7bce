import { powerOfTwo } from "./bits.ts";

const ln2Hi = 0.6931471803691238;
const ln2Lo = 1.9082149292705877e-10;
const invLn2 = Math.LOG2E;
const [p1, p2, p3, p4, p5] = [
  0.16666666666666602, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252, 4.1381367970572385e-8,
] as const;

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
  const t = reduced * reduced;
  const c = reduced - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
  if (k === 0) return 1 - ((reduced * c) / (c - 2) - reduced);
  const y = 1 - (lo - (reduced * c) / (2 - c) - hi);
  if (k > 1022) return y * powerOfTwo(k - 1) * 2;
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
