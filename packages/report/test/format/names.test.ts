import { causes, constraints } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { causePhrase, constraintPhrase, placeName } from "../../src/format/names.ts";

describe("words", () => {
  it.each(constraints)("the constraint %s has words", (constraint) => {
    expect(constraintPhrase(constraint)).toMatch(/^(a|an|the|room) /);
  });

  it("every cause has words of its own", () => {
    const phrases = causes.map((cause) => causePhrase(cause));
    expect(new Set(phrases).size).toBe(causes.length);
    for (const phrase of phrases) expect(phrase).not.toContain("-");
  });

  it("a cause speaks of the custody limit only where people waited until it, and not of who closed the return points", () => {
    expect(causePhrase("no-seat")).toBe("no seat on the bus before the custody limit");
    for (const cause of ["no-consent", "no-court-slot", "no-shelter", "no-officer", "no-pathway"])
      expect(causePhrase(cause)).not.toContain("limit");
    expect(causePhrase("no-consent")).not.toContain("Mexico");
  });

  it("an unknown name stands for itself, also one that every object has", () => {
    expect(constraintPhrase("ferry")).toBe("ferry");
    expect(causePhrase("constructor")).toBe("constructor");
  });

  it("places are written as people write them", () => {
    expect(placeName("rio-grande-valley")).toBe("Rio Grande Valley");
  });
});
