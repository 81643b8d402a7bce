import fc from "fast-check";
import { expect, it } from "vitest";
import { plain, plainJson, plainLines, wrap } from "../../src/format/plain.ts";

it("takes the power of control characters away", () => {
  expect(plain("red \u001b[31malarm\u0007\r\nend\u009b2J")).toBe("red  [31malarm end 2J");
});

it("takes what turns the direction of writing or ends a line unseen", () => {
  expect(plain("a\u202eb\u2066\u200fc\u2028d")).toBe("a b c d");
  expect(plainLines(" a\u001b\u202eb\r\n\tc\u2029d \n")).toBe(" a  b \n\tc d \n");
});

it("keeps what people write: accents, other scripts, joined signs", () => {
  for (const text of ["Ciudad Juárez", "± 5 %", "שלום", "👩‍👧"]) expect(plain(text)).toBe(text);
});

it("JSON keeps every character of a value, and is plain itself", () => {
  const value = { "a\u202e": "\u001b[2J\u009b\u007f\u2028\n\t\u0000", b: [1, null] };
  const json = plainJson(value, 2);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).toBe(plainLines(json));
  expect(plainJson({ a: "é", b: 1 })).toBe('{"a":"é","b":1}');
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
