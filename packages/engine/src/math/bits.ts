/**
 * High and low words of a double, and back. The buffer is the only way to the bits of a double, and making one a call would
 * cost more than the logarithm. Every function writes all that it reads, so nothing passes from one call to the next.
 */
const scratch = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a double (sign, exponent, top of the fraction), signed. */
export function highWord(x: number): number {
  scratch.setFloat64(0, x);
  return scratch.getInt32(0);
}

/** The double with the same lower 32 bits and the given upper ones. */
export function withHighWord(x: number, high: number): number {
  scratch.setFloat64(0, x);
  scratch.setInt32(0, high);
  return scratch.getFloat64(0);
}

/** 2 to the power of a whole number from -1022 to 1023, exactly. */
export function powerOfTwo(k: number): number {
  scratch.setInt32(0, (k + 1023) << 20);
  scratch.setInt32(4, 0);
  return scratch.getFloat64(0);
}
