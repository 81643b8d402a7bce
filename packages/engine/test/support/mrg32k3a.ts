import type { UniformSource } from "../../src/index.ts";

type Seed = readonly [number, number, number, number, number, number];

/**
 * MRG32k3a as in the package RngStreams (L'Ecuyer 1999, Operations Research 47(1); L'Ecuyer, Simard, Chen, Kelton 2002,
 * Operations Research 50(6)): someone else's generator, to be plugged in.
 */
export class Mrg32k3a implements UniformSource {
  private state: number[];

  constructor(seed: Seed = [12345, 12345, 12345, 12345, 12345, 12345]) {
    this.state = [...seed];
  }

  uniform(): number {
    const [a, b, c, d, e, f] = this.state as [number, number, number, number, number, number];
    const p = modulo(1403580 * b - 810728 * a, m1);
    const q = modulo(527612 * f - 1370589 * d, m2);
    this.state = [b, c, p, e, f, q];
    return (p > q ? p - q : p - q + m1) * 2.328306549295728e-10;
  }

  /** A whole number from low to high. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }
}

const m1 = 4294967087;
const m2 = 4294944443;

function modulo(x: number, m: number): number {
  const rest = x % m;
  return rest < 0 ? rest + m : rest;
}
