import type { BorderParameters } from "@mpp-sim/border";
import { isoDate } from "@mpp-sim/engine";
import { boardedIn } from "../schema/place-schemas.ts";
import { datesWithin, inForce, valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/** Checks what several places and mechanisms must be to one another, and warns of what does less than it seems to. */
export function checkWhole(context: CompileContext, parameters: BorderParameters): void {
  checkPathways(context);
  for (const id of context.names("buses")) checkLine(context, id);
  checkLists(context, parameters);
  warnOfGates(context);
}

/** Pathways board lines that are boarded in their own sector to points where these arrive. */
function checkPathways(context: CompileContext): void {
  const { buses = {}, returnPoints = {}, sectors } = context.written;
  for (const [sector, { pathways }] of Object.entries(sectors)) {
    pathways.forEach(({ bus, points }, index) => {
      const line = bus && buses[bus.name];
      if (line === undefined) return;
      const path = ["sectors", sector, "pathways", index];
      const { to } = line;
      const from = boardedIn(line);
      if (!from.includes(sector))
        context.error(
          [...path, "bus"],
          `must be a line from ${sector} (got ${bus?.name}, which is from ${from.join(", ")})`,
        );
      const reached = [...new Set(valuesOf(points).flatMap((ways) => [...ways.keys()]))];
      if (reached.some((point) => returnPoints[point]?.sector.name === to.name)) return;
      const got = `(got ${reached.join(", ")})`;
      context.warning([...path, "points"], `must lead to a return point of ${to.name}, where the bus arrives ${got}`);
    });
  }
}

/** A line leads to another sector; and no departure should be called off although the bus is full: warns of the first date of that. */
function checkLine(context: CompileContext, id: string): void {
  const { firstDay, endDay, written } = context;
  const line = written.buses![id]!;
  const { to, minimumLoad, seats } = line;
  if (boardedIn(line).includes(to.name))
    context.error(["buses", id, "to"], `must be another sector than the one the line is from (got ${to.name})`);
  const dates = [...datesWithin(minimumLoad), ...seats.entries.map(({ from }) => from)].sort((a, b) => a - b);
  for (const day of [firstDay, ...dates.filter((day) => day > firstDay && day < endDay)]) {
    const load = inForce(minimumLoad, day);
    if (load <= seats.on(day)) continue;
    const since = day === firstDay ? "" : ` of ${isoDate(day)}`;
    context.warning(
      ["buses", id, "minimumLoad"],
      `is above the ${seats.on(day)} seats${since}: a departure is called off although a full bus waits (got ${load} people)`,
    );
    return;
  }
}

/** People who come to a port do not choose another place to cross, and nobody who was returned tries again through a port. */
function checkLists(context: CompileContext, { displacement, sectors, tryAgain }: BorderParameters): void {
  sectors.forEach(({ id, list }, sector) => {
    if (list === undefined) return;
    const path = ["sectors", id, "list"];
    if (displacement)
      context.error(path, "must not be given while displacement is on: people of a port do not respond");
    if (tryAgain === undefined) return;
    if (tryAgain.through === undefined)
      context.error(path, "must not be given without tryAgain.through, which says where people try again");
    else if (tryAgain.through.some((weights) => (weights[sector] ?? 0) > 0))
      context.error(["tryAgain", "through"], `must not lead to ${id}, whose people wait on a list`);
  });
}

/** Warns where a suspension of hearings does less than it seems to: returns need no court, or people released have one of their own. */
function warnOfGates(context: CompileContext): void {
  const { courts = {}, interior, policy = [] } = context.written;
  const gated = Object.values(courts).some(({ gate }) => valuesOf(gate).includes("hard"));
  policy.forEach(({ close, on, stop, suspend, whenClosed }, index) => {
    if (suspend !== "hearings") return;
    if (interior)
      context.warning(
        ["policy", index, "suspend"],
        `stops the courts of the programme alone: hearings of people released go on; interior.slots must be { before: 1000000 cases/day, ${isoDate(on)}: 0 cases/day } to stop these (got hearings)`,
      );
    if (gated || whenClosed === undefined || (close ?? stop) !== undefined) return;
    context.warning(
      ["policy", index, "whenClosed"],
      `does nothing: no court is a condition of returns, so that they go on without hearings; courts.NAME.gate must be hard for that (got ${whenClosed})`,
    );
  });
}
