/**
 * Throws an error that says what a value must be, and what it is. Checks on hot paths make their messages here: where
 * two messages about one number stand in one function, the compiler turns that number into text each time, whether it
 * is refused or not.
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
