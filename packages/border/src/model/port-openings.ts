import { isOpen, nextOpening } from "@mpp-sim/engine";
import type { BorderModel } from "./border-model.ts";

/** Hours, some microseconds: on the road one leaves a hair late, so that adding the hours of travel cannot fall short of the opening. */
const roadMargin = 1e-9;

/**
 * Has a desk looked through whenever a point that is reached from it opens, or a new date begins there: at that moment, less
 * the hours on the road to it.
 */
export function watchOpenings(model: BorderModel, deskOf: readonly number[], look: (desk: number) => void): void {
  const { simulation, parameters } = model;
  const openings: { readonly desk: number; readonly point: number; readonly travelHours: number }[] = [];
  const add = (hub: number, point: number, travelHours: number): void => {
    const desk = deskOf[hub]!;
    const known = openings.some((o) => o.desk === desk && o.point === point && o.travelHours === travelHours);
    if (!known) openings.push({ desk, point, travelHours });
  };
  // Those who come back from a hearing wait in the sector of their point.
  parameters.returnPoints.forEach(({ sector }, point) => {
    add(sector, point, 0);
  });
  for (const { pathways } of parameters.sectors) {
    for (const { hub, points } of pathways) for (const { point, travelHours } of points) add(hub, point, travelHours);
  }
  const schedule = (index: number): void => {
    const { point, travelHours } = openings[index]!;
    const { calendar } = model.clocks.points[point]!;
    const { hours } = parameters.returnPoints[point]!;
    const margin = travelHours > 0 ? roadMargin : 0;
    const from = simulation.now + travelHours;
    const newDate = calendar.nextMidnight(from);
    const opening = isOpen(hours, calendar, from) ? newDate : nextOpening(hours, calendar, from);
    simulation.scheduleAt(Math.min(opening, newDate) - travelHours + margin, type, index);
  };
  const type = simulation.eventType("return point opens", (index) => {
    look(openings[index]!.desk);
    schedule(index);
  });
  openings.forEach((_, index) => {
    schedule(index);
  });
}
