import type { Mutant } from "../../../../test/mutants/mutant.ts";

/** What a scenario's calendar makes of weekdays and holidays, each off. */
export const mutantsOfCalendar: readonly Mutant[] = (
  [
    {
      name: "days of a month are all alike",
      file: "scenario/src/compile/arrival-rates.ts",
      text: "(month.count * weight) / total",
      replacement: "month.count / month.days",
      caughtBy: "a month's count is given to its days by their weights",
    },
    {
      name: "days with as many persons are all alike",
      file: "scenario/src/compile/compile-arrivals.ts",
      text: "(given.on(day) * (week[weekday(day)] as number)) / mean",
      replacement: "given.on(day)",
      caughtBy: "so are persons a day, which are the mean of a week",
    },
    {
      name: "courts sit on federal holidays",
      file: "scenario/src/compile/compile-places.ts",
      text: "closedOn: new Set(years.flatMap(federalHolidays))",
      replacement: "closedOn: new Set(years.slice(years.length).flatMap(federalHolidays))",
      caughtBy: "those of the years around the period, on the day on which they are observed",
    },
  ] as const
).map((mutant) => ({ ...mutant, mechanism: "M19", test: "scenario/test/calendar.test.ts" }));
