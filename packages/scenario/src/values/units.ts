import { nearest } from "../text/nearest.ts";
import { anyOf } from "../text/words.ts";

/** A kind of quantity: its units, with what turns a figure into the model's own unit. */
export interface Dimension {
  /** In words, with an example, for messages and for the schema. */
  readonly expected: string;
  /** As the reference names it. */
  readonly unit: string;
  /** Unit as written to factor; the empty unit is a bare number. */
  readonly units: Readonly<Record<string, number>>;
  readonly whole?: boolean;
  /** 0 unless given. */
  readonly least?: number;
  readonly most?: number;
}

const hoursADay = 24;
/** A month as a rate: a twelfth of 365.25 days. */
const hoursAMonth = 730.5;

const milesAKilometre = 0.621371192237334;

const people = { people: 1, persons: 1, person: 1 } as const;
const peopleADay = { "people/day": 1, "persons/day": 1, "/day": 1 } as const;
const bare = { "": 1 } as const;
const times = { hour: 1, day: hoursADay, week: 7 * hoursADay, month: hoursAMonth, year: 12 * hoursAMonth } as const;

/** Units of one part of so many per time. */
function perTime(part: string, parts: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(times).map(([time, hours]) => [`${part}/${time}`, 1 / hours / parts]));
}

/** Persons, hours, miles, shares from 0 to 1, events an hour: what each kind of setting is written in. */
export const dimensions = {
  people: { expected: "a whole number of people, for example 700 people", unit: "people", units: people, whole: true },
  peopleADay: { expected: "people per day, for example 50/day", unit: "people/day", units: peopleADay },
  placesADay: {
    expected: "a whole number of people per day, for example 50/day",
    unit: "people/day",
    units: peopleADay,
    whole: true,
  },
  casesADay: {
    expected: "cases per day, for example 80 cases/day",
    unit: "cases/day",
    units: { "cases/day": 1, "/day": 1 },
  },
  cases: {
    expected: "a whole number of cases, for example 2 cases",
    unit: "cases",
    units: { cases: 1, case: 1 },
    whole: true,
  },
  duration: {
    expected: "a duration, for example 72 h, 90 min or 60 days",
    unit: "h, min, days or weeks",
    units: {
      h: 1,
      hour: 1,
      hours: 1,
      min: 1 / 60,
      minutes: 1 / 60,
      day: hoursADay,
      days: hoursADay,
      week: 7 * hoursADay,
      weeks: 7 * hoursADay,
    },
  },
  distance: {
    expected: "a distance, for example 317 mi",
    unit: "mi or km",
    units: { mi: 1, miles: 1, km: milesAKilometre },
  },
  money: { expected: "an amount of money, for example 900 USD", unit: "USD", units: { USD: 1 } },
  moneyAMile: {
    expected: "an amount of money a mile, for example 4 USD/mi",
    unit: "USD/mi or USD/km",
    units: { "USD/mi": 1, "USD/km": 1 / milesAKilometre },
  },
  moneyAnHour: {
    expected: "an amount of money an hour, for example 60 USD/h",
    unit: "USD/h",
    units: { "USD/h": 1, "USD/hour": 1 },
  },
  share: { expected: "a share from 0 % to 100 %", unit: "%", units: { "%": 0.01 }, most: 1 },
  rate: { expected: "a rate, for example 1/month", unit: "/hour, /day, /week, /month or /year", units: perTime("", 1) },
  costADay: { expected: "a number per day, for example 0.02/day", unit: "/day", units: { "/day": 1 } },
  hazard: {
    expected: "a share per time, for example 0.4 %/day",
    unit: "%/hour, %/day, %/week, %/month or %/year",
    units: perTime("%", 100),
  },
  count: { expected: "a whole number from 0", unit: "whole number", units: bare, whole: true },
  positiveCount: {
    expected: "a positive whole number",
    unit: "whole number from 1",
    units: bare,
    whole: true,
    least: 1,
  },
  replications: {
    expected: "a whole number from 1 to 1000000",
    unit: "whole number from 1",
    units: bare,
    whole: true,
    least: 1,
    most: 1_000_000,
  },
  number: { expected: "a number from 0", unit: "number", units: bare },
} as const satisfies Record<string, Dimension>;

/** Beyond it sums and products leave what a number can hold. */
const greatest = 1_000_000_000_000;

/** The figure in the model's unit, or what is wrong with it as the middle of a sentence. */
export function parseQuantity(
  text: string,
  dimension: Dimension,
): { readonly value: number } | { readonly problem: string } {
  const oneLine = text.trim().replace(/\s+/g, " ");
  const [, figure = "", rest = ""] = /^([-+]?\d[\d.,]*(?:e[-+]?\d+)?)? ?(.*)$/i.exec(oneLine) ?? [];
  if (!/^[-+]?\d+(\.\d+)?$/.test(figure)) {
    const plain = plainFigure(figure);
    const hint = plain === undefined ? "" : `, in a plain figure (did you mean "${oneLine.replace(figure, plain)}"?)`;
    return { problem: `must be ${dimension.expected}${hint}` };
  }
  const unit = rest.replace(/ ?\/ ?/, "/");
  const factor = Object.hasOwn(dimension.units, unit) ? dimension.units[unit] : undefined;
  if (factor === undefined) {
    const units = Object.keys(dimension.units);
    if ("" in dimension.units) return { problem: `must be ${dimension.expected}, without a unit` };
    const perCent =
      unit === "" && Number(figure) <= 1 && "%" in dimension.units
        ? ` (did you mean "${Number((Number(figure) * 100).toPrecision(9))} %"?)`
        : "";
    if (unit === "") return { problem: `must have a unit (${anyOf(units)})${perCent}` };
    const meant = nearest(unit.replace(/ ?per /, "/"), units);
    const whole = meant && ` (did you mean "${figure}${meant.startsWith("/") ? "" : " "}${meant}"?)`;
    return { problem: `must be in ${anyOf(units)}${whole ?? ""}` };
  }
  const value = Number(figure) * factor;
  const { whole, least = 0, most = greatest } = dimension;
  if (Math.abs(value) > greatest)
    return { problem: `must be a figure that somebody could count to, at most ${greatest}` };
  if (value < least || value > most || (whole && !Number.isInteger(value)))
    return { problem: `must be ${dimension.expected}` };
  return { value };
}

/** What a figure with commas or powers of ten was most likely meant to be. */
function plainFigure(figure: string): string | undefined {
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(figure)) return figure.replaceAll(",", "");
  if (/^[-+]?\d+,\d+$/.test(figure)) return figure.replace(",", ".");
  const value = /e/i.test(figure) ? Number(figure) : Number.NaN;
  return Math.abs(value) < 1e21 ? String(value) : undefined;
}
