import { fixed } from "@mpp-sim/engine";
import { expect, it } from "vitest";
import { always, type BorderParameters, type BusLineParameters } from "../src/index.ts";
import { familyOf, group, moment, single, startOn } from "./parameters.ts";
import { run } from "./run.ts";
import { type Given, tucson, tucsonElPaso } from "./tucson-el-paso.ts";

const start = startOn("2019-07-10");
const { phoenix } = start;
const at = (local: string): number => moment(phoenix, `2019-07-${local}`);
/** A Mexican, who is released at once. */
const notReturnable = single({ nationality: 1 });

/** A bus of ten seats at 08:00 every day. */
function bused(
  bus: Partial<BusLineParameters>,
  scripted: BorderParameters["scripted"],
  given: Given = {},
): BorderParameters {
  return tucsonElPaso(start, 4, { ...given, bus: { seats: always(10), groups: "together", ...bus }, scripted });
}
const boarded = (parameters: BorderParameters): readonly number[] =>
  run(parameters).daily("bus.tucson-el-paso.boarded");

it("a group is on one bus or waits, by either rule of what does not fit", () => {
  const groups = [
    group(at("10 05:00"), tucson, [familyOf(3), familyOf(4)]),
    group(at("10 06:00"), tucson, [familyOf(2), familyOf(2)]),
    group(at("10 07:00"), tucson, [single()]),
  ];
  // In line: 3 and 4, 2 and 2, 1. By themselves 3 + 4 + 2 fit, then 2 do not fit into the last seat, and 1 does.
  expect(boarded(bused({ groups: "split" }, groups))).toEqual([9, 3, 0, 0]);
  expect(boarded(bused({ groups: "split", fit: "skip" }, groups))).toEqual([10, 2, 0, 0]);
  // Together 7 fit, then 4 do not fit into three seats, and 1 does.
  expect(boarded(bused({}, groups))).toEqual([7, 5, 0, 0]);
  expect(boarded(bused({ fit: "skip" }, groups))).toEqual([8, 4, 0, 0]);
});

it("a group larger than the bus splits, and what is left of it stays together", () => {
  const groups = [
    group(at("10 06:00"), tucson, [familyOf(6), familyOf(3), familyOf(4), familyOf(2)]),
    group(at("10 07:00"), tucson, [familyOf(5)]),
  ];
  // Of 15 people 6 + 3 board; 4 do not fit into the last seat. Then 4 + 2 as one, and 5 do not fit into the four seats left.
  expect(boarded(bused({}, groups))).toEqual([9, 6, 5, 0]);
  expect(run(bused({}, groups)).measure("system.families-split")).toBe(0);
});

it("those at the stop wait for one who is being processed, and let others pass", () => {
  const groups = [
    group(at("10 07:00"), tucson, [single(), familyOf(3)]),
    group(at("10 07:30"), tucson, [single(), single()]),
  ];
  const slow = {
    tucson: {
      processing: { agents: always(100), time: [fixed(0), fixed(2), fixed(0)] },
    },
  } as const;
  // The family is done at 09:00. The single waits from 07:00 to 08:00 the next day, for the timetable all the time; the family 23 hours.
  expect(boarded(bused({}, groups, slow))).toEqual([2, 4, 0, 0]);
  const { blocked } = run(bused({}, groups, slow));
  expect(blocked("tucson", "timetable")[0]).toBe(25 + 3 * 23 + 2 * 0.5);
  expect(blocked("tucson", "seat")[0]).toBe(0);
  expect(boarded(bused({ groups: "split" }, groups, slow))).toEqual([3, 3, 0, 0]);
});

it("and for one who is interviewed before the bus, but not for one who is not enrolled", () => {
  const unit = (before: "bus" | "return") => ({ unit: { time: fixed(2), before } });
  const claims = [group(at("10 07:00"), tucson, [single(), single({ claims: true })])];
  expect(boarded(bused({}, claims, unit("bus")))).toEqual([0, 2, 0, 0]);
  expect(boarded(bused({}, claims, unit("return")))).toEqual([2, 0, 0, 0]);
  expect(boarded(bused({}, [group(at("10 07:00"), tucson, [single(), notReturnable])]))).toEqual([1, 0, 0, 0]);
});

it("who crosses by himself waits for nobody: a group written to cross over some hours", () => {
  const slow = { tucson: { processing: { agents: always(100), time: [fixed(0), fixed(10), fixed(0)] } } } as const;
  const atOnce = group(at("10 04:00"), tucson, [single(), familyOf(3)]);
  // The family is done after 14:00.
  expect(boarded(bused({}, [atOnce], slow))).toEqual([0, 4, 0, 0]);
  expect(boarded(bused({}, [{ ...atOnce, overHours: 3 }], slow))).toEqual([1, 3, 0, 0]);
});
