import fc from "fast-check";
import { expect, it } from "vitest";
import {
  formatEstimate,
  formatFixed,
  formatNumber,
  formatRange,
  formatSpan,
  formatSupported,
  signed,
} from "../../src/format/number.ts";

it.each([
  [0, 0, "0"],
  [999.5, 0, "1,000"],
  [1234567.891, 2, "1,234,567.89"],
  [-1234.5, 1, "−1,234.5"],
  [-0.001, 2, "0.00"],
  [0.5, 3, "0.500"],
])("formatFixed(%d, %d) is %s", (value, decimals, text) => {
  expect(formatFixed(value, decimals)).toBe(text);
});

it.each([
  [0, "0"],
  [200, "200"],
  [1234.56, "1,235"],
  [12.345, "12.3"],
  [0.05, "0.050"],
  [0.00004, "0.000"],
])("formatNumber(%d) is %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([
  [4812.34, 35.2, "4,812", "± 35"],
  [4812.34, 3.21, "4,812", "± 3"],
  [4812.34, 2.71, "4,812.3", "± 2.7"],
  [48.1234, 0.1602, "48.12", "± 0.16"],
  [48.1234, 0.96, "48.1", "± 1.0"],
  [48.1234, 1234.5, "48", "± 1,235"],
  [0.2, 0.0000001, "0.200", "± < 0.001"],
  [0.048, 0.096, "0.05", "± 0.10"],
  [48.1234, 9.8, "48", "± 10"],
  [100, 0, "100", "± 0"],
])("formatEstimate(%d, %d) is %s %s", (mean, halfWidth, text, interval) => {
  expect(formatEstimate(mean, halfWidth)).toEqual({ mean: text, interval });
});

it("a mean without an interval stands alone", () => {
  expect(formatEstimate(12.345, null)).toEqual({ mean: "12.3", interval: "" });
});

it("a range has the digits its width needs", () => {
  expect(formatRange(4712.3, 4930.8)).toBe("4,712 to 4,931");
  expect(formatRange(9.141, 9.913)).toBe("9.14 to 9.91");
  expect(formatRange(200, 200)).toBe("200");
});

it("reads back as the same number to half a unit in its last place", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (value, decimals) => {
        const text = formatFixed(value, decimals);
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/);
        expect(Math.abs(Number(text.replaceAll(",", "").replace("−", "-")) - value)).toBeLessThanOrEqual(
          0.5000001 / 10 ** decimals + 1e-4,
        );
      },
    ),
  );
});

it("refuses what is not a number", () => {
  expect(() => formatFixed(Number.NaN, 0)).toThrow("formatFixed: value must be finite, got NaN");
});

it.each([
  [3154.6, 75, "3,150", "± 80"],
  [3154.6, 27, "3,155", "± 27"],
  [3154.6, 127, "3,150", "± 130"],
  [3154.6, 9.6, "3,155", "± 10"],
  [3154.6, 4.2, "3,155", "± 4"],
  [-46.4, 22.1, "−46", "± 22"],
  [-12_340, 4_400, "−12,000", "± 4,000"],
  [12.345, null, "12.3", ""],
])("formatSupported(%d, %d) is %s %s: the mean ends where its interval begins", (mean, half, text, interval) => {
  expect(formatSupported(mean, half)).toEqual({ mean: text, interval });
});

it.each([
  [2753, 3548, "2,750–3,550"],
  [2753, 2760, "2,753.0–2,760.0"],
  [90, 189, "90–189"],
  [90, 190, "90–190"],
  [-20, 90, "−20 to 90"],
  [7, 7, "7"],
])("formatSpan(%d, %d) is %s", (low, high, text) => {
  expect(formatSpan(low, high)).toBe(text);
});

it("a change has its sign, and nothing has none", () => {
  expect(["46", "−46", "0", "0.00", "< 0.001"].map(signed)).toEqual(["+46", "−46", "0", "0.00", "< 0.001"]);
});
