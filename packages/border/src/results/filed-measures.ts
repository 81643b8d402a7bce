import type { BorderView } from "../border-view.ts";
import type { FiledCases } from "../ledger/court-cases.ts";
import type { AddMeasure, Measure } from "./measure.ts";

/** When a court case is counted, for definitions. */
export const whenFiled =
  "when the notice to appear is filed: at the first return, or the enrolment where a court says so";

/** Court cases filed: the third thing that is called returned. */
export function filedMeasures(measure: AddMeasure, which: string, of: (model: BorderView) => FiledCases): Measure[] {
  return [
    measure(
      "court-cases.filed",
      "persons",
      `Persons in court cases filed, ${which}, ${whenFiled}`,
      (m) => of(m).persons.total,
    ),
    measure("court-cases.filed.cases", "cases", `Court cases filed, ${which}`, (m) => of(m).cases),
  ];
}
