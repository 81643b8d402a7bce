import { expect, it } from "vitest";
import { withMore } from "../../src/worth/with-more.ts";

it.each([
  ["50", 1, "51"],
  ["120/day", 10, "130/day"],
  ["1000 people", 10, "1010 people"],
  ["15 cases/day", 1, "16 cases/day"],
  ["0", 1, "1"],
  ["2.5", 1, "3.5"],
  ["08:00-16:00", 1, "08:00-17:00"],
  ["mon-fri 08:00-16:30", 1, "mon-fri 08:00-17:30"],
  // Open until midnight: earlier instead; half an hour short of it: half an hour at each end.
  ["08:00-24:00", 1, "07:00-24:00"],
  ["08:00-23:30", 1, "07:30-24:00"],
  ["00:00-23:30", 1, "00:00-24:00"],
  ["daily at 08:00", 1, "daily at 08:00 and 20:00"],
  // 18 hours lie between 14:00 and the next 08:00.
  ["mon-fri at 08:00 and 14:00", 1, "mon-fri at 08:00, 14:00 and 23:00"],
  ["daily at 06:00, 12:00 and 20:00", 1, "daily at 01:00, 06:00, 12:00 and 20:00"],
])("%j with %d more is %j", (written, step, more) => {
  expect(withMore(written, step)).toBe(more);
});

it.each([["none"], ["00:00-24:00"], [["a"]], [{ before: "none" }]])("there is no more of %j", (written) => {
  expect(withMore(written, 1)).toBeUndefined();
});

it("a value with a source is a value", () => {
  expect(withMore({ value: "50", source: "a", note: "b" }, 1)).toBe("51");
  expect(withMore({ value: { before: "100/day", "2019-06-13": "200/day" }, source: "a" }, 10)).toEqual({
    before: "110/day",
    "2019-06-13": "210/day",
  });
});

it("on the dates of a calendar there is more, but not of what is not there yet", () => {
  const rooms = { before: "0", "2019-09-16": { value: "20", source: "a" }, "2019-12-01": "none", "2019-12-09": "0.5" };
  expect(withMore(rooms, 1)).toEqual({ before: "0", "2019-09-16": "21", "2019-12-01": "none", "2019-12-09": "1.5" });
});
