/**
 * The words of a double, and powers of two. The buffer is the only way to the bits of a double, and making one a call would
 * cost more than the logarithm. Every function writes all that it reads, so nothing passes from one call to the next.
 */
const scratch = new Float64Array(1);
const words = new Int32Array(scratch.buffer);
/** Which of the two words is the upper one: 1 on every machine that is common today. */
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0]!;

/** The upper 32 bits of a double (sign, exponent, top of the fraction), signed. */
export function highWord(x: number): number {
  scratch[0] = x;
  return words[upper]!;
}

/** The double of these upper 32 bits, its lower 32 zero. */
export function fromHighWord(high: number): number {
  words[upper] = high;
  words[1 - upper] = 0;
  return scratch[0]!;
}

/** The double with its lower 32 bits zero: it has 21 significant bits, so the product of two of them is exact. */
export function withoutLowWord(x: number): number {
  scratch[0] = x;
  words[1 - upper] = 0;
  return scratch[0];
}

/** 2 to the power of 1024 - i, exactly, for i from 1 to 2098. A product with one is quicker than writing an exponent. */
const powers = new Float64Array(2099);
for (let i = 1, power = 2 ** 1023; i < powers.length; i++, power /= 2) powers[i] = power;

/** 2 to the power of a whole number from -1074 to 1023, exactly. */
export function powerOfTwo(k: number): number {
  return powers[1024 - k]!;
}

/** x times 2 to the power of k, for x from 0.5 to 2 and k from -1080 to 1024, rounded once. */
export function timesPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  return k >= -1021 ? x * powerOfTwo(k) : x * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
