import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
