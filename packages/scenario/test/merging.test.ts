import { describe, expect, it } from "vitest";
import { head, loadText, parametersOf } from "./read-scenarios.ts";

describe("a scenario on top of another", () => {
  it("replaces a value whole, with its calendar, its distribution, its source", () => {
    const { returnLimits, sectors } = parametersOf(
      "returnLimits: { el-paso: { limit: 70/day } }\nsectors: { tucson: { processing: { time: { family: 2 h } } } }",
    );
    expect(returnLimits.find(({ id }) => id === "el-paso")!.perDay).toEqual([{ from: -Infinity, value: 70 }]);
    const tucson = sectors.find(({ id }) => id === "tucson")!;
    expect(tucson.processing.time.map(({ mean, variance }) => [mean, variance > 0])).toEqual([
      [1, true],
      [2, false],
      [1.5, true],
    ]);
  });

  it("keeps what it does not mention", () => {
    const base = parametersOf("");
    const changed = parametersOf("sectors: { tucson: { custody: { capacity: 5 people } } }");
    expect(changed.sectors.map(({ id }) => id)).toEqual(base.sectors.map(({ id }) => id));
    expect(changed.courts).toEqual(base.courts);
  });

  it("adds its notes to those of the base, each sentence once", () => {
    const ofBase = loadText(head).scenario!.notes;
    expect(ofBase.length).toBeGreaterThan(0);
    const again = JSON.stringify(ofBase[0]);
    expect(loadText(`${head}notes: [The demand is synthetic., ${again}]`).scenario!.notes).toEqual([
      ...ofBase,
      "The demand is synthetic.",
    ]);
  });

  it("a place of its own gets the defaults of the base", () => {
    const { cities } = parametersOf(
      "cities: { nogales: { timeZone: America/Hermosillo, shelters: { beds: 200 people } } }",
    );
    const nogales = cities.find(({ id }) => id === "nogales")!;
    expect(nogales.acceptance).toBe(0.3);
    expect(nogales.beds).toEqual([{ from: -Infinity, value: 200 }]);
  });
});
