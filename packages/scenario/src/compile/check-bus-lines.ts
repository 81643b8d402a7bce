import { isoDate } from "@mpp-sim/engine";
import { Calendar, datesWithin, inForce, valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/**
 * Checks that bus lines lead from one sector to another, and that pathways board lines of their own sector to points where these arrive.
 */
export function checkBusLines(context: CompileContext): void {
  const { buses = {}, returnPoints = {}, sectors } = context.written;
  for (const id of Object.keys(buses)) warnOfLoad(context, id);
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

/** Warns of the first date on which a departure would be called off although the bus is full. */
function warnOfLoad(context: CompileContext, id: string): void {
  const { minimumLoad, seats } = context.written.buses![id]!;
  const { firstDay, endDay } = context;
  const given = { load: minimumLoad, seats: new Calendar(seats) };
  const days = [firstDay, ...datesWithin(given).filter((day) => day > firstDay && day < endDay)];
  for (const day of days) {
    const { load, seats } = inForce(given, day);
    if (load <= seats) continue;
    const since = day === firstDay ? "" : ` of ${isoDate(day)}`;
    context.warning(
      ["buses", id, "minimumLoad"],
      `is above the ${seats} seats${since}: a departure is called off although a full bus waits (got ${load} people)`,
    );
    return;
  }
}
