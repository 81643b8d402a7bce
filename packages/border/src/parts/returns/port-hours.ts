import { isOpen, nextClosing, nextOpening } from "@mpp-sim/engine";
import type { Ground } from "../../ground.ts";
import { everyOf } from "../../parameters/later-settings.ts";

/** Some microseconds, in hours: people set out so late that the sum with the hours of travel cannot fall short of the opening. */
const roadMargin = 1e-9;

/**
 * Has a desk searched whenever a point reached from it opens, shuts or begins a new date, as much earlier as the road to it is long.
 * Nobody crosses because a point shuts, but from then on waits are charged to its hours. Returns the planned events, which are
 * state of the run.
 */
export function watchPortHours(ground: Ground, deskOf: readonly number[], look: (desk: number) => void): number[] {
  const { simulation, parameters } = ground;
  const ways: { readonly desk: number; readonly point: number; readonly travelHours: number }[] = [];
  const add = (hub: number, point: number, travelHours: number): void => {
    const desk = deskOf[hub]!;
    const known = ways.some((o) => o.desk === desk && o.point === point && o.travelHours === travelHours);
    if (!known) ways.push({ desk, point, travelHours });
  };
  // Those who come back from a hearing wait in the sector of their point.
  parameters.returnPoints.forEach(({ sector }, point) => {
    add(sector, point, 0);
  });
  parameters.sectors.forEach((_, sector) => {
    for (const { pathways } of everyOf(parameters, "sectors", sector)) {
      for (const { hub, points } of pathways) for (const { point, travelHours } of points) add(hub, point, travelHours);
    }
  });
  const schedule = (index: number): void => {
    const { point, travelHours } = ways[index]!;
    const { calendar } = ground.localDays.points[point]!;
    const { hours } = parameters.returnPoints[point]!;
    const margin = travelHours > 0 ? roadMargin : 0;
    const from = simulation.now + travelHours;
    const next = isOpen(hours, calendar, from)
      ? nextClosing(hours, calendar, from)
      : nextOpening(hours, calendar, from);
    turns[index] = simulation.scheduleAt(
      Math.min(next, calendar.nextMidnight(from)) - travelHours + margin,
      type,
      index,
    );
  };
  const type = simulation.eventType("return point opens or shuts", (index) => {
    look(ways[index]!.desk);
    schedule(index);
  });
  const turns = ways.map(() => 0);
  ways.forEach((_, index) => {
    schedule(index);
  });
  ground.settings.onChange("returnPoints", (point) => {
    ways.forEach((way, index) => {
      if (way.point !== point) return;
      simulation.cancel(turns[index]!);
      look(way.desk);
      schedule(index);
    });
  });
  return turns;
}
