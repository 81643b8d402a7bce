import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantity } from "../src/values/quantity.ts";
import { type Dimension, dimensions, parseQuantity } from "../src/values/units.ts";

describe("a quantity in the model's own unit", () => {
  it.each([
    ["72 h", "duration", 72],
    ["90 min", "duration", 1.5],
    ["60 days", "duration", 1440],
    ["2 weeks", "duration", 336],
    ["4.75h", "duration", 4.75],
    ["317 mi", "distance", 317],
    ["13 %", "share", 0.13],
    ["50/day", "placesADay", 50],
    ["50 people / day", "placesADay", 50],
    ["0.4 %/day", "hazard", 0.004 / 24],
    ["2/week", "rate", 2 / 168],
    ["700 people", "people", 700],
    ["20", "count", 20],
    ["0 %", "share", 0],
    ["100 %", "share", 1],
    ["1", "positiveCount", 1],
    ["1000000000000", "number", 1e12],
    ["1000000", "replications", 1_000_000],
    ["  5  \n people / day ", "placesADay", 5],
    ["900 USD", "money", 900],
    ["4.50 USD/mi", "moneyAMile", 4.5],
    ["1 USD/km", "moneyAMile", 1.609344],
    ["60 USD / h", "moneyAnHour", 60],
  ] as const)("%s", (text, dimension, value) => {
    const parsed = parseQuantity(text, dimensions[dimension]);
    expect("value" in parsed ? parsed.value : parsed.problem).toBeCloseTo(value, 12);
  });

  it.each([
    ["72", "duration", "must have a unit (h, hour, hours, min, minutes, day, days, week or weeks)"],
    ["72 hrs", "duration", "must be in h, hour, hours, min, minutes, day, days, week or weeks"],
    [
      "72 minuts",
      "duration",
      'must be in h, hour, hours, min, minutes, day, days, week or weeks (did you mean "72 minutes"?)',
    ],
    [
      "1e3 h",
      "duration",
      'must be a duration, for example 72 h, 90 min or 60 days, in a plain figure (did you mean "1000 h"?)',
    ],
    [
      "4,75 h",
      "duration",
      'must be a duration, for example 72 h, 90 min or 60 days, in a plain figure (did you mean "4.75 h"?)',
    ],
    ["1.2.3 h", "duration", "must be a duration, for example 72 h, 90 min or 60 days"],
    ["50 per day", "placesADay", 'must be in people/day, persons/day or /day (did you mean "50/day"?)'],
    ["50 people per day", "placesADay", 'must be in people/day, persons/day or /day (did you mean "50 people/day"?)'],
    ["0.3", "share", 'must have a unit (%) (did you mean "30 %"?)'],
    ["0.07", "share", 'must have a unit (%) (did you mean "7 %"?)'],
    ["13", "share", "must have a unit (%)"],
    ["100.1 %", "share", "must be a share from 0 % to 100 %"],
    ["5 constructor", "duration", "must be in h, hour, hours, min, minutes, day, days, week or weeks"],
    ["-5 h", "duration", "must be a duration, for example 72 h, 90 min or 60 days"],
    [
      "2,700 people",
      "people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "2700 people"?)',
    ],
    ["0.5 people", "people", "must be a whole number of people, for example 700 people"],
    ["20 agents", "count", "must be a whole number from 0, without a unit"],
    ["900", "money", "must have a unit (USD)"],
    ["1000000000001", "number", "must be a figure that somebody could count to, at most 1000000000000"],
    [`${"9".repeat(400)}`, "number", "must be a figure that somebody could count to, at most 1000000000000"],
    ["0", "positiveCount", "must be a positive whole number"],
    ["1000001", "replications", "must be a whole number from 1 to 1000000"],
    ["many", "share", "must be a share from 0 % to 100 %"],
  ] as const)("%s is refused", (text, dimension, problem) => {
    expect(parseQuantity(text, dimensions[dimension])).toEqual({ problem });
  });

  it("never throws, and never gives a figure outside its dimension", () => {
    const names = Object.keys(dimensions) as (keyof typeof dimensions)[];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...names), (text, name) => {
        const dimension: Dimension = dimensions[name];
        const parsed = parseQuantity(text, dimension);
        if ("problem" in parsed) return parsed.problem.startsWith("must ");
        return parsed.value >= (dimension.least ?? -Infinity) && parsed.value <= (dimension.most ?? Infinity);
      }),
    );
  });

  /** Each kind with its words, its unit, and what one of each unit is in the model's own. */
  it.each<[name: keyof typeof dimensions, expected: string, unit: string, units: Readonly<Record<string, number>>]>([
    [
      "people",
      "a whole number of people, for example 700 people",
      "people",
      { "1 people": 1, "1 persons": 1, "1 person": 1 },
    ],
    [
      "peopleADay",
      "people per day, for example 50/day",
      "people/day",
      { "2.5 people/day": 2.5, "2.5 persons/day": 2.5, "2.5/day": 2.5 },
    ],
    [
      "placesADay",
      "a whole number of people per day, for example 50/day",
      "people/day",
      { "2 people/day": 2, "2 persons/day": 2, "2/day": 2 },
    ],
    ["casesADay", "cases per day, for example 80 cases/day", "cases/day", { "2.5 cases/day": 2.5, "2.5/day": 2.5 }],
    ["cases", "a whole number of cases, for example 2 cases", "cases", { "2 cases": 2, "1 case": 1 }],
    [
      "duration",
      "a duration, for example 72 h, 90 min or 60 days",
      "h, min, days or weeks",
      {
        "1 h": 1,
        "1 hour": 1,
        "2 hours": 2,
        "6 min": 0.1,
        "30 minutes": 0.5,
        "1 day": 24,
        "2 days": 48,
        "1 week": 168,
        "2 weeks": 336,
      },
    ],
    ["distance", "a distance, for example 317 mi", "mi or km", { "1 mi": 1, "2 miles": 2, "1.609344 km": 1 }],
    ["money", "an amount of money, for example 900 USD", "USD", { "2.5 USD": 2.5 }],
    [
      "moneyAMile",
      "an amount of money a mile, for example 4 USD/mi",
      "USD/mi or USD/km",
      { "4 USD/mi": 4, "1 USD/km": 1.609344 },
    ],
    ["moneyAnHour", "an amount of money an hour, for example 60 USD/h", "USD/h", { "60 USD/h": 60, "60 USD/hour": 60 }],
    ["share", "a share from 0 % to 100 %", "%", { "13 %": 0.13 }],
    [
      "rate",
      "a rate, for example 1/month",
      "/hour, /day, /week, /month or /year",
      { "2/hour": 2, "24/day": 1, "168/week": 1, "730.5/month": 1, "8766/year": 1 },
    ],
    ["costADay", "a number per day, for example 0.02/day", "/day", { "0.02/day": 0.02 }],
    [
      "hazard",
      "a share per time, for example 0.4 %/day",
      "%/hour, %/day, %/week, %/month or %/year",
      { "2 %/hour": 0.02, "24 %/day": 0.01, "168 %/week": 0.01, "730.5 %/month": 0.01, "8766 %/year": 0.01 },
    ],
    ["count", "a whole number from 0", "whole number", { "3": 3 }],
    ["positiveCount", "a positive whole number", "whole number from 1", { "3": 3 }],
    ["replications", "a whole number from 1 to 1000000", "whole number from 1", { "3": 3 }],
    ["number", "a number from 0", "number", { "2.5": 2.5 }],
  ])("%s", (name, expected, unit, units) => {
    const dimension: Dimension = dimensions[name];
    expect([dimension.expected, dimension.unit]).toEqual([expected, unit]);
    expect(parseQuantity("many", dimension)).toEqual({ problem: `must be ${expected}` });
    expect(Object.keys(units).map((text) => text.replace(/^[\d.]+ ?/, ""))).toEqual(Object.keys(dimension.units));
    for (const [text, value] of Object.entries(units)) {
      const parsed = parseQuantity(text, dimension);
      expect("value" in parsed ? parsed.value : parsed.problem, text).toBeCloseTo(value, 12);
    }
    const negative = parseQuantity(`-1 ${Object.keys(dimension.units)[0]}`, dimension);
    expect(negative).toEqual({ problem: `must be ${expected}` });
  });

  it.each([
    ["+5 people", 5],
    ["05 people", 5],
    ["5people", 5],
    ["5 PEOPLE", 'must be in people, persons or person (did you mean "5 people"?)'],
    ["5  people", 5],
    ["5. people", "must be a whole number of people, for example 700 people"],
    [".5 people", "must be a whole number of people, for example 700 people"],
    ["people 5", "must be a whole number of people, for example 700 people"],
    ["", "must be a whole number of people, for example 700 people"],
    ["5\npeople", 5],
    ["x5 people", "must be a whole number of people, for example 700 people"],
    [
      "12,345 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "12345 people"?)',
    ],
    [
      "1,234.56 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "1234.56 people"?)',
    ],
    ["1,234,5 people", "must be a whole number of people, for example 700 people"],
    ["5 5 people", 'must be in people, persons or person (did you mean "5 people"?)'],
    [
      "1E3 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "1000 people"?)',
    ],
    [
      "1e+3 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "1000 people"?)',
    ],
    ["1e21 people", "must be a whole number of people, for example 700 people"],
    [
      "-1e-2 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "-0.01 people"?)',
    ],
    [
      "1,234,567.5 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "1234567.5 people"?)',
    ],
    [
      "-1,234 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "-1234 people"?)',
    ],
    [
      "1234,567 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "1234.567 people"?)',
    ],
    [
      "+1,5 people",
      'must be a whole number of people, for example 700 people, in a plain figure (did you mean "+1.5 people"?)',
    ],
    ["1,,5 people", "must be a whole number of people, for example 700 people"],
    ["1,23,456 people", "must be a whole number of people, for example 700 people"],
    ["-1000000000001 people", "must be a figure that somebody could count to, at most 1000000000000"],
  ] as const)("of people, written %s", (text, expected) => {
    const parsed = parseQuantity(text, dimensions.people);
    expect("value" in parsed ? parsed.value : parsed.problem).toBe(expected);
  });

  it("of an amount a day, written with blanks around the stroke, or none", () => {
    for (const text of ["5 people/day", "5 people /day", "5 people/ day", "5 people / day", "5people/day", "5/ day"])
      expect(parseQuantity(text, dimensions.placesADay)).toEqual({ value: 5 });
    expect(parseQuantity("1", dimensions.share)).toEqual({ problem: 'must have a unit (%) (did you mean "100 %"?)' });
    expect(parseQuantity("1.01", dimensions.share)).toEqual({ problem: "must have a unit (%)" });
    expect(parseQuantity("0.5", dimensions.people)).toEqual({
      problem: "must have a unit (people, persons or person)",
    });
    expect(parseQuantity("0.5 x", dimensions.share)).toEqual({ problem: "must be in %" });
    expect(parseQuantity("0.123456789012", dimensions.share)).toEqual({
      problem: 'must have a unit (%) (did you mean "12.3456789 %"?)',
    });
  });

  it("reads back every unit it lists", () => {
    for (const dimension of Object.values(dimensions) as Dimension[]) {
      for (const [unit, factor] of Object.entries(dimension.units)) {
        expect(parseQuantity(`1 ${unit}`, dimension)).toEqual(
          dimension.whole && !Number.isInteger(factor) ? expect.anything() : { value: factor },
        );
      }
    }
  });
});

describe("a quantity as it stands in a file", () => {
  const read = (raw: Parameters<ReturnType<typeof quantity>>[0]) => {
    const told: string[] = [];
    const value = quantity(dimensions.people)(raw, (sentence) => told.push(sentence));
    return [value, ...told];
  };

  it("is its figure, or is told what is wrong with it and what stands there", () => {
    expect(read("7 people")).toEqual([7]);
    expect(read("0 people")).toEqual([0]);
    expect(read("7")).toEqual([undefined, "must have a unit (people, persons or person) (got 7)"]);
    const expected = "must be a whole number of people, for example 700 people";
    expect(read("many")).toEqual([undefined, `${expected} (got "many")`]);
    expect(read({ people: "7" })).toEqual([undefined, `${expected} (got a map)`]);
    expect(read(["7 people"])).toEqual([undefined, `${expected} (got a list)`]);
    expect(read(undefined)).toEqual([undefined, `${expected} (got nothing)`]);
  });
});
