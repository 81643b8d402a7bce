import { expect, it } from "vitest";
import { generationOf, handleOf, lastGeneration, longerLength, slotOf } from "../../src/core/handle.ts";

it("a handle holds its slot and its generation exactly, up to the largest", () => {
  const largest = 2 ** 26 - 1;
  for (const [slot, generation] of [
    [0, 1],
    [63, 7],
    [largest, lastGeneration],
    [largest, 1],
    [0, lastGeneration],
  ] as const) {
    const handle = handleOf(slot, generation);
    expect([slotOf(handle), generationOf(handle)]).toEqual([slot, generation]);
    expect(handle).not.toBe(0);
    expect(Number.isSafeInteger(handle)).toBe(true);
  }
});

it("a table grows to what a handle can name, and no further", () => {
  expect(longerLength(64)).toBe(256);
  expect(longerLength(2 ** 25)).toBe(2 ** 26);
  expect(() => longerLength(2 ** 26)).toThrow("things that wait must be at most 67108864, got one more");
});
