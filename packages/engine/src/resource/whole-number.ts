/** @throws RangeError if a value is not a whole number from `from` on */
export function wholeNumber(name: string, value: number, from: number): number {
  if (!(Number.isInteger(value) && value >= from)) {
    throw new RangeError(`${name} must be a whole number from ${from}, got ${value}`);
  }
  return value;
}
