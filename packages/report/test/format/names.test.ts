import { causes, constraints } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { causePhrase, constraintPhrase, placeName } from "../../src/format/names.ts";

describe("words", () => {
  it.each(constraints)("the constraint %s has words", (constraint) => {
    expect(constraintPhrase(constraint)).toMatch(/^(a|an|the|room|Mexico's) /);
  });

  it("every cause has words of its own", () => {
    const phrases = causes.map((cause) => causePhrase(cause, 72));
    expect(new Set(phrases).size).toBe(causes.length);
    for (const phrase of phrases) expect(phrase).not.toContain("-");
  });

  it("the clock is named by its hours", () => {
    expect(causePhrase("no-seat", 48)).toBe("no seat on the bus within 48 h");
  });

  it("an unknown name stands for itself, also one that every object has", () => {
    expect(constraintPhrase("ferry")).toBe("ferry");
    expect(causePhrase("constructor", 72)).toBe("constructor");
  });

  it("places are written as people write them", () => {
    expect(placeName("rio-grande-valley")).toBe("Rio Grande Valley");
  });
});
