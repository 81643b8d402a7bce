import { Simulation } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { BorderFlow } from "../src/flow/flow.ts";
import { isNearer, turnAway } from "../src/flow/obstacle.ts";
import { type Flow, step, type WayOut, wayOut } from "../src/flow/step.ts";
import { rowOf } from "../src/ground/case-row.ts";
import { Signals, signal } from "../src/ground/signals.ts";
import { stage } from "../src/ground/stage.ts";
import { Ground } from "../src/ground.ts";
import type { Place, PlaceDefinition, PlaceFlow, PlaceStep } from "../src/index.ts";
import { constraints } from "../src/parameters/vocabulary.ts";
import { OutsidePlaces } from "../src/parts/outside-places.ts";
import { border, sector, startOn } from "./parameters.ts";

const start = startOn("2019-07-10");
const parameters = border(start, 5, {
  sectors: [
    sector("el-paso", {
      zone: start.denver,
      list: { city: 0, calls: [{ from: 0, value: 1 }], callHour: 8, leaveRate: 0 },
    }),
    sector("tucson", { zone: start.denver }),
  ],
});

function groundWith(places: number): Ground {
  return new Ground(new Simulation({ seed: "test", replication: 0 }), parameters, false, places);
}

/** What was asked for, in order. */
function recorded(): { readonly asked: unknown[]; readonly flow: Flow } {
  const asked: unknown[] = [];
  const flow: Flow = {
    next: (row, to) => void asked.push(["next", row, to]),
    leave: (row, by, cause) => void asked.push(["leave", row, by, cause]),
    withdraw: (row) => void asked.push(["withdraw", row]),
    hasDate: () => true,
    hasBed: () => true,
    canEverFit: () => true,
  };
  return { asked, flow };
}

describe("the table of the flow", () => {
  const flow = new BorderFlow(groundWith(0), {});

  it("has a holder for each stage", () => {
    const { holders } = flow;
    const held = Object.values(stage).filter((one) => one !== stage.none);
    expect(held.filter((one) => holders[one] === undefined)).toEqual([]);
    expect(Object.keys(holders).map(Number)).toEqual(held);
  });

  it("has somebody for each step and way out", () => {
    const ground = groundWith(0);
    const asked = new Error("a part is asked");
    const noParts = {
      get: () => {
        throw asked;
      },
    };
    const table = Object.assign(new BorderFlow(ground, {}), { parts: new Proxy({}, noParts) });
    const row = ground.cases.add();
    ground.cases.hub[row] = 0;
    for (const one of Object.values(step)) expect(() => table.take(row, one), `step ${one}`).toThrow(asked);
    for (const one of Object.values(wayOut)) expect(() => table.leave(row, one), `way out ${one}`).toThrow(asked);
  });

  it.each([
    ["nobody holds", stage.none],
    ["is on a bus", stage.onBus],
    ["is on the road", stage.onRoad],
    ["is on the way out", stage.leaving],
    ["is away", stage.betweenAttempts],
  ])("takes nobody away who %s", (_, now) => {
    const ground = groundWith(0);
    const row = ground.cases.add();
    ground.cases.stage[row] = now;
    const message = `case must wait or be served to be withdrawn, got stage ${now}`;
    expect(() => new BorderFlow(ground, {}).withdraw(row)).toThrow(message);
  });
});

describe("signals", () => {
  it("are heard in the order in which they were asked for, each with its place, and by nobody else", () => {
    const signals = new Signals();
    const heard: string[] = [];
    signals.on(signal.room, (place) => heard.push(`first ${place}`));
    signals.on(signal.bed, (place) => heard.push(`bed ${place}`));
    signals.on(signal.room, (place) => heard.push(`second ${place}`));
    signals.say(signal.limit, 9);
    signals.say(signal.room, 3);
    signals.say(signal.bed, 0);
    expect(heard).toEqual(["first 3", "second 3", "bed 0"]);
  });
});

describe("of obstacles", () => {
  it("the later constraint is nearer, of equal ones the first stays, and what is no constraint gives way", () => {
    expect(isNearer("consent", "court-slot")).toBe(true);
    expect(isNearer("court-slot", "consent")).toBe(false);
    expect(isNearer("shelter", "shelter")).toBe(false);
    expect(isNearer("officer", "too-large")).toBe(false);
    expect(isNearer("too-large", "no-pathway")).toBe(true);
    expect(isNearer("no-pathway", "consent")).toBe(true);
  });

  it("only constraints divert, and each is a cause of its own", () => {
    const { blocked, cases } = groundWith(0);
    const { asked, flow } = recorded();
    const row = cases.add();
    cases.size[row] = 3;
    for (const obstacle of ["no-pathway", "too-large", "officer"] as const) turnAway(blocked, flow, row, obstacle, 0);
    expect(asked).toEqual(
      ["no-pathway", "too-large", "no-officer"].map((cause) => ["leave", row, wayOut.fallback, cause]),
    );
    // Persons diverted are the third of the four figures of a sector and constraint.
    const diverted = constraints.map((_, index) => blocked.rows[4 * index + 2]);
    expect(diverted).toEqual(constraints.map((name) => (name === "officer" ? 3 : 0)));
  });
});

