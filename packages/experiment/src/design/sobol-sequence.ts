import type { UnitPoint } from "./domain.ts";
import { joeKuo } from "./joe-kuo.ts";
import { randomStream } from "./random-stream.ts";
import { wholeFrom } from "./whole-from.ts";

const bits = 32;
const scale = 4294967296;

/**
 * The first points of a Sobol' sequence, which fill the cube more evenly than random ones; best where `points` is a power of 2. Direction
 * numbers are those of Joe & Kuo 2008, for up to 256 inputs; the order is that of Antonov & Saleev 1979. A seed shifts the digits of each
 * input at random (XOR), which keeps the evenness and makes estimates unbiased; without one, the points are the plain ones, from 0 on.
 * @throws RangeError if there is not at least one point, or there are more than 256 inputs
 * @example sobolSequence(3, 2) // => [[0, 0], [0.5, 0.5], [0.75, 0.25]]
 */
export function sobolSequence(points: number, inputs: number, seed?: string): UnitPoint[] {
  wholeFrom(1, "points", points);
  const polynomials = joeKuo.split(";").filter((row) => row.trim() !== "");
  if (wholeFrom(0, "inputs", inputs) > polynomials.length + 1) {
    throw new RangeError(`inputs of a Sobol' sequence must be at most ${polynomials.length + 1}, got ${inputs}`);
  }
  const columns = Array.from({ length: inputs }, (_, input) => {
    const steps = input === 0 ? halves() : stepsOf((polynomials[input - 1] as string).trim().split(" ").map(Number));
    const shift = seed === undefined ? undefined : Math.floor(randomStream(seed, `sobol ${input}`).uniform() * scale);
    return columnOf(points, steps, shift);
  });
  return Array.from({ length: points }, (_, row) => columns.map((column) => column[row] as number));
}

function columnOf(points: number, steps: Uint32Array, shift: number | undefined): Float64Array {
  const column = new Float64Array(points);
  let digits = 0;
  for (let row = 0; row < points; row++) {
    // Half of the last digit keeps a shifted point off 0.
    column[row] = shift === undefined ? digits / scale : (((digits ^ shift) >>> 0) + 0.5) / scale;
    const lowestZero = 31 - Math.clz32(~row & (row + 1));
    digits = (digits ^ (steps[lowestZero] as number)) >>> 0;
  }
  return column;
}

/** The directions of the first input: 1/2, 1/4, 1/8, … */
function halves(): Uint32Array {
  return Uint32Array.from({ length: bits }, (_, bit) => 1 << (bits - 1 - bit));
}

/** The directions of a primitive polynomial, from its bits and the first of the numbers m (Bratley & Fox 1988). */
function stepsOf([polynomial = 0, ...first]: readonly number[]): Uint32Array {
  const degree = first.length;
  const steps = Uint32Array.from({ length: bits }, (_, bit) => (first[bit] ?? 0) << (bits - 1 - bit));
  for (let bit = degree; bit < bits; bit++) {
    let step = (steps[bit - degree] as number) ^ ((steps[bit - degree] as number) >>> degree);
    for (let back = 1; back < degree; back++) {
      if (((polynomial >>> (degree - back)) & 1) === 1) step ^= steps[bit - back] as number;
    }
    steps[bit] = step >>> 0;
  }
  return steps;
}
