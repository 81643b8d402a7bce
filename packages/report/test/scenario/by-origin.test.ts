import type { SourcedValue } from "@mpp-sim/scenario";
import { expect, it } from "vitest";
import { byOrigin } from "../../src/scenario/by-origin.ts";

const value = (path: string, more: Partial<SourcedValue> = {}): SourcedValue => ({
  path,
  text: "5 %",
  source: "assumption",
  grade: "assumption",
  range: "1 % to 40 %",
  note: "",
  origin: "base.yaml:7",
  ...more,
});
const paths = (values: readonly SourcedValue[]) => byOrigin(values).map(({ path }) => path);

it("a default that many places inherit stands once, where it comes first", () => {
  const sectors = ["a", "b", "c", "d"].map((id) => value(`sectors.${id}.hours`));
  expect(paths([value("x", { origin: "base.yaml:1" }), ...sectors])).toEqual(["x", "sectors.*.hours (4 places)"]);
});

it("names the places when they are few", () => {
  expect(paths([value("s.a.exempt.adult"), value("s.a.exempt.family")])).toEqual([
    "s.a.exempt.{adult, family} (2 places)",
  ]);
});

it("keeps apart what differs in anything but the path, and paths of another form", () => {
  const differing = [
    value("s.a.x"),
    value("s.b.x", { text: "6 %" }),
    value("s.c.x", { origin: "base.yaml:8" }),
    value("s.d"),
  ];
  expect(paths(differing)).toEqual(["s.a.x", "s.b.x", "s.c.x", "s.d"]);
});
