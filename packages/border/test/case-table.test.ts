import { exponential } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flag } from "../src/ground/case-table.ts";
import { stage } from "../src/ground/stage.ts";
import { BorderModel, type CaseRow, CaseTable, dispositions } from "../src/index.ts";
import { arrivals, border, everyone, many, sector, startOn } from "./parameters.ts";

describe("the case table", () => {
  it("recycles a row as if it had never been used", () => {
    const cases = new CaseTable();
    const columns = [
      cases.flags,
      cases.group,
      cases.exemption,
      cases.hearings,
      cases.limitEvent,
      cases.event,
      cases.wait,
      cases.departure,
      cases.bedWait,
    ];
    const none = [cases.pathway, cases.hub, cases.point, cases.constraint, cases.disposition, cases.cause, cases.place];
    const fresh = cases.add();
    const read = (row: CaseRow): number[] => [...columns, ...none, cases.attempt].map((column) => column[row]!);
    const clean = read(fresh);
    for (const column of [...columns, ...none, cases.attempt]) column[fresh] = 7;
    cases.stage[fresh] = stage.held;
    cases.remove(fresh);
    expect([...cases.rows()]).toEqual([]);
    expect(cases.add()).toBe(fresh);
    expect(read(fresh)).toEqual(clean);
  });

  it("grows without forgetting", () => {
    const cases = new CaseTable();
    const sizes = many(3_000).map((_, index) => {
      const row = cases.add();
      cases.size[row] = index + 1;
      cases.apprehended[row] = index / 8;
      cases.stage[row] = stage.city;
      return row;
    });
    expect(cases.live).toBe(3_000);
    expect([...cases.rows()]).toEqual(sizes);
    expect(sizes.every((row, index) => cases.size[row] === index + 1 && cases.apprehended[row] === index / 8)).toBe(
      true,
    );
  });

  it("has room for the most people present at once, however many have passed", () => {
    const { denver, ...zones } = startOn("2019-07-10");
    const days = 20;
    const releases = { mix: everyone("release"), hours: dispositions.map(() => exponential(12)) };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (scale) => {
        const people = [arrivals(denver, days, 100 * scale)];
        const sectors = [sector("el-paso", { zone: denver, arrivals: people, fallback: releases })];
        const model = new BorderModel(border({ denver, ...zones }, days, { sectors }), {
          seed: "test",
          replication: 0,
        });
        let passed = 0;
        let most = 0;
        model.ground.onApprehended = () => {
          passed++;
          most = Math.max(most, model.ground.cases.live);
        };
        model.run();
        // They stay for half a day on average: a fortieth of those of 20 days, and a few more at the most.
        expect(most * 15).toBeLessThan(passed);
        let room = 1024;
        while (room < most) room *= 2;
        expect(model.ground.cases.capacity).toBe(room);
      }),
      { seed: 20191122, numRuns: 4, examples: [[1], [30]] },
    );
  });

  it("settles a trait once and for all, apart from its neighbours", () => {
    const cases = new CaseTable();
    const row = cases.add();
    expect([flag.exempt, flag.claims, flag.acceptsBed].map((trait) => cases.knows(row, trait))).toEqual([
      false,
      false,
      false,
    ]);
    cases.fix(row, flag.claims, false);
    cases.fix(row, flag.acceptsBed, true);
    cases.set(row, flag.interviewed, true);
    expect([flag.exempt, flag.claims, flag.acceptsBed].map((trait) => cases.knows(row, trait))).toEqual([
      false,
      true,
      true,
    ]);
    expect([flag.exempt, flag.claims, flag.acceptsBed].map((trait) => cases.has(row, trait))).toEqual([
      false,
      false,
      true,
    ]);
    // Bits of the traits, of those that say they are known, and of what happens to a case do not overlap.
    const bits = [1, 2, 4, 8, 16]
      .flatMap((trait) => [trait, trait * 32])
      .concat(Object.values(flag).filter((bit) => bit > 16));
    expect(bits.reduce((sum, bit) => sum | bit, 0)).toBe(bits.reduce((sum, bit) => sum + bit, 0));
  });
});
