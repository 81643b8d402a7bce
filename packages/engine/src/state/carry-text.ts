import type { StateTransfer } from "../core/stateful.ts";

/** Hands a text through, as a column of its UTF-16 units. */
export function carryText(state: StateTransfer, text: string): string {
  const units = state.integers(Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  return Array.from(units, (unit) => String.fromCharCode(unit)).join("");
}
