import { got } from "./got.ts";
import type { Reader } from "./reader.ts";

/** A place on a ladder of variants that change one figure. */
export interface Level {
  /** In `unit`. */
  readonly value: number;
  /** As it is written in the file. */
  readonly unit: string;
}

/** Where a variant stands on a ladder: `50`, `50 seats`, `12.5 %`. */
export const level: Reader<Level> = (raw, report) => {
  const parts = typeof raw === "string" ? /^(-?\d{1,12}(?:\.\d{1,12})?)(?:\s+(\S.*))?$/.exec(raw.trim()) : null;
  if (parts !== null) return { value: Number(parts[1]), unit: parts[2] ?? "" };
  report(`must be a number, alone or with a unit, for example 50 seats ${got(raw)}`);
  return undefined;
};
