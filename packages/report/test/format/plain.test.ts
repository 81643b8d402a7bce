import fc from "fast-check";
import { expect, it } from "vitest";
import { plain, wrap } from "../../src/format/plain.ts";

it("takes the power of control characters away", () => {
  expect(plain("red \u001b[31malarm\u0007\r\nend\u009b2J")).toBe("red  [31malarm end 2J");
});

it("breaks between words, behind an indent, and leaves a long word whole", () => {
  expect(wrap("one two three incomprehensibility four", 10, "  ")).toEqual([
    "  one two",
    "  three",
    "  incomprehensibility",
    "  four",
  ]);
  expect(wrap("one two", 6, "   ", "- ")).toEqual(["- one", "   two"]);
  expect(wrap("5\u00a0± 1", 4)).toEqual(["5 ±", "1"]);
  expect(wrap("", 10)).toEqual([]);
});

it("no line of several words is too wide, and no word is lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
      expect(lines.join(" ").split(/\s+/).join(" ")).toBe(plain(text).split(/\s+/).join(" "));
    }),
  );
});
