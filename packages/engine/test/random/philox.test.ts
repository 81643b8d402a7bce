import { describe, expect, it } from "vitest";
import { openUniform, philox4x32 } from "../../src/index.ts";

const ones = 0xffffffff;

describe("philox4x32", () => {
  // Known answers of Random123 (Salmon et al. 2011), counter and key, then the block.
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [ones, ones, ones, ones],
      [ones, ones],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)("of counter %j and key %j is as published", ([c0, c1, c2, c3], [k0, k1], block) => {
    const out = new Uint32Array(4);
    philox4x32(c0, c1, c2, c3, k0, k1, out);
    expect([...out]).toEqual([...block]);
  });

  it("takes words signed or unsigned", () => {
    const [signed, unsigned] = [new Uint32Array(4), new Uint32Array(4)];
    philox4x32(-1, -2, -3, -4, -5, -6, signed);
    philox4x32(ones, ones - 1, ones - 2, ones - 3, ones - 4, ones - 5, unsigned);
    expect(signed).toEqual(unsigned);
  });
});

describe("openUniform", () => {
  it("stays inside the open interval and is symmetric", () => {
    expect(openUniform(0, 0)).toBe(2 ** -53);
    expect(openUniform(ones, ones)).toBe(1 - 2 ** -53);
    expect(openUniform(0x80000000, 0)).toBe(0.5 + 2 ** -53);
    expect(openUniform(0x12345678, 0x9abcdef0) + openUniform(~0x12345678, ~0x9abcdef0)).toBe(1);
  });

  it("uses 26 bits of each word", () => {
    expect(openUniform(64, 0) - openUniform(0, 0)).toBe(2 ** -26);
    expect(openUniform(0, 64) - openUniform(0, 0)).toBe(2 ** -52);
  });
});
