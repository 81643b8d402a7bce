import type { StateTransfer } from "../../src/index.ts";

/** A transfer that loads the given columns and numbers, in the order in which the part asks for them. */
export function loading(...state: readonly (number | Float64Array | Int32Array | Uint8Array)[]): StateTransfer {
  let next = 0;
  return {
    number: () => state[next++] as number,
    floats: () => state[next++] as Float64Array,
    integers: () => state[next++] as Int32Array,
    bytes: () => state[next++] as Uint8Array,
  };
}

/** A transfer that saves, and what it has saved: copies, fit for `loading`. */
export function saving(): StateTransfer & { readonly saved: (number | Float64Array | Int32Array | Uint8Array)[] } {
  const saved: (number | Float64Array | Int32Array | Uint8Array)[] = [];
  return {
    saved,
    number(value) {
      saved.push(value);
      return value;
    },
    floats(column, used = column.length) {
      saved.push(column.slice(0, used));
      return column;
    },
    integers(column, used = column.length) {
      saved.push(column.slice(0, used));
      return column;
    },
    bytes(column, used = column.length) {
      saved.push(column.slice(0, used));
      return column;
    },
  };
}
