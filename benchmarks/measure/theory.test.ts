import { expect, it } from "vitest";
import { meanSojourn } from "./theory.ts";

it("one server: 1 / (mu - lambda)", () => {
  expect(meanSojourn(0.9, 1, 1)).toBeCloseTo(10, 10);
});

it("two servers at load a each: 1 / (1 - a^2)", () => {
  expect(meanSojourn(1, 1, 2)).toBeCloseTo(4 / 3, 10);
});

it("ten servers at nine tenths: Erlang C is 0.6687", () => {
  expect(meanSojourn(9, 1, 10)).toBeCloseTo(1.6687, 4);
});
