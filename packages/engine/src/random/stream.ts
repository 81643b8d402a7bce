import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { openUniform, philox4x32 } from "./philox.ts";
import type { StreamKey } from "./stream-key.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * A sequential stream of uniforms: Philox4x32-10 with a counter that counts up, two uniforms a block. Get one by name from
 * `Simulation.stream`; this class is for use outside of a simulation.
 */
export class Stream implements Stateful, UniformSource {
  private readonly key0: number;
  private readonly key1: number;
  private readonly block: Uint32Array = new Uint32Array(4);
  private drawn = 0;

  constructor([key0, key1]: StreamKey) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The next uniform in the open interval (0, 1). */
  uniform(): number {
    const { block, drawn } = this;
    this.drawn = drawn + 1;
    if (drawn % 2 === 1) return openUniform(block[2]!, block[3]!);
    this.fillBlock(drawn / 2);
    return openUniform(block[0]!, block[1]!);
  }

  /**
   * A whole number from 0 to n - 1, by rejection, without bias.
   * @throws RangeError if n is not a whole number from 1 to 2^31
   */
  integer(n: number): number {
    if (!(Number.isInteger(n) && n >= 1 && n <= 2147483648)) {
      throw new RangeError(`n must be a whole number from 1 to 2^31, got ${n}`);
    }
    const reach = Math.floor(4503599627370496 / n) * n;
    for (;;) {
      const bits = Math.floor(this.uniform() * 4503599627370496);
      if (bits < reach) return bits % n;
    }
  }

  /** Its position, not its key: loaded into a stream of another key, it goes on at that position. */
  transfer(state: StateTransfer): void {
    this.drawn = state.number(this.drawn);
    if (this.drawn % 2 === 1) this.fillBlock((this.drawn - 1) / 2);
  }

  private fillBlock(index: number): void {
    philox4x32(index, Math.floor(index / 4294967296), 0, 0, this.key0, this.key1, this.block);
  }
}
