import type { BorderCatalogue, ReplicationResult } from "@mpp-sim/border";

/** Which numbers of a replication. */
export type Rows = "measures" | "daily" | "blocked";

/** A replication whose numbers lie elsewhere, as in a file: some can be had without the others. */
export interface ReplicationAway extends ReplicationResult {
  /** The numbers from one index to before another. */
  part(rows: Rows, from: number, to: number): Float64Array;
}

/** So many numbers are held at once: 32 MB. */
const mostNumbers = 2 ** 22;

/**
 * The numbers at some indices, an index after the other: one number a replication, in their order. There may be more replications than
 * memory holds, so they are gone through for a block of indices at a time, of `most` numbers. What is given is the caller's own.
 */
export function* columnsOf(
  replications: readonly ReplicationResult[],
  rows: Rows,
  indices: readonly number[],
  most: number = mostNumbers,
): Generator<Float64Array, void, void> {
  const n = replications.length;
  const width = Math.max(1, Math.floor(most / Math.max(1, n)));
  for (let first = 0; first < indices.length; first += width) {
    const block = indices.slice(first, first + width);
    const [from, to] = [Math.min(...block), Math.max(...block) + 1];
    const columns = new Float64Array(block.length * n);
    for (const [row, replication] of replications.entries()) {
      const [part, start] = isAway(replication) ? [replication.part(rows, from, to), from] : [replication[rows], 0];
      for (const [column, index] of block.entries()) columns[column * n + row] = part[index - start] as number;
    }
    for (let column = 0; column < block.length; column++) yield columns.subarray(column * n, (column + 1) * n);
  }
}

/** Whether the numbers of a replication lie elsewhere. */
export function isAway(replication: object): replication is ReplicationAway {
  return "part" in replication;
}

/** Places of measures by name. */
export function rowsIn({ measures }: Pick<BorderCatalogue, "measures">): ReadonlyMap<string, number> {
  return new Map(measures.map(({ name }, row) => [name, row]));
}
