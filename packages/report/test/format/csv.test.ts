import { expect, it } from "vitest";
import { csvOf } from "../../src/format/csv.ts";

it("quotes what RFC 4180 asks for, leaves the undefined empty and ends lines with a line feed", () => {
  const rows = [
    ["plain", 1.5, null],
    ['comma, and "quotes"', Number.NaN, -0.1],
    ["two\nlines", 1e21, 0],
  ];
  expect(csvOf(["a", "b,c", "d"], rows)).toBe(
    'a,"b,c",d\nplain,1.5,\n"comma, and ""quotes""",,-0.1\n"two\nlines",1e+21,0\n',
  );
});
