import { dayNumber } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { BorderModel } from "../src/index.ts";
import { group, many, startOn } from "./parameters.ts";
import { crossings, limits, month } from "./texas.ts";

describe("M9 a daily limit", () => {
  it.each([
    ["2019-03-09", "2019-03-10"],
    ["2019-11-02", "2019-11-03"],
  ])(
    "is used to the last place on each date where people wait, from %s on: on %s too, an hour short or long",
    (from, changes) => {
      const start = startOn(from);
      // Everyone is there on the first evening in UTC; a place falls free at midnight and is used at once.
      const parameters = {
        ...month(start, 0),
        scripted: [0, 1, 2, 3].map((index) => group(12, index, many(400))),
      };
      const found = crossings(parameters, "test", 0);
      for (const id of ["el-paso", "del-rio", "tucson"] as const) {
        for (let date = start.firstDay; date < start.firstDay + 5; date++)
          expect(found.get(`${id} ${date}`)).toBe(limits[id]);
      }
      expect(found.get(`laredo ${dayNumber(changes)}`)).toBe(limits.laredo);
      // Midnights, in hours from the first day's 00:00 UTC: Texas changes, Arizona does not.
      const { localDays } = new BorderModel(parameters, { seed: "test", replication: 0 }).view;
      const midnights = localDays.limits.map(({ calendar }) =>
        [1, 2].map((day) => calendar.midnight(start.firstDay + day) - 24 * day),
      );
      expect(midnights).toEqual(
        changes === "2019-03-10"
          ? [
              [7, 6],
              [6, 5],
              [6, 5],
              [7, 7],
            ]
          : [
              [6, 7],
              [5, 6],
              [5, 6],
              [7, 7],
            ],
      );
    },
  );
});
