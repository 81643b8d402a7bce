import type { UnitPoint } from "./domain.ts";
import { randomStream, shuffled } from "./random-stream.ts";
import { wholeFrom } from "./whole-from.ts";

/**
 * A Latin hypercube (McKay, Beckman & Conover 1979): of each input, each of as many equal parts of 0..1 as there are points holds one point,
 * at a random place within it. The same seed gives the same points on every machine; one more input leaves those before it as they are.
 * @throws RangeError if there is not at least one point
 */
export function latinHypercube(points: number, inputs: number, seed: string): UnitPoint[] {
  wholeFrom(1, "points", points);
  const columns = Array.from({ length: wholeFrom(0, "inputs", inputs) }, (_, input) => {
    const random = randomStream(seed, `latin hypercube ${input}`);
    return shuffled(points, random).map((part) => (part + random.uniform()) / points);
  });
  return Array.from({ length: points }, (_, row) => columns.map((column) => column[row] as number));
}
