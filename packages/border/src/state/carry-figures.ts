import type { Stateful, StateTransfer } from "@mpp-sim/engine";

/** What is counted: numbers, columns of a length that stays, parts of the engine, and lists and records of these. */
type Figures =
  | number
  | Float64Array
  | Int32Array
  | Stateful
  | readonly Figures[]
  | { readonly [name: string]: Figures };

/**
 * Hands every figure of a record or list through, whatever its shape: a figure that is added to a record is carried without
 * being named here. Lists and records keep their shape; what the engine's parts hold is their own business.
 */
export function carryFigures(state: StateTransfer, figures: object): void {
  const record = figures as Record<string, Figures>;
  // By name: in which order an object of a class has its fields differs from one compiler to another.
  for (const name of Object.keys(record).sort()) {
    const figure = record[name]!;
    if (typeof figure === "number") record[name] = state.number(figure);
    else if (figure instanceof Float64Array) state.floats(figure);
    else if (figure instanceof Int32Array) state.integers(figure);
    else if (isStateful(figure)) figure.transfer(state);
    else carryFigures(state, figure);
  }
}

function isStateful(figure: object): figure is Stateful {
  return "transfer" in figure;
}
