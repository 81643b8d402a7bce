import { describe, expect, it } from "vitest";
import { exponential, FastStream, KeyedStream, openUniform, Simulation, Stream, streamKey } from "../../src/index.ts";
import { loading, saving } from "../support/loaded-state.ts";

function draws(source: { uniform(): number }, n: number): number[] {
  return Array.from({ length: n }, () => source.uniform());
}

/** A step as the authors' C writes it (xoshiro128starstar.c, public domain), one word at a time. */
function reference(s: Uint32Array): number {
  const rotated = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;
  const result = Math.imul(rotated(Math.imul(s[1]!, 5) >>> 0, 7), 9) >>> 0;
  const t = (s[1]! << 9) >>> 0;
  s[2]! ^= s[0]!;
  s[3]! ^= s[1]!;
  s[1]! ^= s[2]!;
  s[0]! ^= s[3]!;
  s[2]! ^= t;
  s[3] = rotated(s[3]!, 11);
  return result;
}

describe("FastStream", () => {
  it("is xoshiro128**: from state 1, 2, 3, 4 come 11520, 0, 5927040, 70819200, 2031721883", () => {
    const stream = new FastStream(streamKey("any", 0, "any"));
    stream.transfer(loading(Int32Array.of(1, 2, 3, 4)));
    expect(draws(stream, 2)).toEqual([openUniform(11520, 0), openUniform(5927040, 70819200)]);
    const words = Uint32Array.of(1, 2, 3, 4);
    expect(Array.from({ length: 5 }, () => reference(words))).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
    stream.transfer(loading(Int32Array.of(1, 2, 3, 4)));
    words.set([1, 2, 3, 4]);
    for (const u of draws(stream, 5000)) expect(u).toBe(openUniform(reference(words), reference(words)));
  });

  it("goes on from a saved state", () => {
    const stream = new FastStream(streamKey("state", 0, "a"));
    draws(stream, 7);
    const state = saving();
    stream.transfer(state);
    const expected = draws(stream, 20);
    const other = new FastStream(streamKey("state", 0, "b"));
    other.transfer(loading(...state.saved));
    expect(draws(other, 20)).toEqual(expected);
  });

  it("is uniform in its upper and in its lower bits: a thousand bins of 200,000 draws, inside 99.9 %", () => {
    const stream = new FastStream(streamKey("uniform", 0, "bins"));
    const [upper, lower] = [new Float64Array(1000), new Float64Array(1024)];
    for (const u of draws(stream, 200_000)) {
      upper[Math.floor(1000 * u)]!++;
      lower[Math.floor(u * 2 ** 52) % 1024]!++;
    }
    for (const counts of [upper, lower]) {
      const mean = 200_000 / counts.length;
      const free = counts.length - 1;
      const chiSquared = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
      const z = (Math.cbrt(chiSquared / free) - (1 - 2 / (9 * free))) / Math.sqrt(2 / (9 * free));
      expect(Math.abs(z)).toBeLessThan(3.29);
    }
  });

  it("is the same by name, and shares no number with other names, replications or kinds of stream", () => {
    const simulation = new Simulation({ seed: "fast" });
    const first = draws(simulation.fastStream("arrivals"), 2000);
    expect(draws(new FastStream(streamKey("fast", 0, "arrivals")), 2000)).toEqual(first);
    expect(simulation.fastStream("arrivals")).toBe(simulation.fastStream("arrivals"));
    const keyed = simulation.keyed("arrivals");
    const others = [
      ...draws(simulation.fastStream("services"), 2000),
      ...draws(new Simulation({ seed: "fast", replication: 1 }).fastStream("arrivals"), 2000),
      ...draws(simulation.stream("arrivals"), 2000),
      ...Array.from({ length: 2000 }, (_, entity) => keyed.uniform(entity, 0)),
    ];
    expect(new Set([...first, ...others]).size).toBe(first.length + others.length);
  });
});

it("a stream stopped in the middle of a block goes on from its saved state", () => {
  for (const drawn of [0, 1, 2, 5]) {
    const stream = new Stream(streamKey("state", 0, "a"));
    draws(stream, drawn);
    const state = saving();
    stream.transfer(state);
    const expected = draws(stream, 5);
    const other = new Stream(streamKey("state", 0, "a"));
    draws(other, 3);
    other.transfer(loading(...state.saved));
    expect(draws(other, 5)).toEqual(expected);
  }
});

it("streams are state of their simulation, by name and kind", () => {
  const build = (simulation: Simulation) => [simulation.stream("a"), simulation.fastStream("a")] as const;
  const simulation = new Simulation({ seed: "parts" });
  const streams = build(simulation);
  for (const stream of streams) draws(stream, 5);
  const [alike, another] = [simulation.fork(build), simulation.fork(build, { replication: 1 })];
  const expected = streams.map((stream) => draws(stream, 3));
  expect(alike.model.map((stream) => draws(stream, 3))).toEqual(expected);
  // Of another replication: as far on, and of its own draws; the fast one begins.
  const own = build(new Simulation({ seed: "parts", replication: 1 }));
  draws(own[0], 5);
  expect(another.model.map((stream) => draws(stream, 3))).toEqual(own.map((stream) => draws(stream, 3)));
});

it("golden: the first draws of each kind of stream, so that no version changes them unnoticed", () => {
  const key = streamKey("golden", 0, "draws");
  expect(key).toEqual([189134171, 3219025921]);
  expect(draws(new Stream(key), 3)).toEqual([0.9759081536563022, 0.8929836812110422, 0.07447841407380318]);
  expect(draws(new FastStream(key), 3)).toEqual([0.31511113421471626, 0.8746695735472815, 0.5815976772680033]);
  expect([0, 1, 2].map((draw) => new KeyedStream(key).uniform(7, draw))).toEqual([
    0.7586154427879902, 0.025262076636790476, 0.7133025648214276,
  ]);
  expect(exponential(1).sample(new FastStream(key))).toBe(0.3784986936117131);
});
