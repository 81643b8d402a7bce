import type { Category } from "@mpp-sim/border";
import { valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/** Whether a case is one person: an adult, or a child alone, unless the scenario gives arrivals of the sector another size. */
export function isOnePerson(context: CompileContext, sector: string, category: Category): boolean {
  if (category === "family") return false;
  const size = context.written.sectors[sector]?.arrivals.categories[category]?.size;
  return size === undefined || valuesOf(size).every(({ mean, variance }) => mean === 1 && variance === 0);
}
