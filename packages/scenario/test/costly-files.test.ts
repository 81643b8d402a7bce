import { describe, expect, it } from "vitest";
import { loadText, messages } from "./read-scenarios.ts";

describe("a file that would eat the machine is refused", () => {
  it("too long", () => {
    expect(messages(loadText(`mpp: 1\nname: ${"x".repeat(1_000_001)}`))).toEqual([
      "scenarios/x.yaml must be at most 1000000 characters long (got 1000014)",
    ]);
  });
  it("nested too deep, in either style", () => {
    const sentence = "scenarios/x.yaml must not be nested deeper than 64 levels";
    expect(messages(loadText(`a: ${"[".repeat(5000)}${"]".repeat(5000)}`))).toEqual([sentence]);
    const block = Array.from({ length: 80 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    expect(messages(loadText(block))[0]).toMatch(/must not be nested deeper than 64 levels$/);
  });
  it("aliases that double and double", () => {
    const lines = ["a0: &a0 [x, x]", ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
    expect(messages(loadText(lines.join("\n")))[0]).toMatch(
      /must not use more than 2000 aliases|must hold at most 200000 values/,
    );
  });
});
