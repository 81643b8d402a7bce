import { describe, expect, it } from "vitest";
import { censusCsv, type LoadOptions } from "../src/index.ts";
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
const load = (lines: readonly string[], more = "") =>
  loadText(
    `${head}period: { from: 2019-12-01 }\nstart: { census: data/here.csv }\n${more}`,
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

  it("holds adults and children alone one by one, unless they come by several", () => {
    const two = [
      rows[1]!.replace(",1,1,city", ",2,1,city"),
      rows[0]!.replace("family,GTM,3", "unaccompanied-child,GTM,2"),
    ];
    expect(messages(load([...rows, ...two]))).toEqual(
      [7, 8].map((line) => `scenarios/data/here.csv:${line}:1 size must be 1 of an adult or a child alone (got "2")`),
    );
    const size = "sectors: { el-paso: { arrivals: { categories: { single-adult: { size: 2 people } } } } }";
    expect(load([...rows, two[0]!], size).scenario!.parameters.census.at(-1)!.size).toBe(2);
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
      "period.from must be 2019-12-02, the date of the census: take another (mpp census), or begin with `start: empty` (got 2019-12-01, with scenarios/data/here.csv:2)",
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

  it("must be of the date on which the period begins, in the file that says when, or else names the census", () => {
    // Taken at the first midnight of 22 November, 06:00 UTC in Texas: the last has come an hour before, the next is due two hours after.
    const taken = [
      rows[0]!.replace("2019-11-30T08:00Z", "2019-11-22T05:00Z").replace("2019-11-30T06:00Z", "2019-11-21T23:00Z"),
      rows[3]!.replace("2019-12-04T12:00Z", "2019-11-22T08:00Z"),
    ];
    const base = "mpp: 1\nname: base\nextends: ./southwest-border-2019.yaml\n";
    const census = "start: { census: data/here.csv }\n";
    const said = (text: string, below: string, options: LoadOptions = {}) =>
      messages(
        loadText(`mpp: 1\nname: x\nextends: ./base.yaml\n${text}`, options, {
          "scenarios/base.yaml": `${base}${below}`,
          "scenarios/data/here.csv": `${[columns, ...taken].join("\n")}\n`,
        }),
      );
    const from = (day: string) => `period: { from: ${day} }\n`;
    const sentence =
      "must be 2019-11-22, the date of the census: take another (mpp census), or begin with `start: empty`";
    const table = "scenarios/data/here.csv";
    expect(said(from("2019-11-22"), census)).toEqual([]);
    expect(said(from("2019-11-24"), census)).toEqual([
      `scenarios/x.yaml:4:11 period.from ${sentence} (got 2019-11-24, with ${table}:3)`,
    ]);
    // In October the clocks of Texas are an hour ahead.
    expect(said(from("2019-10-24"), census)).toEqual([
      `scenarios/x.yaml:4:11 period.from ${sentence} (got 2019-10-24, with ${table}:2)`,
    ]);
    expect(said("", `${from("2019-11-22")}${census}`, { from: "2019-11-21" })).toEqual([
      `--from period.from ${sentence} (got 2019-11-21, with ${table}:2)`,
    ]);
    expect(said(census, from("2019-11-23"))).toEqual([
      `scenarios/x.yaml:4:10 start.census must be of 2019-11-23, when the period begins: take another (mpp census), or begin with \`start: empty\` (got one of 2019-11-22, ${table}:3)`,
    ]);
  });

  it("names places that are defined, also where they mean nothing of a case in its state", () => {
    const elsewhere = rows[1]!.replace("city,,", "city,tucson,");
    expect(load([elsewhere]).scenario!.parameters.census.map(({ hub }) => hub)).toEqual([-1]);
    const wrong = [
      rows[0]!.replace("exit,tucson,,", "exit,tucson,laredoo,"),
      rows[1]!.replace("city,,", "city,tucsn,"),
    ];
    expect(messages(load(wrong))).toEqual([
      'scenarios/data/here.csv:2:1 point must be one that is defined (did you mean "laredo"?) (got "laredoo")',
      'scenarios/data/here.csv:3:1 custody must be one that is defined (did you mean "tucson"?) (got "tucsn")',
    ]);
  });

  it("says what can stand for an instant", () => {
    const wrong = [rows[0]!.replace("unknown", "never"), rows[1]!.replace("unknown", "soon")];
    expect(messages(load(wrong))).toEqual([
      'scenarios/data/here.csv:2:1 next must be an instant, written 2020-01-22T14:00Z, or unknown (got "never")',
      'scenarios/data/here.csv:3:1 next must be an instant, written 2020-01-22T14:00Z, never or unknown (got "soon")',
    ]);
  });
});
