import { hexOf } from "../state/hash-words.ts";
import type { Stateful, StateTransfer } from "./stateful.ts";
/** A rolling hash of a run: every fired event's time, type and subject, in integer arithmetic only. Equal runs, equal hashes. */
export class Fingerprint implements Stateful {
  private a = 0x243f6a88;
  private b = 0x85a308d3 | 0;
  private readonly time: Float64Array = new Float64Array(1);
  private readonly words: Uint32Array = new Uint32Array(this.time.buffer);

  add(time: number, type: number, subject: number): void {
    this.time[0] = time;
    const a = Math.imul(this.a ^ this.words[0]!, 0x9e3779b1) ^ type;
    const b = Math.imul(this.b ^ this.words[1]!, 0x85ebca77) ^ subject;
    this.a = Math.imul((a << 13) | (a >>> 19), 0xc2b2ae3d) ^ b;
    this.b = (Math.imul((b << 17) | (b >>> 15), 0x27d4eb2f) + a) | 0;
  }

  /** Sixteen hexadecimal digits. */
  toString(): string {
    return hexOf(this.a, this.b);
  }

  transfer(state: StateTransfer): void {
    this.a = state.number(this.a);
    this.b = state.number(this.b);
  }
}
