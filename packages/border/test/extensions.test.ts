import { fixed, type StateTransfer } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  BorderModel,
  type BorderParameters,
  type CaseRow,
  describeBorder,
  type Extensions,
  followCase,
  type Ground,
  numberOf,
  type Place,
  type PlaceFlow,
  type PlaceStep,
  rowOf,
  Screens,
  type SectorParameters,
  simulateBorder,
  step,
  takeCensus,
  WrittenOrder,
} from "../src/index.ts";
import { readResult } from "../src/results/read-result.ts";
import {
  border,
  child,
  city,
  court,
  familyOf,
  group,
  many,
  moment,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
const noon = moment(denver, "2019-07-10 12:00");

/** Ten adults come to El Paso at noon, which has two points; processing takes two hours, and the rest no time. */
const elPaso = (given: Partial<SectorParameters> = {}, people = many(10)): BorderParameters =>
  border(start, 5, {
    sectors: [
      sector("el-paso", {
        zone: denver,
        processing: { agents: always(100), time: [fixed(2), fixed(2), fixed(2)] },
        pathways: [onFoot(0, 0), onFoot(0, 1)],
        ...given,
      }),
    ],
    returnPoints: [
      returnPoint("paso-del-norte", { sector: 0, zone: denver }),
      returnPoint("zaragoza", { sector: 0, zone: denver }),
    ],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: [{ ...group(noon, 0, people), id: "ten" }],
  });

/** A place where everyone who is let in stays so many hours. */
class Room implements Place {
  withdrawn = 0;
  private readonly ground: Ground;
  private readonly hours: number;
  private readonly lets: (row: CaseRow) => boolean;
  private readonly over;

  constructor(
    ground: Ground,
    flow: PlaceFlow,
    before: PlaceStep,
    id: string,
    hours: number,
    lets: (row: CaseRow) => boolean,
  ) {
    this.ground = ground;
    this.hours = hours;
    this.lets = lets;
    this.over = ground.simulation.eventType(`${id} over`, (number) => flow.next(rowOf(number), step[before]));
  }

  transfer(state: StateTransfer): void {
    this.withdrawn = state.number(this.withdrawn);
  }

  receives(row: CaseRow): boolean {
    return this.lets(row);
  }

  admit(row: CaseRow): void {
    this.ground.cases.event[row] = this.ground.simulation.schedule(this.hours, this.over, numberOf(row));
  }

  withdraw(row: CaseRow): void {
    this.withdrawn++;
    this.ground.simulation.cancel(this.ground.cases.event[row]!);
  }

  measure(name: string): number {
    return name === "withdrawn" ? this.withdrawn : Number.NaN;
  }
}

const everybody = () => true;
const room = (
  id: string,
  before: PlaceStep,
  hours: number,
  { lets = everybody, of = "el-paso" }: { lets?: (row: CaseRow) => boolean; of?: string } = {},
) => ({
  id,
  sector: of,
  before,
  build: (ground: Ground, flow: PlaceFlow) => new Room(ground, flow, before, id, hours, lets),
  measures: [{ name: "withdrawn", unit: "cases", description: "Cases taken away" }],
});
const measured = (parameters: BorderParameters, extensions: Extensions) => run(parameters, { extensions }).measure;

describe("the rules of the model itself", () => {
  it("are those that a run without rules from outside has, to the byte", () => {
    const own: Extensions = {
      routing: (ground) => new WrittenOrder(ground),
      disposition: (ground) => new Screens(ground),
      places: [],
    };
    fc.assert(
      fc.property(knobs, (given) => {
        const parameters = randomBorder(given);
        const options = { seed: "test", replication: 0 };
        expect(simulateBorder(parameters, { ...options, extensions: own })).toEqual(
          simulateBorder(parameters, options),
        );
      }),
      { seed: 20191122, numRuns: 5 },
    );
  });
});

describe("a routing rule from outside", () => {
  const order =
    (...pathways: readonly number[]): NonNullable<Extensions["routing"]> =>
    () => ({ order: () => pathways });

  it("orders the ways: of two that are open the first by the rule is taken", () => {
    expect(measured(elPaso(), {})("port.paso-del-norte.returned.first")).toBe(10);
    expect(measured(elPaso(), { routing: order(1, 0) })("port.zaragoza.returned.first")).toBe(10);
  });

  it("does not open one that is closed", () => {
    const parameters = elPaso();
    const closed = parameters.returnPoints.map((point, index) => ({ ...point, open: always(index === 0) }));
    const measure = measured({ ...parameters, returnPoints: closed }, { routing: order(1, 0) });
    expect(measure("port.paso-del-norte.returned.first")).toBe(10);
  });

  it("closes those that it leaves out", () => {
    expect(measured(elPaso(), { routing: order() })("sector.el-paso.released.cause.no-pathway")).toBe(10);
  });

  it("may not name one that there is not", () => {
    expect(() => run(elPaso(), { extensions: { routing: order(2) } })).toThrow(
      "pathway must be one of 2 of its sector, counted from 0, got 2",
    );
  });

  it("sees who queues", () => {
    const seen: number[] = [];
    const routing: NonNullable<Extensions["routing"]> = (_, queues) => ({
      order: () => {
        seen.push(queues.hub(0));
        return [0];
      },
    });
    const shut = elPaso({}, [single(), familyOf(3), single()]).returnPoints.map((point) => ({
      ...point,
      hours: { days: 0b1111111, from: 8, to: 9 },
    }));
    const parameters = { ...elPaso(), returnPoints: shut };
    const after = group(noon + 1, 0, [single()]);
    run({ ...parameters, scripted: [group(noon, 0, [single(), familyOf(3)]), after] }, { extensions: { routing } });
    expect(seen).toEqual([0, 0, 4]);
  });
});

describe("a disposition rule from outside", () => {
  it.each(["nonsense", undefined])("may not decide %s", (decision) => {
    const disposition = () => ({ decide: () => decision as never });
    expect(() => run(elPaso(), { extensions: { disposition } })).toThrow(
      new RegExp(`decision must be one of return, nationality, .*, time-limit, got ${decision}$`),
    );
  });

  it("decides about everyone but children alone, with a cause that is counted", () => {
    const asked: number[] = [];
    const disposition: NonNullable<Extensions["disposition"]> = ({ cases }) => ({
      decide: (row) => {
        asked.push(cases.size[row]!);
        return cases.size[row]! > 2 ? "exempt" : "return";
      },
    });
    const people = [single(), familyOf(3), single({ category: child }), familyOf(2)];
    const measure = measured(elPaso({}, people), { disposition });
    expect(asked).toEqual([1, 3, 2]);
    expect(measure("sector.el-paso.returned.first")).toBe(3);
    expect(measure("sector.el-paso.released.cause.exempt")).toBe(3);
    expect(measure("system.exits.transfer")).toBe(1);
  });

  it("can lie over the screens of the model", () => {
    const disposition: NonNullable<Extensions["disposition"]> = (ground) => {
      const screens = new Screens(ground);
      return { decide: (row) => (ground.simulation.now < noon ? "discretion" : screens.decide(row)) };
    };
    const measure = measured(elPaso({}, [single(), single({ nationality: 1 })]), { disposition });
    expect(measure("sector.el-paso.released.cause.nationality")).toBe(1);
    expect(measure("sector.el-paso.returned.first")).toBe(1);
  });
});

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
