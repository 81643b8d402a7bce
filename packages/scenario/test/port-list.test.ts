import { describe, expect, it } from "vitest";
import { censusColumns } from "../src/census/census-columns.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const port = (list: string, more = ""): string => `${head}sectors:
  nogales-port:
    timeZone: America/Phoenix
    list: ${list}
    arrivals: { categories: { single-adult: { persons: 5/day }, family: { persons: 5/day }, unaccompanied-child: { persons: 0/day } } }
    custody: { capacity: 50 people }
    processing: { agents: 3 }
    eligibility: { discretion: { single-adult: 70 %, family: 70 % } }
    pathways: [{ points: { laredo: 0 h } }]
${more}`;
const list = "{ city: tijuana, calls: { before: 20/day, 2019-12-01: 30/day } }";

describe("a list at a port", () => {
  it("is nowhere in the base", () => {
    const { parameters } = loadText(head).scenario!;
    expect(parameters.sectors.filter((sector) => sector.list !== undefined)).toEqual([]);
  });

  it("has calls that may change on dates, at 08:00 with nobody on it and nobody giving up unless more is said", () => {
    const { cities, scripted, sectors } = loadText(port(list)).scenario!.parameters;
    const { list: rules } = sectors.find(({ id }) => id === "nogales-port")!;
    expect(rules).toMatchObject({ city: cities.findIndex(({ id }) => id === "tijuana"), callHour: 8, leaveRate: 0 });
    expect(rules!.calls.map(({ value }) => value)).toEqual([20, 30]);
    expect(scripted).toEqual([]);
    const more = port(list.replace("{ city", '{ at: "06:30", leaves: 2.4 %/day, initial: { family: 90 people }, city'));
    const { parameters } = loadText(more).scenario!;
    expect(parameters.sectors.find(({ id }) => id === "nogales-port")!.list).toMatchObject({
      callHour: 6.5,
      leaveRate: expect.closeTo(0.001, 9),
    });
    // At the first midnight in Arizona, as a group that nobody follows.
    expect(parameters.scripted).toEqual([{ at: 7, sector: 9, cases: [], drawn: [{ category: 1, persons: 90 }] }]);
  });

  it("is of people who respond to no policy, and to whom nobody comes to try again", () => {
    const faults = (more: string) => messages(loadText(port(list, more))).map((one) => one.replace(/^\S+ /, ""));
    expect(faults("displacement: { sensitivity: 1, reference: { returnPoints.laredo.open: no } }")).toEqual([
      "sectors.nogales-port.list must not be given while displacement is on: people of a port do not respond",
    ]);
    expect(faults("tryAgain: { most: 2, through: { default: { tucson: 1, nogales-port: 1, yuma: 1 } } }")).toEqual([
      "tryAgain.through must not lead to nogales-port, whose people wait on a list",
    ]);
    expect(faults("tryAgain: { most: 2, through: { default: { tucson: 1, yuma: 1 } } }")).toEqual([]);
  });

  it("must be in a city that is defined, and start with people of categories that come", () => {
    expect(messages(loadText(port("{ city: tijuanna, calls: 5/day }")))).toEqual([
      'scenarios/x.yaml:7:13 sectors.nogales-port.list.city must be a city that is defined (got "tijuanna") (did you mean "tijuana"?)',
    ]);
  });

  it("is where a census may hold people, and no other sector is", () => {
    const row = (sector: string) =>
      censusColumns
        .map(
          (column) =>
            ({ sector, category: "family", nationality: "HND", size: "3", attempt: "1", state: "list" })[
              column as string
            ] ??
            { apprehended: "2019-11-20T10:00Z", since: "2019-11-20T10:00Z", hearings: "0", sheltered: "no" }[
              column as string
            ] ??
            "",
        )
        .join(",");
    const loaded = (sector: string) =>
      loadText(
        `${port(list)}period: { from: 2019-11-22 }\nstart: { census: census.csv }\n`,
        {},
        {
          "scenarios/census.csv": `${censusColumns.join(",")}\n${row(sector)}\n`,
        },
      );
    expect(loaded("nogales-port").scenario!.parameters.census).toMatchObject([
      { state: "list", sector: 9, hub: -1, point: -1, size: 3 },
    ]);
    expect(messages(loaded("tucson"))).toEqual([
      'scenarios/census.csv:2:1 sector must be one with a list, for somebody who waits on it (got "tucson")',
    ]);
  });
});
