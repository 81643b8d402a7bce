import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Factor, loadScenario, ReadBefore, settingsOf } from "../src/index.ts";
import { readerOf } from "./read-scenarios.ts";

const shipped = ["", "questions/"].flatMap((folder) =>
  readdirSync(new URL(`../../../scenarios/${folder}`, import.meta.url))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `scenarios/${folder}${name}`),
);

type End = readonly [factor: Factor, at: number | string];

function endsOf(factor: Factor): readonly End[] {
  const { range } = factor;
  return (range.kind === "interval" ? [0, 1] : Object.keys(range.levels)).map((at) => [factor, at]);
}

/** Ends with which a scenario does not hold together: those that do are found some at a time. */
function refused(file: string, ends: readonly End[], before: ReadBefore): readonly string[] {
  const set = ends.flatMap(([factor, at]) => settingsOf(factor, at));
  const { diagnostics } = loadScenario(file, readerOf(), { set }, before);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const [first] = ends;
  if (ends.length === 1 && first)
    return [`${first[0].paths[0]} at ${first[1]}: ${errors[0]?.path} ${errors[0]?.message}`];
  const half = Math.ceil(ends.length / 2);
  return [ends.slice(0, half), ends.slice(half)].flatMap((some) => refused(file, some, before));
}

describe("every end of every factor compiles", () => {
  // Most files build on the same base.
  const before = new ReadBefore();

  it.each(shipped)("%s", (file) => {
    // Those of the files that it extends are found there.
    const own = loadScenario(file, readerOf(), {}, before).scenario!.factors.filter(({ origin }) =>
      origin.startsWith(`${file}:`),
    );
    const ends = own.map(endsOf);
    const rounds = Math.max(0, ...ends.map(({ length }) => length));
    for (let round = 0; round < rounds; round++) {
      const of = ends.flatMap((some) => some.slice(round, round + 1));
      for (let at = 0; at < of.length; at += 64) expect(refused(file, of.slice(at, at + 64), before)).toEqual([]);
    }
  });
});
