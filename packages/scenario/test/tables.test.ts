import { describe, expect, it } from "vitest";
import { readCsv } from "../src/text/csv.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const quotes =
  'must close each quote: from this line on cells run into one another (a cell with a quote in it is written "like ""this""")';

describe("rows of a CSV text", () => {
  it.each([
    ["a cell of two lines, an empty line", 'a,b\n1,"x\ny"\n\n3,4\n5,6', [1, 2, 5, 6]],
    ["the same with the line ends of Windows", 'a,b\r\n1,"x\r\ny"\r\n\r\n3,4\r\n5,6\r\n', [1, 2, 5, 6]],
    ["line ends of old", "a,b\r1,2\r", [1, 2]],
    ["a mark at the beginning", "\uFEFFa,b\n1,2", [1, 2]],
    ["nothing", "", []],
  ])("know their lines: %s", (_, text, lines) => {
    const rows = readCsv(text);
    expect("problem" in rows ? rows : rows.map(({ line }) => line)).toEqual(lines);
  });

  it("have cells without blanks at their ends, and with quotes and commas within", () => {
    expect(readCsv('\uFEFFa , b\n"say ""no"", then", 2\t\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['say "no", then', "2"] },
    ]);
  });

  it.each([
    ["never closed", 'a,b\n1,"x\n2,3\n5,6', 2],
    ["closed by the next", 'a,b\n1,2\n1,"x\n2,"foo"\n5,6', 3],
    ["within a cell", 'a,b\n1,x"y\n2,foo', 2],
    ["with something after it", 'a,b\n"q\n""r",2\n1,"x" 7\n2,"foo"', 4],
    ["at the very end", 'a,b\n1,"', 2],
  ])("a quote that is wrong is told where it opens: %s", (_, text, line) => {
    expect(readCsv(text)).toEqual({ line, problem: quotes });
  });

  it("are refused beyond a budget, before they are parsed", () => {
    expect(readCsv("x\n".repeat(50_000))).toHaveLength(50_000);
    expect(readCsv("x\n".repeat(50_001))).toEqual({
      line: 0,
      problem: "must have at most 50000 lines (got 50001)",
    });
    expect(readCsv("x".repeat(8_000_001))).toEqual({
      line: 0,
      problem: "must be at most 8000000 characters long (got 8000001)",
    });
  });
});

const months = ["2019-10", "2019-11", "2019-12", "2020-01", "2020-02"];
const each = (month: string, family = "family"): string =>
  `Tucson,${month},single-adult,3000,\nTucson,${month},${family},3100,\nTucson,${month},unaccompanied-child,300,\n`;
const header = "sector,month,category,count,note\n";
const tables = `${header}${months.map((month) => each(month)).join("")}`;
/** What is said of a scenario whose sector Tucson has a table of its own, `text`. */
const withTable = (text: string, more = ""): string[] =>
  messages(
    loadText(
      `${head}period: { from: 2019-10-01 }\nsectors: { tucson: { arrivals: { table: own.csv${more} } } }\nstart: empty\n`,
      {},
      { "scenarios/own.csv": text },
    ),
  );
const shape = "; docs/scenario-format.md describes them";

