import { describe, expect, it } from "vitest";
import { bottlenecksJson, dailyCsv, measuresCsv, replicationsCsv, resultJson, summaryJson } from "../../src/index.ts";
import { fakeRun, fakeScenario, withMeasure } from "../fake-run.ts";
import { fakeVariants, fewPolicies } from "../fake-variants.ts";

const run = fakeRun({ days: 3, replications: 3 });

describe("summary.json", () => {
  it("holds exactly the keys of the contract, in full precision", () => {
    const objects = JSON.parse(summaryJson(run));
    expect(Object.keys(objects[0])).toEqual([
      "name",
      "unit",
      "n",
      "mean",
      "halfWidth",
      "q05",
      "q50",
      "q95",
      "min",
      "max",
      "low",
      "high",
    ]);
    expect(objects).toEqual(run.estimates);
  });

  it("an undefined measure is null, its n is 0", () => {
    const undefinedRun = withMeasure(run, "sector.tucson.arrivals", [Number.NaN]);
    expect(JSON.parse(summaryJson(undefinedRun))[0]).toMatchObject({
      n: 0,
      mean: null,
      halfWidth: null,
      q05: null,
      max: null,
    });
  });

  it("without measures it is an empty array", () => {
    expect(summaryJson({ ...run, estimates: [] })).toBe("[]\n");
  });
});

describe("replications.csv", () => {
  it("has one row a replication and measure, empty where undefined", () => {
    const lines = [...replicationsCsv(withMeasure(run, "sector.tucson.arrivals", [7, Number.NaN, 0.1]))]
      .join("")
      .split("\n");
    const per = run.catalogue.measures.length;
    expect(lines).toHaveLength(1 + 3 * per + 1);
    expect([lines[0], lines[1], lines[1 + per], lines[1 + 2 * per]]).toEqual([
      "replication,measure,unit,value",
      "0,sector.tucson.arrivals,persons,7",
      "1,sector.tucson.arrivals,persons,",
      "2,sector.tucson.arrivals,persons,0.1",
    ]);
  });
});

describe("daily.csv", () => {
  it("has one row a date and series, empty where undefined", () => {
    const undefinedDay = { ...run.daily[0]!, mean: null, q05: null, q50: null, q95: null };
    const lines = dailyCsv({ ...run, daily: [undefinedDay] }).split("\n");
    expect(lines).toEqual(["date,measure,unit,mean,q05,q50,q95", "2019-11-22,sector.tucson.released,persons,,,,", ""]);
  });
});

describe("measures.csv", () => {
  it("has a row for each measure and each series, with what it counts", () => {
    const { measures, series } = run.catalogue;
    const lines = measuresCsv(run).trimEnd().split("\n");
    expect(lines).toHaveLength(1 + measures.length + series.length);
    expect(lines[0]).toBe("name,unit,definition,table");
    const [first, last] = [measures[0]!, series.at(-1)!];
    expect(lines[1]).toBe(`${first.name},${first.unit},${first.description},replications.csv`);
    expect(lines.at(-1)).toBe(`${last.name},${last.unit},${last.description},daily.csv`);
  });

  it("with variants it has those of all of them, each once", () => {
    const own = { name: "bus.new.trips", unit: "trips", description: "Trips, all" };
    const more = { ...run, catalogue: { ...run.catalogue, measures: [...run.catalogue.measures, own] } };
    const variants = [
      { name: "a", result: run },
      { name: "b", result: more },
    ];
    const lines = measuresCsv({ ...fakeVariants(fewPolicies), variants })
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(1 + run.catalogue.measures.length + 1 + run.catalogue.series.length);
    expect(lines).toContain('bus.new.trips,trips,"Trips, all",replications.csv');
  });
});

describe("bottlenecks.json", () => {
  it("holds what was folded, and nothing a type may gain", () => {
    const more = run.bottlenecks.map((bottleneck) => ({ ...bottleneck, secret: 1 }));
    expect(JSON.parse(bottlenecksJson({ ...run, bottlenecks: more }))).toEqual(run.bottlenecks);
  });
});

describe("the document of --json", () => {
  it("is one document that says what was asked and what was done", () => {
    const document = JSON.parse(resultJson(run, fakeScenario));
    expect(Object.keys(document)).toEqual([
      "scenario",
      "question",
      "period",
      "seed",
      "replications",
      "status",
      "fingerprint",
      "measures",
      "bottlenecks",
    ]);
    expect(document.measures).toEqual(run.estimates);
    expect(document.replications).toEqual({ asked: 3, done: 3 });
  });

  it("gives the reason of a run that is not complete", () => {
    const cut = {
      ...run,
      status: "truncated",
      reason: "interrupted: 3 of 9 replications finished",
      replicationsAsked: 9,
    } as const;
    expect(JSON.parse(resultJson(cut, fakeScenario))).toMatchObject({
      status: "truncated",
      reason: "interrupted: 3 of 9 replications finished",
      replications: { asked: 9, done: 3 },
    });
  });
});
