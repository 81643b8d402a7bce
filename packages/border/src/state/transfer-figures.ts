import type { Stateful, StateTransfer } from "@mpp-sim/engine";

/** What is counted: numbers, columns of a length that stays, parts of the engine, and lists and records of these. */
type Figures =
  | number
  | Float64Array
  | Int32Array
  | Uint8Array
  | Set<number>
  | Map<number, number>
  | Stateful
  | readonly Figures[]
  | { readonly [name: string]: Figures };

/**
 * Hands every figure of a record or list through, whatever its shape: a figure that is added to a record is transferred without
 * being named here. Lists of numbers, sets and maps have as many as they have in either state. Other lists and records keep their
 * shape; what the engine's parts hold is their own business.
 */
export function transferFigures(state: StateTransfer, figures: object): void {
  if (Array.isArray(figures) && figures.every((one) => typeof one === "number")) {
    const numbers = state.floats(Float64Array.from(figures));
    figures.length = 0;
    for (const value of numbers) figures.push(value);
    return;
  }
  const record = figures as Record<string, Figures>;
  // By name: in which order an object of a class has its fields differs from one compiler to another.
  for (const name of Object.keys(record).sort()) {
    const figure = record[name]!;
    if (typeof figure === "number") record[name] = state.number(figure);
    else if (figure instanceof Float64Array) state.floats(figure);
    else if (figure instanceof Int32Array) state.integers(figure);
    else if (figure instanceof Uint8Array) state.bytes(figure);
    else if (figure instanceof Set) transferSet(state, figure);
    else if (figure instanceof Map) transferMap(state, figure);
    else if (isStateful(figure)) figure.transfer(state);
    else transferFigures(state, figure);
  }
}

/** The same for the fields of an object that hold a number, and for no other. */
export function transferNumbers(state: StateTransfer, object: object): void {
  const record = object as Record<string, unknown>;
  for (const name of Object.keys(record).sort()) {
    const figure = record[name];
    if (typeof figure === "number") record[name] = state.number(figure);
  }
}

function isStateful(figure: object): figure is Stateful {
  return "transfer" in figure;
}

/** In its order. */
function transferSet(state: StateTransfer, set: Set<number>): void {
  const numbers = state.floats(Float64Array.from(set));
  set.clear();
  for (const value of numbers) set.add(value);
}

function transferMap(state: StateTransfer, map: Map<number, number>): void {
  const keys = state.floats(Float64Array.from(map.keys()));
  const values = state.floats(Float64Array.from(map.values()));
  map.clear();
  keys.forEach((key, index) => {
    map.set(key, values[index]!);
  });
}
