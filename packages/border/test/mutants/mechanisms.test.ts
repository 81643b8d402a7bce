import { expect, it } from "vitest";
import { mutantsOfPeople } from "./mutants-of-people.ts";
import { mutantsOfPlaces } from "./mutants-of-places.ts";

it("each of M1 to M24 is off or broken in one of the borders that are wrong on purpose", () => {
  const mechanisms = Array.from({ length: 24 }, (_, index) => `M${index + 1}`);
  const broken = [...mutantsOfPlaces, ...mutantsOfPeople].map(({ mechanism }) => mechanism);
  expect(new Set(broken)).toEqual(new Set(mechanisms));
});
