/**
 * The number, if it is whole and large enough.
 * @throws RangeError if it is not
 */
export function wholeFrom(least: number, what: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${what} must be a whole number from ${least}, got ${value}`);
}
