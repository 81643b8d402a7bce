import { refuse } from "../core/refuse.ts";

/** @throws RangeError if a value is not a whole number from `from` on */
export function wholeNumber(name: string, value: number, from: number): number {
  if (!(Number.isInteger(value) && value >= from)) refuseNumber(name, value, from);
  return value;
}

function refuseNumber(name: string, value: number, from: number): never {
  refuse(`${name} must be a whole number from ${from}`, value);
}
