/**
 * Throws what a value must be, and what it is. Where a check stands on a hot path, its message is made here: a compiler that finds
 * two messages about one number in one place writes that number out as text each time it comes by, whether it is refused or not.
 */
export function refuse(what: string, got: unknown): never {
  throw new RangeError(`${what}, got ${got}`);
}

/** @throws RangeError if a value is not a whole number from `from` on */
export function wholeNumber(name: string, value: number, from: number): number {
  if (!(Number.isInteger(value) && value >= from)) refuseNumber(name, value, from);
  return value;
}

function refuseNumber(name: string, value: number, from: number): never {
  refuse(`${name} must be a whole number from ${from}`, value);
}
