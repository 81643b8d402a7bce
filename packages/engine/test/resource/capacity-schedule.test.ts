import { describe, expect, it } from "vitest";
import {
  CapacitySchedule,
  dayNumber,
  LocalCalendar,
  openingShifts,
  type Process,
  Resource,
  Simulation,
  shifts,
} from "../../src/index.ts";

describe("a schedule of capacity", () => {
  it("keeps a resource to its plan: work is finished, 1, 3, 1 at 0, 1, 2, three jobs of 2, ends 2, 3, 3", () => {
    const simulation = new Simulation({ seed: "schedule" });
    const desk = new Resource(simulation, "desk", 1);
    new CapacitySchedule(
      simulation,
      "desk",
      desk,
      shifts([
        [0, 1],
        [1, 3],
        [2, 1],
      ]),
    );
    const log: number[] = [];
    function* customer(): Process {
      yield desk.acquire();
      yield simulation.hold(2);
      desk.release();
      log.push(simulation.now);
    }
    for (let i = 0; i < 3; i++) simulation.spawn(customer());
    simulation.run();
    expect(log).toEqual([2, 3, 3]);
  });

  it("begins in the middle of a plan, and goes round", () => {
    const simulation = new Simulation({ seed: "schedule" });
    simulation.run(37);
    const desk = new Resource(simulation, "desk", 9);
    const seen: string[] = [];
    const days = shifts(
      [
        [0, 0],
        [8, 3],
        [12, 1],
        [13, 3],
        [18, 0],
      ],
      24,
    );
    new CapacitySchedule(
      simulation,
      "desk",
      {
        setCapacity: (n) => {
          desk.setCapacity(n);
          seen.push(`${simulation.now} ${n}`);
        },
      },
      days,
    );
    simulation.run(62);
    expect(seen).toEqual(["37 3", "42 0", "48 0", "56 3", "60 1", "61 3"]);
  });

  it("follows opening hours over weekends, holidays and a change of clocks", () => {
    // From Friday 1 November 2019, 00:00 UTC, in Texas, where clocks go back on the 3rd at 07:00 UTC: 8 to 17 on weekdays is
    // 13:00 to 22:00 UTC on the 1st (hours 13 and 22), and 14:00 to 23:00 on Monday the 4th (72 + 14 = 86, 95). The 5th is closed;
    // the 6th opens at 5 x 24 + 14 = 134.
    const firstDay = dayNumber("2019-11-01");
    const calendar = new LocalCalendar({
      name: "America/Chicago",
      epochDay: firstDay,
      offsets: [
        { from: Number.NEGATIVE_INFINITY, hours: -5 },
        { from: 2 * 24 + 7, hours: -6 },
      ],
    });
    const hours = { days: 0b11111, from: 8, to: 17, closedOn: new Set([dayNumber("2019-11-05")]) };
    const simulation = new Simulation({ seed: "schedule" });
    const seen: string[] = [];
    const staffed = { setCapacity: (n: number) => seen.push(`${simulation.now} ${n}`) };
    new CapacitySchedule(simulation, "desk", staffed, openingShifts(hours, calendar, 3));
    simulation.run(140);
    expect(seen).toEqual(["0 0", "13 3", "22 0", "86 3", "95 0", "134 3"]);
  });

  it.each<[string, () => unknown]>([
    ["shifts must be at least one, got none", () => shifts([])],
    ["shifts must ascend from 0 to below Infinity, got one from 1 after 0", () => shifts([[1, 1]])],
    [
      "shifts must ascend from 0 to below Infinity, got one from 5 after 5",
      () =>
        shifts([
          [0, 1],
          [5, 1],
          [5, 2],
        ]),
    ],
    [
      "shifts must ascend from 0 to below 24, got one from 24 after 0",
      () =>
        shifts(
          [
            [0, 1],
            [24, 1],
          ],
          24,
        ),
    ],
    ["capacity must be a whole number from 0, got -1", () => shifts([[0, -1]])],
    [
      "capacity must be a whole number from 0, got 1.5",
      () =>
        openingShifts(
          { days: 127, from: 0, to: 24 },
          new LocalCalendar({ name: "UTC", epochDay: 0, offsets: [{ from: Number.NEGATIVE_INFINITY, hours: 0 }] }),
          1.5,
        ),
    ],
  ])("says: %s", (message, make) => {
    expect(make).toThrow(new RangeError(message));
  });
});
