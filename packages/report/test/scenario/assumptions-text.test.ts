import { expect, it } from "vitest";
import { assumptionsText } from "../../src/index.ts";
import { byGrade } from "../../src/scenario/grades.ts";
import { fakeScenario } from "../fake-run.ts";

it("groups by grade, weakest first, unknown grades last, each value once", () => {
  const value = fakeScenario.sourced[0]!;
  const grades = ["A", "Z", "assumption", "C", "A", "unsourced", "given"];
  const groups = byGrade(
    grades.map((grade, index) => ({ ...value, grade, path: `${index}`, origin: `x.yaml:${index}` })),
  );
  expect(groups.map(({ values }) => values.map(({ path }) => path))).toEqual([
    ["6"],
    ["5"],
    ["2"],
    ["3"],
    ["0", "4"],
    ["1"],
  ]);
});

it("says so when no value names a source", () => {
  expect(assumptionsText({ ...fakeScenario, sourced: [] }, { color: false })).toBe(
    "No value of this scenario names a source.\n",
  );
});

it("cannot be made to command the terminal", () => {
  const value = { ...fakeScenario.sourced[0]!, path: "a\u001b[2J", text: "\u009b31m", note: "x\u0007y" };
  expect(assumptionsText({ ...fakeScenario, sourced: [value] }, { color: false }).replaceAll("\n", "")).not.toMatch(
    /\p{Cc}/u,
  );
});
