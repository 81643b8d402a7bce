import { expect, it } from "vitest";
import { apart } from "../../src/format/apart.ts";

it.each([
  ["a plain value", "40 people", ["90 people"], "40 people"],
  ["one figure of a distribution", '{"geometric":{"mean":"2"}}', ['{"geometric":{"mean":"4"}}'], "mean 2"],
  [
    "two of three",
    '{"release":"20 %","hold":"10 %","removal":"70 %"}',
    ['{"release":"30 %","hold":"10 %","removal":"60 %"}'],
    "release 20 %, removal 70 %",
  ],
  ["one that the other lacks", '{"a":"1","b":"2"}', ['{"a":"1"}'], "b 2"],
  ["another kind", '{"fixed":"2 h"}', ["3 h"], "fixed 2 h"],
  ["the same", '{"a":"1"}', ['{"a":"1"}'], '{"a":"1"}'],
  ["no other", '{"a":"1"}', [], '{"a":"1"}'],
  ["what only looks like a map", "{a", ["b"], "{a"],
] as const)("%s is told by what is its own", (_, value, others, told) => {
  expect(apart(value, others)).toBe(told);
});
