import fc from "fast-check";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { KeyedStream, openUniform, philox4x32, Simulation, Stream, streamKey } from "../../src/index.ts";
import { fixedRuns } from "../support/fixed-runs.ts";

function draws(stream: { uniform(): number }, n: number): number[] {
  return Array.from({ length: n }, () => stream.uniform());
}

/** Correlation of two series of uniforms, times the root of their length: standard normal if they are independent. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const sum = a.reduce((total, x, i) => total + (x - 0.5) * (b[i]! - 0.5), 0);
  return (12 * sum) / Math.sqrt(a.length);
}

describe("streamKey", () => {
  it("is seedrandom's ARC4 over seed, replication and name, each ended", () => {
    const random = seedrandom("mpp\u00013\u0001arrivals.tucson\u0000");
    expect(streamKey("mpp", 3, "arrivals.tucson")).toEqual([random.int32() >>> 0, random.int32() >>> 0]);
  });

  it("differs for all that could be confused", () => {
    // Repeated keys, names that run into seeds, characters beyond the low byte, and those used to write them.
    const parts: [string, number, string][] = [
      ["ab", 0, "x"],
      ["abab", 0, "x"],
      ["ababab", 0, "x"],
      ["x", 0, "ab"],
      ["x", 0, "abab"],
      ["a", 0, "bx"],
      ["", 0, "abx"],
      ["abx", 0, ""],
      ["", 0, ""],
      ["a", 1, "1"],
      ["a", 11, ""],
      ["a1", 1, ""],
      ["a\u00011", 1, "x"],
      ["a", 1, "1\u0001x"],
      ["\u00e1", 0, "x"],
      ["\u01e1", 0, "x"],
      ["\u04e1", 0, "x"],
      ["\u0002225\u0002", 0, "x"],
      ["225", 0, "x"],
      ["\ud83d\ude8c", 0, "x"],
      ["\ud83d", 0, "x"],
      ["\ude8c", 0, "x"],
    ];
    expect(new Set(parts.map((each) => streamKey(...each).join())).size).toBe(parts.length);
  });

  it("gives no two names and replications the same first draws", () => {
    const firsts = new Set<number>();
    for (let replication = 0; replication < 20; replication++) {
      for (let name = 0; name < 100; name++) {
        for (const u of draws(new Stream(streamKey("seed", replication, `source-${name}`)), 4)) firsts.add(u);
      }
    }
    expect(firsts.size).toBe(20 * 100 * 4);
  });
});

describe("Stream", () => {
  it("is the blocks of Philox in order, two uniforms a block", () => {
    const key = streamKey("a", 0, "b");
    const block = new Uint32Array(4);
    const expected: number[] = [];
    for (let index = 0; index < 3; index++) {
      philox4x32(index, 0, 0, 0, ...key, block);
      expected.push(openUniform(block[0]!, block[1]!), openUniform(block[2]!, block[3]!));
    }
    expect(draws(new Stream(key), 6)).toEqual(expected);
  });

  it("counts beyond 2^32 blocks", () => {
    const key = streamKey("a", 0, "b");
    const block = new Uint32Array(4);
    const stream = new Stream(key);
    Object.assign(stream, { drawn: 2 * (2 ** 32 + 5) });
    philox4x32(5, 1, 0, 0, ...key, block);
    expect(stream.uniform()).toBe(openUniform(block[0]!, block[1]!));
  });

  it("is uniform: a thousand bins of 200,000 draws, inside 99.9 %", () => {
    const counts = new Float64Array(1000);
    for (const u of draws(new Stream(streamKey("uniform", 0, "bins")), 200_000)) counts[Math.floor(1000 * u)]!++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // Wilson and Hilferty: the cube root of chi-squared over its degrees of freedom is nearly normal.
    const z = (Math.cbrt(chiSquared / 999) - (1 - 2 / (9 * 999))) / Math.sqrt(2 / (9 * 999));
    expect(Math.abs(z)).toBeLessThan(3.29);
  });

  it("is the same by name whatever else is drawn, and unrelated to others", () => {
    const [alone, crowded] = [new Simulation({ seed: "crn" }), new Simulation({ seed: "crn" })];
    const expected = draws(alone.stream("arrivals"), 5000);
    const got: number[] = [];
    for (let i = 0; i < 5000; i++) {
      if (i % 3 === 0) crowded.stream(`other ${i % 5}`).uniform();
      crowded.keyed("arrivals").uniform(i, 0);
      got.push(crowded.stream("arrivals").uniform());
    }
    expect(got).toEqual(expected);
    expect(alone.stream("arrivals")).toBe(alone.stream("arrivals"));
    const others = [
      draws(alone.stream("services"), 5000),
      draws(new Simulation({ seed: "crn", replication: 1 }).stream("arrivals"), 5000),
      draws(new Simulation({ seed: "crm" }).stream("arrivals"), 5000),
      expected.map((_, entity) => alone.keyed("arrivals").uniform(entity, 0)),
      // The stream against itself, one draw later.
      [...expected.slice(1), 0.5],
    ];
    for (const other of others) expect(Math.abs(correlation(expected, other))).toBeLessThan(3.29);
  });

  it("gives whole numbers without bias", () => {
    const stream = new Stream(streamKey("integers", 0, "die"));
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[stream.integer(7)]!++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 99.9 % point of chi-squared with 6 degrees of freedom.
    expect(chiSquared).toBeLessThan(22.458);
    expect(draws({ uniform: () => stream.integer(1) }, 10)).toEqual(Array(10).fill(0));
    for (let i = 0; i < 100; i++) expect(Number.isInteger(stream.integer(2 ** 31))).toBe(true);
  });

  it.each([0, -1, 1.5, 2 ** 31 + 1, Number.NaN])("has no whole numbers below %d", (n) => {
    const stream = new Stream(streamKey("a", 0, "b"));
    expect(() => stream.integer(n)).toThrow(new RangeError(`n must be a whole number from 1 to 2^31, got ${n}`));
  });
});

describe("KeyedStream", () => {
  const place = fc.record({ entity: fc.nat(20), draw: fc.nat(6), attempt: fc.nat(2) });

  it("gives an entity the same draws in whatever order they are asked for", () => {
    const key = streamKey("keyed", 0, "cases");
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 60 }), (places) => {
        const [forward, backward] = [new KeyedStream(key), new KeyedStream(key)];
        const expected = places.map(({ entity, draw, attempt }) => forward.uniform(entity, draw, attempt));
        const reversed = [...places]
          .reverse()
          .map(({ entity, draw, attempt }) => backward.uniform(entity, draw, attempt));
        expect(reversed.reverse()).toEqual(expected);
      }),
      fixedRuns(100),
    );
  });

  it("gives every entity, draw and attempt a number of its own, beyond 2^32 entities too", () => {
    const stream = new KeyedStream(streamKey("keyed", 0, "cases"));
    const seen = new Set<number>();
    const entities = [0, 1, 2, 1000, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52];
    for (const entity of entities) {
      for (let draw = 0; draw < 20; draw++) {
        for (const attempt of [0, 1, 7, 2 ** 32 - 1]) seen.add(stream.uniform(entity, draw, attempt));
      }
    }
    expect(seen.size).toBe(entities.length * 20 * 4);
  });

  it("shares no number with the sequential stream of its name", () => {
    const simulation = new Simulation({ seed: "keyed" });
    const sequential = new Set(draws(simulation.stream("cases"), 2000));
    for (let entity = 0; entity < 1000; entity++) {
      expect(sequential.has(simulation.keyed("cases").uniform(entity, 0))).toBe(false);
      expect(sequential.has(simulation.keyed("cases").uniform(entity, 1))).toBe(false);
    }
    expect(simulation.keyed("cases")).toBe(simulation.keyed("cases"));
  });

  it("is uncorrelated between entities, draws and attempts", () => {
    const stream = new KeyedStream(streamKey("keyed", 0, "cases"));
    const series = (draw: number, attempt: number, shift = 0): number[] =>
      Array.from({ length: 5000 }, (_, entity) => stream.uniform(entity + shift, draw, attempt));
    const base = series(0, 0);
    for (const other of [series(1, 0), series(2, 0), series(0, 1), series(0, 0, 1)]) {
      expect(Math.abs(correlation(base, other))).toBeLessThan(3.29);
    }
  });

  it.each([
    ["entity must be a whole number from 0, got -1", [-1, 0, 0]],
    ["entity must be a whole number from 0, got 0.5", [0.5, 0, 0]],
    ["entity must be a whole number from 0, got NaN", [Number.NaN, 0, 0]],
    ["draw must be a whole number from 0 to 2^32 - 1, got -1", [0, -1, 0]],
    ["draw must be a whole number from 0 to 2^32 - 1, got 4294967296", [0, 2 ** 32, 0]],
    ["attempt must be a whole number from 0 to 2^32 - 1, got 0.5", [0, 0, 0.5]],
  ] as const)("says: %s", (message, [entity, draw, attempt]) => {
    const stream = new KeyedStream(streamKey("a", 0, "b"));
    expect(() => stream.uniform(entity, draw, attempt)).toThrow(new RangeError(message));
    // A refused question leaves no trace.
    expect(stream.uniform(0, 0, 0)).toBe(new KeyedStream(streamKey("a", 0, "b")).uniform(0, 0, 0));
  });
});
