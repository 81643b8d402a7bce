import { refuse } from "../core/refuse.ts";
import { openUniform, philox4x32 } from "./philox.ts";
import type { StreamKey } from "./stream-key.ts";

/**
 * Uniforms addressed by entity, attempt and draw, not by order: the same entity gets the same numbers, whatever else
 * happens in the model. The only state is a cache of the last block.
 */
export class KeyedStream {
  private readonly key0: number;
  private readonly key1: number;
  private readonly block: Uint32Array = new Uint32Array(4);
  private entity = -1;
  private attempt = -1;
  private index = -1;

  constructor([key0, key1]: StreamKey) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /**
   * The uniform in (0, 1) of one draw of an entity.
   * @throws RangeError if the entity is not a whole number from 0, or draw or attempt not one from 0 to 2^32 - 1
   */
  uniform(entity: number, draw: number, attempt = 0): number {
    const { block } = this;
    const index = draw >>> 1;
    if (entity !== this.entity || index !== this.index || attempt !== this.attempt) {
      if (!(Number.isSafeInteger(entity) && entity >= 0)) refuse("entity must be a whole number from 0", entity);
      if (draw >>> 0 !== draw) refuse("draw must be a whole number from 0 to 2^32 - 1", draw);
      if (attempt >>> 0 !== attempt) refuse("attempt must be a whole number from 0 to 2^32 - 1", attempt);
      this.entity = entity;
      this.index = index;
      this.attempt = attempt;
      // The top bit tells these blocks from those of the sequential stream of the same name.
      philox4x32(entity, Math.floor(entity / 4294967296), attempt, index | 0x80000000, this.key0, this.key1, block);
    }
    return (draw & 1) === 0 ? openUniform(block[0]!, block[1]!) : openUniform(block[2]!, block[3]!);
  }
}
