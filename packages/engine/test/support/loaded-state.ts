import type { StateTransfer } from "../../src/index.ts";

type Column = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A transfer that loads the given columns and numbers, in the order in which the part asks for them. */
export function loading(...state: readonly (number | Column)[]): StateTransfer {
  let next = 0;
  return {
    number: () => state[next++] as number,
    floats: () => state[next++] as Float64Array<ArrayBuffer>,
    integers: () => state[next++] as Int32Array<ArrayBuffer>,
    bytes: () => state[next++] as Uint8Array<ArrayBuffer>,
  };
}

/** A transfer that saves, and what it has saved: copies, fit for `loading`. */
export function saving(): StateTransfer & {
  readonly saved: (number | Column)[];
} {
  const saved: (number | Column)[] = [];
  return {
    saved,
    number(value) {
      saved.push(value);
      return value;
    },
    floats: (column, used) => kept(saved, column as Float64Array<ArrayBuffer>, used),
    integers: (column, used) => kept(saved, column as Int32Array<ArrayBuffer>, used),
    bytes: (column, used) => kept(saved, column as Uint8Array<ArrayBuffer>, used),
  };
}

function kept<C extends Column>(saved: (number | Column)[], column: C, used = column.length): C {
  saved.push(column.slice(0, used) as C);
  return column;
}
