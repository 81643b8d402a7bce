import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { openUniform, philox4x32 } from "./philox.ts";
import type { StreamKey } from "./stream-key.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * A sequential stream for throughput: xoshiro128** 1.1 (Blackman, Vigna 2021, Scrambled linear pseudorandom number
 * generators, ACM TOMS 47(4)), two words a uniform, period 2^128 - 1. It starts from one block of Philox of its key, so
 * that streams of different names are as independent as those of `Stream`. Get one by name from
 * `Simulation.fastStream`.
 */
export class FastStream implements UniformSource, Stateful {
  private state: Int32Array = new Int32Array(4);

  constructor([key0, key1]: StreamKey) {
    const block = new Uint32Array(4);
    // Neither the sequential nor the keyed stream of the same name ever comes to this block.
    philox4x32(0, 0, 0, 0x40000000, key0, key1, block);
    this.state.set(block);
  }

  /** The next uniform in the open interval (0, 1), of 52 random bits. */
  uniform(): number {
    const { state } = this;
    let s0 = state[0]!;
    let s1 = state[1]!;
    let s2 = state[2]!;
    let s3 = state[3]!;
    let product = Math.imul(s1, 5);
    const high = Math.imul((product << 7) | (product >>> 25), 9);
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    // The same step again: words come in pairs, and a loop would cost a third more.
    product = Math.imul(s1, 5);
    const low = Math.imul((product << 7) | (product >>> 25), 9);
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = (s3 << 11) | (s3 >>> 21);
    return openUniform(high, low);
  }

  transfer(state: StateTransfer): void {
    this.state = state.integers(this.state);
  }
}
