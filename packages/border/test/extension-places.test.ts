import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  BorderModel,
  describeBorder,
  type Extensions,
  followCase,
  type Ground,
  type PlaceFlow,
  rowOf,
  step,
  takeCensus,
  WrittenOrder,
} from "../src/index.ts";
import { readResult } from "../src/results/read-result.ts";
import { elPaso, measured, noon, room } from "./extension-border.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

describe("a place of a new kind", () => {
  it.each(["custody", "disposition", "pathway"] as const)(
    "holds a case before its step (%s), for three hours of its journey",
    (before) => {
      const measure = measured(elPaso(), { places: [room("tent", before, 3)] });
      expect(measure("place.tent.entered")).toBe(10);
      expect(measure("place.tent.person-hours")).toBe(30);
      expect(measure("place.tent.present.max")).toBe(10);
      expect(measure("place.tent.present.end")).toBe(0);
      // Three hours there and two for the agent.
      expect(measure("group.ten.placed.hours.last")).toBe(5);
      expect(measure("sector.el-paso.returned.first")).toBe(10);
      expect(measure("system.balance")).toBe(0);
    },
  );

  it("is for cases of its sector that it receives, and several before one step follow on each other", () => {
    const parameters = elPaso();
    const other = { ...parameters.sectors[0]!, id: "laredo" };
    const measure = measured(
      { ...parameters, sectors: [...parameters.sectors, other] },
      {
        places: [
          room("first", "custody", 1),
          room("elsewhere", "custody", 1, { of: "laredo" }),
          room("nobody", "custody", 1, { lets: () => false }),
          room("second", "custody", 2),
        ],
      },
    );
    const hours = ["first", "elsewhere", "nobody", "second"].map((id) => measure(`place.${id}.person-hours`));
    expect(hours).toEqual([10, 0, 0, 20]);
    expect(measure("group.ten.placed.hours.last")).toBe(5);
  });

  it("is custody: the limit runs, and takes people out", () => {
    const custody = {
      capacity: always(1000),
      whenFull: "crowd",
      limitHours: 24,
      atLimit: ["release", "release", "hold"],
    } as const;
    const measure = measured(elPaso({ custody }), { places: [room("tent", "pathway", 40)] });
    expect(measure("place.tent.withdrawn")).toBe(10);
    expect(measure("place.tent.person-hours")).toBe(10 * 22);
    expect(measure("sector.el-paso.released.cause.time-limit")).toBe(10);
    expect(measure("group.ten.placed.hours.last")).toBe(24);
    expect(measure("group.ten.left-sector.hours.last")).toBe(24);
    expect(measure("system.balance")).toBe(0);
  });

  it("reports its level by day, its measures behind those that results began with", () => {
    const extensions = { places: [room("tent", "disposition", 10)] };
    // From 14:00 to midnight: ten hours of ten people.
    expect(run(elPaso(), { extensions }).daily("place.tent.present")[0]).toBeCloseTo(100 / 24, 9);
    const names = describeBorder(elPaso(), extensions).measures.map(({ name }) => name);
    const own = names.filter((name) => name.startsWith("place.tent."));
    expect(names.filter((name) => !own.includes(name))).toEqual(
      describeBorder(elPaso()).measures.map(({ name }) => name),
    );
    // Further figures of people come behind them.
    const at = names.indexOf("system.waited.nationality.mex") + 1;
    expect(names.slice(at, at + 5)).toEqual(own);
  });

  it("is told in the story of a case", () => {
    const story = followCase(elPaso(), {
      seed: "test",
      replication: 0,
      which: { number: 1 },
      extensions: { places: [room("clinic", "custody", 1), room("tent", "disposition", 3)] },
    });
    const told = story.found ? story.entries.map(({ at, what }) => [at - noon, what.kind]) : [];
    expect(told.slice(0, 5)).toEqual([
      [0, "apprehended"],
      [0, "moved"],
      [1, "moved"],
      [3, "processed"],
      [3, "moved"],
    ]);
    expect(story.found && story.entries[4]!.what).toEqual({ kind: "moved", to: "place", place: "tent" });
  });

  it("is left for custody in a census, where its people are processed anew", () => {
    const extensions = { places: [room("tent", "disposition", 3)] };
    const census = takeCensus(elPaso(), { seed: "test", replication: 0, at: noon + 3, extensions });
    expect(census.map(({ state, hub }) => `${state} ${hub}`)).toEqual(Array(10).fill("processing 0"));
    const later = { ...elPaso(), scripted: [], census };
    expect(measured(later, { places: [] })("sector.el-paso.returned.first")).toBe(10);
  });

  it("must have an id of its own and lie in a sector, and only who is there can leave", () => {
    const twice = { places: [room("tent", "custody", 1), room("tent", "custody", 1)] };
    expect(() => run(elPaso(), { extensions: twice })).toThrow("place must have an id of its own, got tent twice");
    const astray = { places: [room("tent", "custody", 1, { of: "yuma" })] };
    expect(() => run(elPaso(), { extensions: astray })).toThrow(
      "place tent: sector must be one of the border, got yuma",
    );
    let stray: PlaceFlow | undefined;
    const tent = room("tent", "pathway", 1);
    const build = (ground: Ground, flow: PlaceFlow) => {
      stray = flow;
      return tent.build(ground, flow);
    };
    const extensions = { places: [{ ...tent, build }] };
    const model = new BorderModel(elPaso(), { seed: "test", replication: 0, extensions });
    model.ground.simulation.run(noon + 1);
    expect(() => stray?.next(rowOf(0), step.pathway)).toThrow("case must be at place tent to leave it, got stage 3");
  });

  it("has the persons who came in a snapshot", () => {
    const model = () =>
      new BorderModel(elPaso(), { seed: "test", replication: 0, extensions: { places: [room("tent", "custody", 3)] } });
    const [before, after] = [model(), model()];
    before.ground.simulation.run(noon + 1);
    expect(before.view.places.entered).toEqual([10]);
    after.ground.simulation.restore(before.ground.simulation.snapshot());
    expect(after.view.places.entered).toEqual([10]);
  });

  it("is in a fork as in its parent, with those who are there", () => {
    const of = "tucson";
    const extensions = { places: [room("clinic", "custody", 1, { of }), room("tent", "disposition", 30, { of })] };
    const parameters = randomBorder(fc.sample(knobs, { seed: 20191122, numRuns: 1 })[0]!);
    const parent = new BorderModel(parameters, { seed: "test", replication: 0, extensions });
    parent.runTo(parent.horizon / 2);
    expect(parent.view.places.entered.every((persons) => persons > 0)).toBe(true);
    expect(parent.ground.whereabouts.levels[parent.ground.whereabouts.outsidePlace(1)]!.level).toBeGreaterThan(0);
    const child = parent.fork(parameters);
    const [after, same] = [parent, child].map((model) => readResult(model.view, model.run()));
    expect(same).toEqual(after);
  });

  it("loses nobody in random scenarios, with limits, full custody and other rules", () => {
    let entered = 0;
    fc.assert(
      fc.property(knobs, fc.constantFrom(1, 10, 40), (given, hours) => {
        const places = (["custody", "disposition", "pathway"] as const).map((before, index) =>
          room(before, before, hours, { of: "tucson", lets: (row) => row % 3 !== index }),
        );
        const extensions: Extensions = {
          places,
          routing: (ground) => new WrittenOrder(ground),
          disposition: ({ cases }) => ({ decide: (row) => (cases.size[row]! > 3 ? "discretion" : "return") }),
        };
        const model = new BorderModel(randomBorder(given), {
          seed: "test",
          replication: 0,
          extensions,
        });
        for (let hour = 1; hour < model.horizon; hour += 1) {
          model.ground.simulation.run(hour);
          expect([model.ground.conservation.balance, model.ground.conservation.familiesSplit]).toEqual([0, 0]);
        }
        entered += Math.min(...model.view.places.entered);
      }),
      { seed: 20191122, numRuns: 10 },
    );
    expect(entered).toBeGreaterThan(100);
  });
});
