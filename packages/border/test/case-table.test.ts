import { describe, expect, it } from "vitest";
import { CaseTable } from "../src/index.ts";
import { flag } from "../src/model/case-table.ts";
import { stage } from "../src/model/stage.ts";
import { many } from "./parameters.ts";

describe("the case table", () => {
  it("recycles a row as if it had never been used", () => {
    const cases = new CaseTable();
    const columns = [cases.flags, cases.hearings, cases.clock, cases.event, cases.wait, cases.departure, cases.bedWait];
    const none = [cases.pathway, cases.hub, cases.point, cases.constraint, cases.disposition, cases.cause, cases.place];
    const fresh = cases.add();
    const read = (row: number): number[] => [...columns, ...none, cases.attempt].map((column) => column[row]!);
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
