import { fixed, lognormal } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stage } from "../src/ground/stage.ts";
import { always, BorderModel, type BorderParameters, type CaseRow, categories, takeCensus } from "../src/index.ts";
import { family, familyOf, group, many, nationalities, single } from "./parameters.ts";
import { type Knobs, knobs, randomBorder } from "./random-border.ts";
import { counted } from "./run.ts";

/** Everything at once: a census, a written group, buses that break down or leave on demand, further attempts, displacement. */
function everything(given: Knobs): BorderParameters {
  const random = randomBorder({ ...given, leaveRate: 0.01, suspended: false });
  // Every way out of custody, and a limit that a night behind a shut port exceeds.
  const mix = nationalities.map(() => always([0.4, 0.2, 0.2, 0, 0.2]));
  const open = {
    ...random,
    sectors: random.sectors.map((one) => ({
      ...one,
      custody: { ...one.custody, limitHours: 14, atLimit: ["hold", "release", "hold"] as const },
      fallback: { ...one.fallback, mix: [mix, mix, mix] as const },
    })),
  };
  const [bus] = open.buses;
  const withBus: BorderParameters = {
    ...open,
    buses: [
      {
        ...bus!,
        extra: { load: 6, mostPerDay: 2 },
        breakdown: { perTrip: 0.3, delayHours: fixed(5), repairHours: fixed(10) },
      },
    ],
    interviewUnits: open.interviewUnits.map((unit) => ({
      ...unit,
      afterHearing: { claim: always(0.5), foundAtRisk: always(0.3) },
    })),
    census: takeCensus(open, { seed: "earlier", replication: 0, at: 150 }),
    scripted: [
      {
        ...group(60, 0, [...many(5), familyOf(4)]),
        id: "night",
        overHours: 5,
        drawn: [{ category: family, persons: 20 }],
      },
      group(80, 1, [single({ claims: true, atRisk: true }), familyOf(3, { exempt: true })]),
    ],
    tryAgain: { mostAttempts: 3, delay: lognormal(30, 0.5) },
  };
  const without = {
    ...withBus,
    sectors: withBus.sectors.map((one, index) => (index === 0 ? { ...one, pathways: [] } : one)),
  };
  const displacement = {
    sensitivity: 3,
    exposure: 0.02,
    outsideShare: 0.2,
    lagDays: 1,
    smoothingDays: 2,
    reference: without,
  };
  return { ...withBus, displacement };
}

/** The exits that the model counts, each under its own name, in persons. */
function exits(model: BorderModel): Readonly<Record<string, number>> {
  const { counts } = model.view;
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  return {
    release: counted(model, "released"),
    detention: counted(model, "detained"),
    removal: counted(model, "removed"),
    transfer: counted(model, "transferred"),
    "released after a hearing": counted(model, "releasedAfterHearing"),
    "out another way after a hearing": counted(model, "leftAfterHearing"),
    "left the city": sum(counts.left.flatMap((to) => [...to])),
    "case ended": sum(counts.courts.flatMap(({ outcomes: [, ...ended] }) => ended)),
    "ended in absentia": sum(counts.courts.map(({ inAbsentia }) => inAbsentia)),
  };
}

/** Persons by category, written down from outside: those who came, those present, those who left. */
class ByCategory {
  private readonly came = categories.map(() => 0);
  private readonly left = categories.map(() => 0);
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    const { ground } = model;
    ground.onApprehended = (row) => this.add(this.came, row);
    const { whereabouts } = ground;
    const move = whereabouts.move.bind(whereabouts);
    whereabouts.move = (row, place, since) => {
      if (place < 0) this.add(this.left, row);
      move(row, place, since);
    };
    for (const { category, size } of ground.parameters.census) this.came[category] = this.came[category]! + size;
  }

  get astray(): readonly number[] {
    const { cases } = this.model.view;
    const present = categories.map(() => 0);
    for (const row of cases.rows()) if (cases.place[row]! >= 0) this.add(present, row);
    return present.map((persons, category) => this.came[category]! - persons - this.left[category]!);
  }

  private add(to: number[], row: CaseRow): void {
    const category = this.model.ground.cases.category[row]!;
    to[category] = to[category]! + this.model.ground.cases.size[row]!;
  }
}

describe("everyone is accounted for after every event", () => {
  it("by place, category and way out, in attempts and in people, with every mechanism at work", () => {
    let checked = 0;
    const seen = new Map<string, number>();
    const note = (what: string, amount: number): void => void seen.set(what, (seen.get(what) ?? 0) + amount);
    fc.assert(
      fc.property(knobs, (given) => {
        const model = new BorderModel(everything(given), { seed: "test", replication: 0 });
        const byCategory = new ByCategory(model);
        const { conservation, simulation } = model.view;
        // The census takes its places in the first event of all.
        simulation.run({ events: 1 });
        for (let events = 1; simulation.run({ until: model.horizon, events: 1 }).events > events; events++) {
          checked++;
          const { balance, familiesSplit, exitedPersons } = conservation;
          const wayOut = Object.values(exits(model)).reduce((total, persons) => total + persons, 0);
          const astray = [balance, familiesSplit, exitedPersons - wayOut, ...byCategory.astray];
          if (astray.some((persons) => persons !== 0))
            throw new Error(`people must balance at ${simulation.now}, got ${astray} astray`);
        }
        for (const [what, persons] of Object.entries(exits(model))) note(what, persons);
        note("census", conservation.initialPersons);
        note("tried again", conservation.triedAgainPersons);
        note("displaced", counted(model, "displacedIn"));
        note("deterred", counted(model, "deterred"));
        note("drawn", counted(model, "drawn"));
        note("broken down", model.ground.counts.buses[0]!.breakdowns);
        note("interviewed after a hearing", model.ground.counts.units[0]!.heldAgain);
        note(
          "hold",
          [...model.ground.cases.rows()].filter((row) => model.ground.cases.stage[row] === stage.held).length,
        );
      }),
      { seed: 20191122, numRuns: 20 },
    );
    expect(checked).toBeGreaterThan(10_000);
    // All of it has happened.
    expect([...seen].filter(([, persons]) => persons === 0)).toEqual([]);
  });
});
