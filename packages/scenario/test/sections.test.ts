import { describe, expect, it } from "vitest";
import { head, loadText, messages, parametersOf } from "./read-scenarios.ts";

const coach = (name: string): string =>
  `${name}: { from: tucson, to: el-paso, seats: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi }`;

describe("defaults of a section", () => {
  it("of buses reach every line that does not say otherwise", () => {
    const { buses } = parametersOf(
      `defaults: { buses: { drive: 5 h, turnround: 90 min } }\nbuses: { ${coach("a")}, ${coach("b").replace(" }", ", drive: 6 h }")} }`,
    );
    expect(buses.map(({ driveHours, turnroundHours }) => [driveHours.mean, turnroundHours])).toEqual([
      [5, 1.5],
      [6, 1.5],
    ]);
  });

  it("of return limits reach every limit that does not say otherwise", () => {
    const { returnLimits } = parametersOf(
      "defaults: { returnLimits: { fit: skip } }\nreturnLimits: { laredo: { fit: block } }",
    );
    expect(returnLimits.map(({ id, fit }) => [id, fit])).toEqual(
      returnLimits.map(({ id }) => [id, id === "laredo" ? "block" : "skip"]),
    );
  });
});

it("what the summary has in focus is a sector, a bus line and a limit that are defined", () => {
  const focus = "focus: { sector: tucson, bus: coach, limit: el-paso }";
  const { scenario } = loadText(`${head}buses: { ${coach("coach").replace(" }", ", drive: 5 h }")} }\n${focus}\n`);
  expect(scenario?.focus).toEqual({ sector: "tucson", bus: "coach", limit: "el-paso" });
  expect(messages(loadText(`${head}${focus.replace("el-paso", "el-pso")}`))).toEqual([
    'scenarios/x.yaml:4:26 focus.bus must be a bus line that is defined (got "coach") (none is defined)',
    'scenarios/x.yaml:4:38 focus.limit must be a return limit that is defined (got "el-pso") (did you mean "el-paso"?)',
  ]);
});

it("a source keeps its address", () => {
  const { scenario } = loadText(
    `${head}sources: { own: { title: A table, date: 2019-11-01, grade: B, address: docs.example/table } }\n`,
  );
  expect(scenario?.sources.find(({ id }) => id === "own")).toEqual({
    id: "own",
    title: "A table",
    date: "2019-11-01",
    grade: "B",
    address: "docs.example/table",
  });
});
