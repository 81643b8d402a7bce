import type { Mutant } from "../../../../test/mutants/mutant.ts";

/** Court cases, rival doors and what becomes of people after a lost case, off or broken. */
export const mutantsOfDoors: readonly Mutant[] = [
  {
    name: "court cases: all are filed at the return",
    file: "border/src/model/court-cases.ts",
    text: 'if (valueAt(filed, simulation.now) === "enrolment") this.file(row, point);',
    replacement: "",
    test: "border/test/court-cases.test.ts",
    caughtBy: "at the enrolment also for those who are then found at risk, so that more are filed than return",
  },
  {
    name: "court cases: filed at the enrolment and again at the return",
    file: "border/src/model/court-cases.ts",
    text: "if (!cases.has(row, flag.filed)) ",
    replacement: "",
    test: "border/test/court-cases.test.ts",
    caughtBy: "once an attempt where the rule changes between enrolment and return",
  },
  {
    name: "court cases: filed again of people with a date",
    file: "border/src/model/court-cases.ts",
    text: "point < 0 || cases.keptDate[row] !== 0",
    replacement: "point < 0",
    test: "border/test/court-cases.test.ts",
    caughtBy: "not again of people who try again with a date of an earlier attempt, but anew when that has passed",
  },
];
