import { KeyedStream, LocalCalendar, Resource, Simulation, Stream, WaitingLine } from "@mpp-sim/engine";

/** The engine sees to the state of these, or they have none but what they found last. */
const ofEngine = [KeyedStream, LocalCalendar, Resource, Simulation, Stream, WaitingLine] as const;

/**
 * What is found anew before it is used: what a look through a desk has found out, the weights of one choice, and how far the finished
 * log of the base policy has been counted.
 */
const scratch: readonly string[] = ["examined", "shut", "room", "later", "closed", "weights", "log"];

/** Paths of all fields of which two objects of one class differ, through everything they hold. */
export function differences(one: object, other: object): readonly string[] {
  const seen = new Set<object>();
  const found: string[] = [];
  const compare = (path: string, a: unknown, b: unknown): void => {
    if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
      if (typeof a !== "function" && !Object.is(a, b)) found.push(path);
      return;
    }
    if (seen.has(a) || ofEngine.some((part) => a instanceof part)) return;
    seen.add(a);
    if (a instanceof Set || a instanceof Map) {
      compare(path, [...a], [...(b as Set<unknown>)]);
      return;
    }
    if (ArrayBuffer.isView(a)) {
      const [column, other] = [a as Float64Array, b as Float64Array];
      if (column.length !== other.length || column.some((value, i) => !Object.is(value, other[i]))) found.push(path);
      return;
    }
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (!scratch.includes(name)) compare(`${path}.${name}`, left[name], right[name]);
    }
  };
  compare("", one, other);
  return found;
}
