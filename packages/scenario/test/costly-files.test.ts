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
  it("of more words and signs than anybody writes, before it is parsed", () => {
    const sentence = "scenarios/x.yaml must hold at most 50000 words, signs and blanks between them";
    const many = (count: number, line: (index: number) => string): string =>
      Array.from({ length: count }, (_, i) => line(i)).join("\n");
    const anchors = `${many(30_000, (i) => `k${i}: &a${i} 1`)}\n${many(1999, (i) => `l${i}: *a${i}`)}`;
    for (const text of [many(60_000, (i) => `k${i}: 1`), `a: [${",".repeat(300_000)}]`, anchors])
      expect(messages(loadText(text))).toEqual([sentence]);
    // Just fits: `a:`, a blank, brackets and the line make the rest.
    expect(messages(loadText(`a: [${",".repeat(40_000)}]`))).not.toEqual([sentence]);
  });
  it("with very many faults is told fifty, and how many more", () => {
    const told = messages(loadText(`mpp: 1\n${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join("\n")}`));
    expect(told).toHaveLength(51);
    expect(told[49]).toBe("scenarios/x.yaml:51:1 k49 is not a known setting");
    expect(told[50]).toBe("scenarios/x.yaml and 4950 more");
  });
});
