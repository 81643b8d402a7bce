import type { StateTransfer } from "@mpp-sim/engine";

/** Hands a list of numbers through, however long it is in either state. */
export function carryList(state: StateTransfer, list: number[]): void {
  const carried = state.floats(Float64Array.from(list));
  list.length = 0;
  for (const value of carried) list.push(value);
}

/** The same for a set of numbers; it keeps its order. */
export function carrySet(state: StateTransfer, set: Set<number>): void {
  const carried = state.floats(Float64Array.from(set));
  set.clear();
  for (const value of carried) set.add(value);
}

/** The same for a map from numbers to numbers. */
export function carryMap(state: StateTransfer, map: Map<number, number>): void {
  const keys = state.floats(Float64Array.from(map.keys()));
  const values = state.floats(Float64Array.from(map.values()));
  map.clear();
  keys.forEach((key, index) => {
    map.set(key, values[index]!);
  });
}
