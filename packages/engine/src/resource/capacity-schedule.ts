import type { LocalCalendar } from "../calendar/local-calendar.ts";
import { isOpen, nextClosing, nextOpening, type OpeningHours } from "../calendar/opening-hours.ts";
import type { EventType } from "../core/events.ts";
import { wholeNumber } from "../core/refuse.ts";
import type { Simulation } from "../core/simulation.ts";

/**
 * What happens to work in progress for which a lowered capacity has no room: it is finished, or stopped (only by a
 * `Station`).
 */
export type EndOfShift = "finish" | "stop";

/** Capacities over time, by steps that have numbers. */
export interface CapacityPlan {
  /** The step in force at a time. */
  stepAt(time: number): number;
  /** Units there are while a step is in force. */
  capacityOf(step: number): number;
  /** The step after one that is in force at a time, and when it comes; at Infinity when it never does. */
  next(step: number, time: number): { readonly step: number; readonly time: number };
}

/**
 * A plan of capacities from given times on, over and over if `every` gives the length of a cycle that starts at time 0.
 * @throws RangeError if there are none, the times do not ascend from 0, a cycle does not hold them, or a capacity is not a whole
 * number from 0
 */
export function shifts(
  steps: readonly (readonly [from: number, capacity: number])[],
  every = Number.POSITIVE_INFINITY,
): CapacityPlan {
  steps.forEach(([from, capacity], i) => {
    const least = i === 0 ? 0 : steps[i - 1]![0];
    if (!(i === 0 ? from === 0 : from > least) || !(from < every)) {
      throw new RangeError(`shifts must ascend from 0 to below ${every}, got one from ${from} after ${least}`);
    }
    wholeNumber("capacity", capacity, 0);
  });
  if (steps.length === 0) throw new RangeError("shifts must be at least one, got none");
  const count = steps.length;
  const timeOf = (step: number): number => {
    const cycle = Math.floor(step / count);
    if (cycle > 0 && every === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    return (cycle === 0 ? 0 : cycle * every) + steps[step % count]![0];
  };
  return {
    stepAt: (time) => {
      let step = every === Number.POSITIVE_INFINITY ? 0 : Math.max(0, Math.floor(time / every) - 1) * count;
      while (timeOf(step + 1) <= time) step++;
      return step;
    },
    capacityOf: (step) => steps[step % count]![1],
    next: (step) => ({ step: step + 1, time: timeOf(step + 1) }),
  };
}

/** A plan of one capacity during opening hours, and none at other times. @throws RangeError if it is not a whole number from 0 */
export function openingShifts(hours: OpeningHours, calendar: LocalCalendar, capacity: number): CapacityPlan {
  wholeNumber("capacity", capacity, 0);
  return {
    stepAt: (time) => (isOpen(hours, calendar, time) ? 1 : 0),
    capacityOf: (step) => (step === 1 ? capacity : 0),
    next: (step, time) =>
      step === 1
        ? { step: 0, time: nextClosing(hours, calendar, time) }
        : { step: 1, time: nextOpening(hours, calendar, time) },
  };
}

/** What has a capacity that can change: a resource or a station. */
export interface Staffed {
  /**
   * Changes the number of units from now on. Work that no longer fits is finished, unless `endOfShift` says otherwise.
   */
  setCapacity(capacity: number, endOfShift?: EndOfShift): void;
}

/**
 * Keeps the capacity of something to a plan, from now on. At an instant of change, the new capacity holds before
 * everything else that happens. Its only state is the next event.
 */
export class CapacitySchedule {
  private readonly simulation: Simulation;
  private readonly staffed: Staffed;
  private readonly plan: CapacityPlan;
  private readonly endOfShift: EndOfShift;
  private readonly changes: EventType;

  /** @throws RangeError if another schedule has the name */
  constructor(
    simulation: Simulation,
    name: string,
    staffed: Staffed,
    plan: CapacityPlan,
    endOfShift: EndOfShift = "finish",
  ) {
    this.simulation = simulation;
    this.staffed = staffed;
    this.plan = plan;
    this.endOfShift = endOfShift;
    this.changes = simulation.eventType(`capacity changes, schedule ${name}`, (step) => this.enter(step));
    this.enter(plan.stepAt(simulation.now));
  }

  private enter(step: number): void {
    const { plan, simulation } = this;
    this.staffed.setCapacity(plan.capacityOf(step), this.endOfShift);
    const next = plan.next(step, simulation.now);
    if (next.time < Number.POSITIVE_INFINITY) simulation.scheduleAt(next.time, this.changes, next.step, beforeAllElse);
  }
}

const beforeAllElse = 2147483647;
