/** Elementary functions to some 230 bits in whole-number arithmetic, to measure the error of the engine's own against. */

/** A number as mantissa times a power of two, exactly. */
export interface Exact {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const places = 256;
const one = 1n << BigInt(places);

/** A double, exactly. */
export function exact(x: number): Exact {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const magnitude = field === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: x < 0 ? -magnitude : magnitude, exponent: Math.max(field, 1) - 1075 };
}

/** Value in units of 2^-256, rounded down. */
function fixed({ mantissa, exponent }: Exact): bigint {
  const shift = exponent + places;
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
}

function bitLength(value: bigint): number {
  return value.toString(2).length - (value < 0n ? 1 : 0);
}

/** Inverse hyperbolic tangent of a fixed-point number well inside (-1, 1), by its series. */
function atanh(x: bigint): bigint {
  const square = (x * x) >> BigInt(places);
  let power = x;
  let sum = 0n;
  for (let k = 1n; power > 1n || power < -1n; k += 2n) {
    sum += power / k;
    power = (power * square) >> BigInt(places);
  }
  return sum;
}

const ln2 = 2n * atanh(one / 3n);

/** Natural logarithm of a positive number, in units of 2^-256. */
function fixedLog({ mantissa, exponent }: Exact): bigint {
  const length = bitLength(mantissa);
  // A fraction from 1 to 2, and from 3/4 to 3/2 after that.
  let k = exponent + length - 1;
  let m = fixed({ mantissa, exponent: 1 - length });
  if (2n * m > 3n * one) {
    m >>= 1n;
    k++;
  }
  return 2n * atanh(((m - one) << BigInt(places)) / (m + one)) + BigInt(k) * ln2;
}

function fixedExp(x: bigint): Exact {
  const k = x / ln2;
  const reduced = (x - k * ln2) >> 16n;
  let term = one;
  let sum = one;
  for (let i = 1n; term !== 0n && term !== -1n; i++) {
    term = ((term * reduced) >> BigInt(places)) / i;
    sum += term;
  }
  for (let i = 0; i < 16; i++) sum = (sum * sum) >> BigInt(places);
  return { mantissa: sum, exponent: Number(k) - places };
}

export function exactLog(x: number): Exact {
  return { mantissa: fixedLog(exact(x)), exponent: -places };
}

/** Below this, x squared is too small to matter, and to be seen in units of 2^-256. */
const negligible = 1e-40;

/** log(1 + x), the sum taken exactly. */
export function exactLog1p(x: number): Exact {
  if (Math.abs(x) < negligible) return exact(x);
  const { mantissa, exponent } = exact(x);
  const sum = { mantissa: (1n << 1100n) + (mantissa << BigInt(exponent + 1100)), exponent: -1100 };
  return { mantissa: fixedLog(sum), exponent: -places };
}

export function exactExp(x: number): Exact {
  return fixedExp(fixed(exact(x)));
}

export function exactExpm1(x: number): Exact {
  if (Math.abs(x) < negligible) return exact(x);
  const { mantissa, exponent } = fixedExp(fixed(exact(x)));
  return { mantissa: mantissa - (1n << BigInt(-exponent)), exponent };
}

export function exactPow(x: number, y: number): Exact {
  const { mantissa, exponent } = exact(y);
  const product = fixedLog(exact(x)) * mantissa;
  return fixedExp(exponent >= 0 ? product << BigInt(exponent) : product >> BigInt(-exponent));
}

/** How far a double lies from a value, in units of the last place that a double of that size has. */
export function errorInUnits(got: number, value: Exact): number {
  const g = exact(got);
  const exponent = Math.min(g.exponent, value.exponent);
  const truth = value.mantissa << BigInt(value.exponent - exponent);
  const apart = (g.mantissa << BigInt(g.exponent - exponent)) - truth;
  const unit = Math.max(-1074, bitLength(truth) + exponent - 53) - exponent;
  // A thousandth of a unit is fine enough.
  return Math.abs(Number(unit >= 0 ? (apart * 1000n) >> BigInt(unit) : (apart * 1000n) << BigInt(-unit))) / 1000;
}
