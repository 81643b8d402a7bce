import { describe, expect, it } from "vitest";
import { head, loadText, messages } from "./read-scenarios.ts";

describe("trying again", () => {
  it("is off in the base", () => {
    expect(loadText(head).scenario!.parameters.tryAgain).toBeUndefined();
  });

  it("has attempts, a delay, and weights by the sector of the last", () => {
    const { scenario } = loadText(
      `${head}tryAgain: { most: 3, delay: 10 days, through: { tucson: { yuma: 3, tucson: 9, el-paso: 1 } } }`,
    );
    expect(scenario).toBeUndefined();
    const loaded = loadText(
      `${head}tryAgain: { most: 3, delay: 10 days, through: { tucson: { yuma: 3, tucson: 9, el-paso: 1 }, default: { tucson: 1 } } }`,
    );
    const { sectors, tryAgain } = loaded.scenario!.parameters;
    const index = (name: string): number => sectors.findIndex(({ id }) => id === name);
    expect([tryAgain?.mostAttempts, tryAgain?.delay.mean]).toEqual([3, 240]);
    const weights = tryAgain!.through![index("tucson")]!;
    expect([weights[index("yuma")], weights[index("el-paso")], weights[index("tucson")]]).toEqual([3, 1, 0]);
    expect(tryAgain!.through![index("laredo")]![index("tucson")]).toBe(1);
  });

  it.each([
    ["tryAgain: { most: 300 }", ["scenarios/x.yaml:4:13 tryAgain.most must be at most 100 attempts (got 300)"]],
    [
      "tryAgain: { most: 2, through: { tucsn: { yuma: 1 }, default: { tucson: 1, yuma: 1, elpaso: 2 } } }",
      [
        'scenarios/x.yaml:4:33 tryAgain.through.tucsn must be a sector that is defined (got "tucsn") (did you mean "tucson"?)',
        'scenarios/x.yaml:4:84 tryAgain.through.default.elpaso must be a sector that is defined (got "elpaso") (did you mean "el-paso"?)',
      ],
    ],
    [
      "tryAgain: { most: 2, through: { default: { tucson: 1 } } }",
      ["scenarios/x.yaml:4:22 tryAgain.through must lead from tucson to another sector, or have a default that does"],
    ],
  ])("%s", (text, expected) => {
    expect(messages(loadText(`${head}${text}`))).toEqual(expected);
  });
});
