import { describe, expect, it } from "vitest";
import { censusCsv } from "../src/index.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const columns =
  "sector,category,nationality,size,attempt,state,custody,point,apprehended,since,serviceSince,next,disposition,cause,hearings,sheltered,interviewed,noticeFailed,exempt,discretion,claims,atRisk,acceptsBed";
const rows = [
  "tucson,family,GTM,3,1,exit,tucson,,2019-11-30T06:00Z,2019-11-30T08:00Z,,unknown,release,discretion,0,no,,,,,,,",
  "el-paso,single-adult,HND,1,1,city,,paso-del-norte,2019-10-01T06:00Z,2019-10-02T06:00Z,,unknown,,,0,yes,,no,,,,,yes",
  "el-paso,single-adult,HND,1,1,city,,paso-del-norte,2019-10-01T06:00Z,2019-10-02T06:00Z,,never,,,0,no,,no,,,,,no",
  "el-paso,family,HND,2,2,away,,,2019-10-01T06:00Z,2019-11-20T06:00Z,,2019-12-04T12:00Z,,,0,no,,,,,,,",
  "el-paso,family,HND,2,2,away,,,2019-10-01T06:00Z,2019-11-20T06:00Z,,unknown,,,0,no,,,,,,,",
];
const load = (lines: readonly string[]) =>
  loadText(
    `${head}period: { from: 2019-12-01 }\nstart: { census: data/here.csv }`,
    {},
    {
      "scenarios/data/here.csv": `${[columns, ...lines].join("\n")}\n`,
    },
  );

describe("a census as a table", () => {
  it("holds dates that are not known and people between two attempts, and is written as it was read", () => {
    const { scenario, diagnostics } = load(rows);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { census } = scenario!.parameters;
    // From midnight of 1 December in Texas, 06:00 UTC: three days and six hours to noon UTC of the 4th.
    expect(census.map(({ state, hub, point, next }) => [state, hub < 0, point < 0, next])).toEqual([
      ["exit", false, true, undefined],
      ["city", true, false, undefined],
      ["city", true, false, Number.POSITIVE_INFINITY],
      ["away", true, true, 78],
      ["away", true, true, undefined],
    ]);
    expect(censusCsv(census, scenario!.parameters, 6)).toBe(`${[columns, ...rows].join("\n")}\n`);
  });

  it("says since when somebody is processed or interviewed, where that is known", () => {
    const lines = [
      "tucson,family,GTM,3,1,processing,tucson,,2019-11-30T06:00Z,2019-11-30T08:00Z,2019-12-01T04:30Z,,,,0,no,,,,,,,",
      "tucson,family,GTM,3,1,processing,tucson,,2019-11-30T06:00Z,2019-11-30T08:00Z,,,,,0,no,,,,,,,",
      "el-paso,family,GTM,3,1,pathway,el-paso,,2019-11-30T06:00Z,2019-11-30T08:00Z,2019-12-01T06:00Z,,,,0,no,no,,,,,,",
      "el-paso,family,GTM,3,1,re-entry,,paso-del-norte,2019-10-01T06:00Z,2019-11-30T23:00Z,2019-12-01T05:00Z,unknown,,,1,no,no,no,,,,,",
    ];
    const { parameters } = load(lines).scenario!;
    // The period begins at 06:00 UTC.
    expect(parameters.census.map(({ serviceSince }) => serviceSince)).toEqual([-1.5, undefined, 0, -1]);
    expect(censusCsv(parameters.census, parameters, 6)).toBe(`${[columns, ...lines].join("\n")}\n`);

    const sentence = "serviceSince must be empty, except of a case that is processed or interviewed";
    const wrong = [
      rows[1]!.replace(",,unknown", ",2019-12-01T04:30Z,unknown"),
      lines[2]!.replace("no,no,", "no,yes,"),
      lines[2]!.replace("no,no,,,,,", "no,no,,,,no,"),
      lines[3]!.replace("no,no,no,", "no,,no,"),
    ];
    expect(messages(load(wrong))).toEqual(
      ["2019-12-01T04:30Z", "2019-12-01T06:00Z", "2019-12-01T06:00Z", "2019-12-01T05:00Z"].map(
        (got, index) => `scenarios/data/here.csv:${index + 2}:1 ${sentence} (got "${got}")`,
      ),
    );
    expect(messages(load([lines[0]!.replace("2019-12-01T04:30Z", "2019-12-01T06:01Z")]))[0]).toContain(
      "line 2 has people there since later, or due before it",
    );
  });

  it("reads a table from before services were told, which begin anew", () => {
    const cut = (line: string) => line.split(",").toSpliced(10, 1).join(",");
    const { scenario, diagnostics } = loadText(
      `${head}period: { from: 2019-12-01 }\nstart: { census: data/here.csv }`,
      {},
      { "scenarios/data/here.csv": `${[columns, ...rows].map(cut).join("\n")}\n` },
    );
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(scenario!.parameters.census).toEqual(load(rows).scenario!.parameters.census);
  });

  it("says what can stand for an instant", () => {
    const wrong = [rows[0]!.replace("unknown", "never"), rows[1]!.replace("unknown", "soon")];
    expect(messages(load(wrong))).toEqual([
      'scenarios/data/here.csv:2:1 next must be an instant, written 2020-01-22T14:00Z, or unknown (got "never")',
      'scenarios/data/here.csv:3:1 next must be an instant, written 2020-01-22T14:00Z, never or unknown (got "soon")',
    ]);
  });
});
