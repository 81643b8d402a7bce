interface Settable extends ArrayLike<number> {
  set(from: ArrayLike<number>): void;
}

/** A longer column that begins with the values of another. */
export function copied<Column extends Settable>(from: Column, to: NoInfer<Column>): Column {
  to.set(from);
  return to;
}
