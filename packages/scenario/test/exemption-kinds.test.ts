import { describe, expect, it } from "vitest";
import { parametersOf } from "./read-scenarios.ts";

describe("exemptions by kind", () => {
  const eligibility = (exempt: string) =>
    parametersOf(`sectors: { tucson: { eligibility: { exempt: { ${exempt} } } } }`).sectors.find(
      ({ id }) => id === "tucson",
    )!.eligibility;

  it("sum to the share of their category; one without kinds keeps its own, for another reason", () => {
    const { exempt, exemptKinds } = eligibility("kinds: { family: { underOne: 6.25 %, pregnant: 2.5 % } }");
    expect(exempt).toEqual([{ from: -Infinity, value: [0.03, 0.0875, 0] }]);
    const share = [
      [0, 0, 0, 0.03],
      [0.0625, 0.025, 0, 0],
      [0, 0, 0, 0],
    ];
    expect(exemptKinds).toEqual([{ from: -Infinity, value: { share, exempt: [true, true, true, true] } }]);
    expect(eligibility("family: 10 %").exemptKinds).toBeUndefined();
  });

  it("may change on dates, as may those that are returned all the same", () => {
    const { exempt, exemptKinds } = eligibility(
      "kinds: { family: { underOne: { before: 50 %, 2019-12-01: 25 % }, illness: 12.5 % } }, returned: { before: [], 2020-01-01: [underOne] }",
    );
    expect(exempt.map(({ value }) => value[1])).toEqual([0.625, 0.375, 0.125]);
    expect(exemptKinds!.map(({ value }) => value.exempt[0])).toEqual([true, true, false]);
    expect(exemptKinds!.map(({ value }) => value.share[1][0])).toEqual([0.5, 0.25, 0.25]);
  });
});
