import type { Stateful, StateTransfer } from "../core/stateful.ts";

/** A column as it lies in memory. */
export type Column = Float64Array | Int32Array | Uint8Array;

/**
 * The state of a model, in the order of its parts: numbers, and the used beginnings of columns with the full length of
 * each. Just after saving, the columns are views of the live ones: nothing has been copied yet.
 */
export interface SavedState {
  readonly numbers: ArrayLike<number>;
  readonly columns: readonly Column[];
  readonly lengths: readonly number[];
}

/** Collects the state of parts. */
export class StateSaver implements StateTransfer {
  readonly numbers: number[] = [];
  readonly columns: Column[] = [];
  readonly lengths: number[] = [];

  /** Saves a part, and then where its state ends. */
  part(_name: string, part: Stateful): void {
    part.transfer(this);
    const numbers = this.numbers.length;
    this.numbers.push(numbers, this.columns.length);
  }

  number(value: number): number {
    this.numbers.push(value);
    return value;
  }
  floats(column: Float64Array, used: number = column.length): Float64Array<ArrayBuffer> {
    this.keep(column, column.subarray(0, used));
    return column as Float64Array<ArrayBuffer>;
  }
  integers(column: Int32Array, used: number = column.length): Int32Array<ArrayBuffer> {
    this.keep(column, column.subarray(0, used));
    return column as Int32Array<ArrayBuffer>;
  }
  bytes(column: Uint8Array, used: number = column.length): Uint8Array<ArrayBuffer> {
    this.keep(column, column.subarray(0, used));
    return column as Uint8Array<ArrayBuffer>;
  }

  private keep(column: Column, used: Column): void {
    this.columns.push(used);
    this.lengths.push(column.length);
  }
}

/** Gives saved state back to parts. A column of the right length is filled, another is replaced. */
export class StateLoader implements StateTransfer {
  private readonly saved: SavedState;
  private nextNumber = 0;
  private nextColumn = 0;

  constructor(saved: SavedState) {
    this.saved = saved;
  }

  /** Loads a part. @throws Error if it takes more or less than was saved for it, or columns of other kinds */
  part(name: string, part: Stateful): void {
    try {
      part.transfer(this);
    } catch (error) {
      throw new Error(`part ${name} must take back what it saved: ${(error as Error).message}`);
    }
    const numbers = this.nextNumber;
    const mark = this.number();
    if (mark !== numbers || this.number() !== this.nextColumn) {
      throw new Error(`part ${name} must take back as many numbers and columns as it saved, got others`);
    }
  }

  number(): number {
    if (this.nextNumber >= this.saved.numbers.length) throw new Error("no number is left");
    return this.saved.numbers[this.nextNumber++]!;
  }
  floats(column: Float64Array): Float64Array<ArrayBuffer> {
    const { saved, length } = this.column(Float64Array);
    const target = column.length === length ? (column as Float64Array<ArrayBuffer>) : new Float64Array(length);
    return filled(target, saved);
  }
  integers(column: Int32Array): Int32Array<ArrayBuffer> {
    const { saved, length } = this.column(Int32Array);
    const target = column.length === length ? (column as Int32Array<ArrayBuffer>) : new Int32Array(length);
    return filled(target, saved);
  }
  bytes(column: Uint8Array): Uint8Array<ArrayBuffer> {
    const { saved, length } = this.column(Uint8Array);
    const target = column.length === length ? (column as Uint8Array<ArrayBuffer>) : new Uint8Array(length);
    return filled(target, saved);
  }

  private column<C extends Column>(kind: new (length: number) => C): { saved: C; length: number } {
    const at = this.nextColumn++;
    const saved = this.saved.columns[at];
    if (saved === undefined) throw new Error("no column is left");
    if (!(saved instanceof kind)) throw new Error(`a column must be a ${kind.name}, got a ${saved.constructor.name}`);
    return { saved, length: this.saved.lengths[at]! };
  }
}

function filled<C extends Column>(target: C, saved: C): C {
  target.set(saved);
  target.fill(0, saved.length);
  return target;
}

/** Gives one part the state of another of its kind. */
export function copyState(from: Stateful, to: Stateful): void {
  const saver = new StateSaver();
  saver.part("copy", from);
  new StateLoader(saver).part("copy", to);
}