describe("a place from outside, on a small ground", () => {
  /** Receives cases of two persons and more, and keeps them. */
  class Hall implements Place {
    readonly log: string[] = [];
    readonly flow: PlaceFlow;
    constructor(flow: PlaceFlow) {
      this.flow = flow;
    }
    receives = (row: number): boolean => ground.cases.size[rowOf(row / 16)]! >= 2;
    admit = (row: number, since: number): void => void this.log.push(`admit ${row} ${since}`);
    withdraw = (row: number): void => void this.log.push(`withdraw ${row}`);
  }
  let ground = groundWith(2);

  function hallsBefore(...steps: readonly PlaceStep[]) {
    ground = groundWith(steps.length);
    const { asked, flow } = recorded();
    const halls: Hall[] = [];
    const definitions = steps.map((before, index): PlaceDefinition => {
      const build = (_: Ground, its: PlaceFlow): Hall => {
        halls.push(new Hall(its));
        return halls.at(-1)!;
      };
      return { id: `hall-${index}`, sector: "tucson", before, build };
    });
    const places = new OutsidePlaces(ground, flow, definitions, (row, to) => void asked.push(["take", row, to]));
    return { asked, halls, places };
  }

  function caseOf(persons: number, inSector = 1) {
    const { cases } = ground;
    const row = cases.add();
    cases.sector[row] = inSector;
    cases.size[row] = persons;
    cases.originSize[row] = persons;
    return row;
  }

  it("has those come who are about to take its step, in its sector, and whom it receives", () => {
    const { halls, places } = hallsBefore("disposition");
    const [one, two, elsewhere] = [caseOf(1), caseOf(2), caseOf(2, 0)];
    expect([one, two, elsewhere].map((row) => places.stops(row, step.disposition))).toEqual([false, true, false]);
    expect(places.stops(two, step.pathway)).toBe(false);
    expect(halls[0]!.log).toEqual([`admit ${two} 0`]);
    expect([ground.cases.stage[two], places.entered]).toEqual([stage.atPlace, [2]]);
    expect(ground.whereabouts.levels[ground.whereabouts.outsidePlace(0)]!.level).toBe(2);
  });

  it("sends them to the next place before the same step, and then on, back in the custody of its sector", () => {
    const { asked, halls, places } = hallsBefore("pathway", "pathway");
    const row = caseOf(3);
    places.stops(row, step.pathway);
    halls[0]!.flow.next(row, step.pathway);
    expect([halls.map(({ log }) => log), asked]).toEqual([[[`admit ${row} 0`], [`admit ${row} 0`]], []]);
    halls[1]!.flow.next(row, step.pathway);
    expect(asked).toEqual([["take", row, step.pathway]]);
    expect(ground.cases.place[row]).toBe(ground.whereabouts.custody(1));
    expect(places.entered).toEqual([3, 3]);
  });

  it("may have them leave, and is told of whom others take away", () => {
    const { asked, halls, places } = hallsBefore("custody");
    const [leaves, taken] = [caseOf(2), caseOf(2)];
    for (const row of [leaves, taken]) places.stops(row, step.custody);
    places.withdraw(taken);
    const by: WayOut = wayOut.fallbackAtOnce;
    halls[0]!.flow.leave(leaves, by, "discretion");
    expect(halls[0]!.log.at(-1)).toBe(`withdraw ${taken}`);
    expect(asked).toEqual([["leave", leaves, by, "discretion"]]);
    expect(() => halls[0]!.flow.leave(caseOf(2), by)).toThrow("case must be at place hall-0 to leave it, got stage 0");
  });

  it("sends nobody on who is at another place", () => {
    const { halls, places } = hallsBefore("custody", "pathway");
    const row = caseOf(2);
    places.stops(row, step.pathway);
    expect(() => halls[0]!.flow.next(row, step.custody)).toThrow(
      "case must be at place hall-0 to leave it, got stage 16",
    );
  });
});
