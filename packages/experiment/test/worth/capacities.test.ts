import path from "node:path";
import { describeBorder } from "@mpp-sim/border";
import { loadScenario } from "@mpp-sim/scenario";
import { openScenario } from "@mpp-sim/scenario/node";
import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../../test/small-border.ts";
import {
  capacitiesInFocus,
  capacitiesOf,
  capacitiesOnTheWay,
  elsewhereOf,
  movesBetween,
  outcomesOf,
  runReplications,
} from "../../src/index.ts";

function load(text: string, set: readonly { readonly path: string; readonly value: string }[] = []) {
  const { scenario, diagnostics } = loadScenario("a.yaml", { read: () => ({ file: "a.yaml", text }) }, { set });
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

const scenario = load(smallBorder);

describe("the capacities of a scenario", () => {
  it("are those that the schema names, wherever the scenario gives one", () => {
    expect(capacitiesOf(scenario).map(({ path, settings: [one] }) => `${path} ${one?.value}`)).toEqual([
      "sectors.el-paso.custody.capacity 70 people",
      "sectors.el-paso.processing.agents 3",
      "returnPoints.paso-del-norte.hours 08:00-17:00",
      "returnLimits.el-paso.limit 30/day",
      "cities.ciudad-juarez.shelters.beds 30 people",
      "courts.el-paso.rooms 2",
      "courts.el-paso.slots 13 cases/day",
    ]);
  });

  it("can each be more: the scenario then loads, and only that differs", () => {
    for (const { path, settings } of capacitiesOf(scenario)) {
      const more = capacitiesOf(load(smallBorder, settings));
      const differing = more.filter(
        ({ settings: [one] }, index) => one?.value !== capacitiesOf(scenario)[index]?.settings[0]?.value,
      );
      expect(differing.map((one) => one.path)).toEqual([path]);
    }
  });

  it("in focus are those of the bus, the officers and the limit that the scenario names", () => {
    expect(capacitiesInFocus(scenario)).toEqual([]);
    const focused = load(`${smallBorder}focus: { sector: el-paso, limit: el-paso }\n`);
    expect(capacitiesInFocus(focused).map(({ path }) => path)).toEqual(["returnLimits.el-paso.limit"]);
  });
});

it("on the way of people in focus are those of their own places, of the hub, and of what is beyond", () => {
  const shipped = openScenario(path.join(import.meta.dirname, "../../../../scenarios/tucson-el-paso-bus.yaml"));
  expect([...new Set(capacitiesOnTheWay(shipped).map(({ place }) => place))]).toEqual([
    "sectors.el-paso",
    "sectors.tucson",
    "buses.tucson-el-paso",
    "interviews.el-paso",
    "returnPoints.paso-del-norte",
    "returnLimits.el-paso",
    "cities.ciudad-juarez",
    "courts.el-paso",
  ]);
  expect(capacitiesInFocus(shipped).map(({ settings: [one] }) => `${one?.path} ${one?.value}`)).toEqual([
    "buses.tucson-el-paso.seats 51",
    "interviews.el-paso.officers 9",
    'returnLimits.el-paso.limit {"before":"110/day","2019-06-13":"210/day"}',
  ]);
  // Where nobody is in focus, all there are.
  expect(capacitiesOnTheWay(scenario)).toEqual(capacitiesOf(scenario));
});

describe("what a policy moves", () => {
  const focused = load(`${smallBorder}focus: { sector: el-paso, limit: el-paso }\n`);
  const run = (one: typeof focused) =>
    runReplications({
      parameters: one.parameters,
      seed: "a",
      replications: 2,
      catalogue: describeBorder(one.parameters),
    });
  const [own, closed] = [
    run(focused),
    run(load(smallBorder, [{ path: "returnLimits.el-paso.limit", value: "0/day" }])),
  ];

  it("is paired, replication by replication, in hours too", () => {
    const moves = movesBetween(outcomesOf(focused, own.catalogue), own, closed);
    expect(moves.map(({ name, unit, n }) => [name, unit, n])).toEqual([
      ["sector.el-paso.released", "persons", 2],
      ["sector.el-paso.returned.first", "persons", 2],
      ["system.custody.person-hours", "person-hours", 2],
    ]);
    // With no place nobody is returned: the difference is all who are.
    expect(moves[1]?.mean).toBe(own.estimate("sector.el-paso.returned.first").mean);
    const mean = (one: typeof own) => one.estimate("sector.el-paso.custody.occupancy.mean").mean as number;
    // 31 days of 24 hours.
    expect(moves[2]?.mean).toBeCloseTo(744 * (mean(own) - mean(closed)), 6);
  });

  it("elsewhere is told of places on the way, and of all sectors where one is in focus", () => {
    expect(elsewhereOf(focused, own.catalogue).map(({ name }) => name)).toEqual([
      "city.ciudad-juarez.outside-shelter.person-days",
      "system.released",
    ]);
    expect(elsewhereOf(scenario, own.catalogue).map(({ name }) => name)).toEqual([
      "city.ciudad-juarez.outside-shelter.person-days",
    ]);
  });

  it("leaves out what either policy does not report", () => {
    expect(movesBetween([{ name: "x", unit: "persons", of: ["bus.none.trips"] }], own, closed)).toEqual([]);
  });
});
