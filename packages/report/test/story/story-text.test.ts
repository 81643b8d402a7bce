import type { StoryEntry, StoryEvent } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import { dayNumber } from "@mpp-sim/engine";
import { expect, it } from "vitest";
import { storyText } from "../../src/index.ts";

const epochDay = dayNumber("2019-11-01");
const always = { from: Number.NEGATIVE_INFINITY };
/** All year -7. */
const phoenix: ZoneTable = { name: "America/Phoenix", epochDay, offsets: [{ ...always, hours: -7 }] };
/** -6 until 3 November 02:00 local (08:00 UTC), -7 from then on. */
const denver: ZoneTable = {
  name: "America/Denver",
  epochDay,
  offsets: [
    { ...always, hours: -6 },
    { from: 56, hours: -7 },
  ],
};
const tucson = { place: "tucson", zone: phoenix };
const elPaso = { place: "el-paso", zone: denver };

const told = (...entries: readonly StoryEntry[]): string => storyText({ found: true, entries });
const board: StoryEvent = { kind: "moved", to: "bus", place: "tucson-el-paso" };
const arrive: StoryEvent = { kind: "moved", to: "custody", place: "el-paso" };

it("says how far the clock is ahead of the one before", () => {
  // Five hours on the road, from 08:00 to what is 13:00 in Tucson.
  expect(told({ at: 15, ...tucson, what: board }, { at: 20, ...elPaso, what: arrive })).toBe(
    `2019-11-01 08:00  They board the bus tucson-el-paso.
2019-11-01 14:00  They are in custody in El Paso. Clocks in El Paso are an hour ahead of those in
                  Tucson.
`,
  );
  expect(told({ at: 15, ...elPaso, what: board }, { at: 20, ...tucson, what: arrive })).toMatch(
    /Clocks in Tucson are an hour behind those in El\s+Paso\.$/m,
  );
});

it("does not say so in winter, when both show one time", () => {
  expect(told({ at: 63, ...tucson, what: board }, { at: 68, ...elPaso, what: arrive })).not.toContain("Clocks");
});

it("says when the clocks of a place have changed meanwhile", () => {
  // 24 hours and a 25th.
  const processed: StoryEvent = { kind: "processed" };
  expect(told({ at: 38, ...elPaso, what: arrive }, { at: 63, ...elPaso, what: processed })).toBe(
    `2019-11-02 08:00  They are in custody in El Paso.
2019-11-03 08:00  Processing is over. Clocks in El Paso have gone back an hour meanwhile.
`,
  );
  // On the road through the night of the change: on arrival both show one time, and Tucson's clocks did not move.
  expect(told({ at: 50, ...tucson, what: board }, { at: 60, ...elPaso, what: arrive })).not.toContain("Clocks");
});

it("tells the date of a hearing in the time of the court", () => {
  const hearing = (on: number): StoryEvent => ({ kind: "hearing-date", court: "el-paso", on, zone: denver });
  const nogales = { place: "nogales", zone: phoenix };
  expect(told({ at: 20, ...nogales, what: hearing(38) })).toContain(
    "Their hearing in El Paso is on 2019-11-02 08:00 there (an hour ahead).",
  );
  expect(told({ at: 20, ...nogales, what: hearing(63) })).toContain("Their hearing in El Paso is on 2019-11-03 08:00.");
});

it("says of children alone why they are transferred, not when they are", () => {
  expect(
    told(
      { at: 15, ...tucson, what: { kind: "leaving", by: "transfer", on: 63 } },
      { at: 63, ...tucson, what: { kind: "out", by: "transfer" } },
    ),
  ).toBe(`2019-11-01 08:00  They are to be transferred on 2019-11-03 08:00, as children alone are.
2019-11-03 08:00  They are transferred, as children alone are.
`);
});