describe("a table of arrivals says what is wrong with it, at its line", () => {
  it("sound, also with blanks at the ends of cells", () => {
    expect(withTable(tables)).toEqual([]);
    expect(withTable(tables.replace("Tucson,2019-11,family", "Tucson , 2019-11,family "))).toEqual([]);
  });

  it("a category that the model does not know, in place of which an earlier month would be used", () => {
    const strange = `${header}${each("2019-10")}${each("2019-11", "FMUA")}${each("2019-12", "famly")}`;
    expect(withTable(strange)).toEqual([
      'scenarios/own.csv:6:1 category must be single-adult, family or unaccompanied-child (got "FMUA")',
      'scenarios/own.csv:9:1 category must be single-adult, family or unaccompanied-child (got "famly") (did you mean "family"?)',
    ]);
  });

  it("a fault after a cell of two lines", () => {
    const text = `${header}Tucson,2019-10,family,5,"two\nlines"\nTucson,2019-11,family,five,\n`;
    expect(withTable(text)).toEqual(['scenarios/own.csv:4:1 count must be a whole number from 0 (got "five")']);
  });

  it("a quote that is not closed", () => {
    expect(
      withTable(tables.replace("Tucson,2019-11,family,3100,", 'Tucson,2019-11,family,3100,"derived: total')),
    ).toEqual([`scenarios/own.csv:6:1 ${quotes}`]);
  });

  it("a column twice, and rows of other lengths", () => {
    expect(withTable(tables.replace("count,note", "count,count"))).toEqual([
      "scenarios/own.csv:1:1 must name each column once (got count twice)",
    ]);
    expect(withTable("sector,month,category,count\nTucson,2019-10\n")).toEqual([
      "scenarios/own.csv:2:1 must have 4 cells as the first line has (got 2)",
    ]);
  });

  it("columns of another file, or parted otherwise", () => {
    expect(withTable("FY,Month,Sector\n2019,OCT,Tucson\n")).toEqual([
      `scenarios/own.csv:1:1 must have the columns sector, month, category, count (lacks sector, month, category, count; got FY, Month, Sector)${shape}`,
    ]);
    for (const [letter, name] of [
      [";", "semicolons"],
      ["\t", "tabs"],
    ] as const) {
      const first = `sector${letter}month${letter}category${letter}count`;
      expect(withTable(`${first}\n`)).toEqual([
        `scenarios/own.csv:1:1 must have the columns sector, month, category, count (lacks sector, month, category, count; got ${first}): its cells look as if parted by ${name}, and must be by commas${shape}`,
      ]);
    }
    expect(withTable("")).toEqual([
      `scenarios/own.csv:1:1 must have the columns sector, month, category, count (lacks sector, month, category, count; got nothing)${shape}`,
    ]);
  });

  it("all rows of its sector: each for itself, and not that there is none", () => {
    expect(withTable(`${header}Tucson,Oct 2019,family,5,\nTucson,2019-11,family,-5,\n`)).toEqual([
      'scenarios/own.csv:2:1 month must be written YYYY-MM (got "Oct 2019")',
      'scenarios/own.csv:3:1 count must be a whole number from 0 (got "-5")',
    ]);
  });

  it("a sector that is almost one whose rows are used, without the hole that it leaves", () => {
    expect(withTable(tables.replaceAll("Tucson,2020-02", "Tuscon,2020-02"))).toEqual(
      [14, 15, 16].map(
        (line) =>
          `scenarios/own.csv:${line}:1 sector must be one that \`rows\` of a sector names (got "Tuscon") (did you mean "Tucson"?)`,
      ),
    );
    expect(withTable(tables.replaceAll("Tucson,2019-11", "tucson,2019-11"))).toHaveLength(3);
  });

  it("sectors whose rows are not used, once; and those that differ by a number are no slips", () => {
    const others = `${each("2019-10").replaceAll("Tucson", "Havre")}${each("2019-11").replaceAll("Tucson", "Blaine")}`;
    expect(withTable(tables + others)).toEqual([
      'scenarios/own.csv:17:1 warning: sector has rows that are not used: no `rows` of a sector names them (got "Havre", "Blaine")',
    ]);
    const numbered = tables.replaceAll("Tucson", "Post 1");
    expect(withTable(`${numbered}Post 2,2019-10,family,5,\n`, ", rows: Post 1")).toEqual([
      'scenarios/own.csv:17:1 warning: sector has rows that are not used: no `rows` of a sector names them (got "Post 2")',
    ]);
  });

  it("rows that it lacks, with the nearest of many", () => {
    const many = Array.from({ length: 5000 }, (_, index) => `Place ${index},2019-10,family,5,\n`).join("");
    expect(withTable(`${header}${many}Tucson,2019-10,family,5,\n`, ", rows: Tuscon")).toEqual([
      'scenarios/x.yaml:5:50 sectors.tucson.arrivals.rows must be a sector of the table (got "Tuscon") (did you mean "Tucson"?)',
    ]);
    const [message] = withTable(`${header}${many}`, ", rows: Elsewhere");
    expect(message).toMatch(/\(got "Elsewhere"\) \(defined: Place 0, .*, Place 11, …\)$/);
  });

  it("a month of nobody, with how the large groups of the base are given none", () => {
    const empty = tables.replace("Tucson,2019-11,family,3100", "Tucson,2019-11,family,0");
    expect(withTable(empty)).toEqual([
      "scenarios/x.yaml:5:34 sectors.tucson.arrivals.table must expect no more persons a day in large groups than cross in all (got 4.5 of 0 on the quietest day, 2019-11-01): the rate of large groups may change on dates, for example { before: 1/month, 2019-11-01: 0/month }",
    ]);
    const rate = ", large: { rate: { before: 1/month, 2019-11-01: 0/month, 2019-12-01: 1/month } }";
    expect(withTable(empty, rate)).toEqual([]);
  });
});

it("a table of nationalities says at its line which place no rows are of", () => {
  const withPlace = (place: string): string[] => {
    const table = `place,month,category,nationality,count\ntucson,2019-10,family,GTM,7\n${place},2019-11,family,HND,9\n`;
    const text = `${head}sectors: { tucson: { arrivals: { categories: { family: { nationality: { table: ./own.csv, rows: [tucson] } } } } } }\n`;
    return messages(loadText(text, {}, { "scenarios/own.csv": table }));
  };
  expect(withPlace("tuscon")).toEqual([
    'scenarios/own.csv:3:1 place must be one that `rows` of a sector names (got "tuscon") (did you mean "tucson"?)',
  ]);
  expect(withPlace("el-paso")).toEqual([]);
  expect(withPlace("nowhere")).toEqual([
    'scenarios/own.csv:3:1 warning: place has rows that are not used: no `rows` of a sector names them (got "nowhere")',
  ]);
});

it("a table of nationalities says at its line which category or nationality it must not name", () => {
  const table =
    "place,month,category,nationality,count\ntucson,2019-10,family,GTM,7\ntucson,2019-10,family,HDN,8\ntucson,2019-11,famly,GTM,9\n";
  const text = `${head}sectors: { tucson: { arrivals: { categories: { family: { nationality: { table: ./own.csv, rows: [tucson] } } } } } }\n`;
  expect(messages(loadText(text, {}, { "scenarios/own.csv": table }))).toEqual([
    'scenarios/own.csv:3:1 must name nationalities that are listed (got "HDN") (did you mean "HND"?)',
    'scenarios/own.csv:4:1 category must be single-adult, family or unaccompanied-child (got "famly") (did you mean "family"?)',
  ]);
});
