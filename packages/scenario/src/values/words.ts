import { dayNumber } from "@mpp-sim/engine";
import { didYouMean } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";
import { got } from "./got.ts";
import { below, isMap, type Reader } from "./reader.ts";

/** Any text that is not empty. */
export const text: Reader<string> = (raw, report) => {
  if (typeof raw === "string" && raw.trim() !== "") return raw.trim();
  report(`must be a text ${got(raw)}`);
  return undefined;
};

/** One of some words. */
export function choice<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (raw, report) => {
    const found = words.find((word) => word === raw);
    if (found !== undefined) return found;
    report(`must be ${anyOf(words)} ${got(raw)}${typeof raw === "string" ? didYouMean(raw, words) : ""}`);
    return undefined;
  };
}

/** `yes` or `no`. */
export const yesOrNo: Reader<boolean> = (raw, report) => {
  const word = choice(["yes", "no"])(raw, report);
  return word === undefined ? undefined : word === "yes";
};

/** Years of which a date is no slip. */
const years = { first: "1950", last: "2099" } as const;

/** A date as a day number. */
export const date: Reader<number> = (raw, report) => {
  try {
    const day = typeof raw === "string" ? dayNumber(raw.trim()) : undefined;
    const year = String(raw).trim().slice(0, 4);
    if (day !== undefined && year >= years.first && year <= years.last) return day;
    if (day !== undefined) {
      report(`must be a date from ${years.first} to ${years.last} ${got(raw)}`);
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  report(`must be a date that exists, written YYYY-MM-DD ${got(raw)}${dateMeant(String(raw))}`);
  return undefined;
};

/** What a date with a letter, a hyphen or a zero too many or too few was most likely meant to be. */
function dateMeant(text: string): string {
  const digits = text.replace(/\D/g, "").replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const [year = "", ...rest] = (digits.includes("-") ? digits : text.trim()).split("-");
  const meant = [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
  return meant !== text && date(meant, () => {}) !== undefined ? ` (did you mean "${meant}"?)` : "";
}

/** The values, if there are all. */
export function allOf<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.every((value) => value !== undefined) ? (values as readonly T[]) : undefined;
}

/** A list of what `item` reads. */
export function listOf<T>(item: Reader<T>, expected = "a list, for example [a, b]"): Reader<readonly T[]> {
  return (raw, report) => {
    if (Array.isArray(raw)) return allOf(raw.map((one, index) => item(one, below(report, index))));
    report(`must be ${expected} ${got(raw)}`);
    return undefined;
  };
}

/** A map of names to what `value` reads; at least one. */
export function mapOf<T>(value: Reader<T>, expected: string): Reader<ReadonlyMap<string, T>> {
  return (raw, report) => {
    if (!isMap(raw) || Object.keys(raw).length === 0) {
      report(`must be ${expected} ${got(raw)}`);
      return undefined;
    }
    const names = Object.keys(raw);
    const values = allOf(names.map((name) => value(raw[name], below(report, name))));
    return values && new Map(names.map((name, index) => [name, values[index] as T]));
  };
}
