import { valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/** Whether bus lines lead from one sector to another, and pathways board lines of their own sector to points where these arrive. */
export function checkBusLines(context: CompileContext): void {
  const { buses = {}, returnPoints = {}, sectors } = context.written;
  for (const [id, { from, to }] of Object.entries(buses)) {
    if (from === to)
      context.error(["buses", id, "to"], `must be another sector than the one the line is from (got ${to})`);
  }
  for (const [sector, { pathways }] of Object.entries(sectors)) {
    pathways.forEach(({ bus, points }, index) => {
      const line = bus === undefined ? undefined : buses[bus];
      if (line === undefined) return;
      const path = ["sectors", sector, "pathways", index];
      if (line.from !== sector)
        context.error([...path, "bus"], `must be a line from ${sector} (got ${bus}, which is from ${line.from})`);
      const reached = [...new Set(valuesOf(points).flatMap((ways) => [...ways.keys()]))];
      if (reached.some((point) => returnPoints[point]?.sector === line.to)) return;
      const sentence = `must lead to a return point of ${line.to}, where the bus arrives (got ${reached.join(", ")})`;
      context.warning([...path, "points"], sentence);
    });
  }
}
