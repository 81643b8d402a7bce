import type { EventType, LocalCalendar, Stateful, StateTransfer } from "@mpp-sim/engine";
import { priority } from "../../ground/priorities.ts";
import type { Ground } from "../../ground.ts";
import { transferFigures } from "../../state/transfer-figures.ts";

/** What this needs of the bus lines. */
interface Lines {
  /** Whether the line runs and has a vehicle. */
  readonly canLeave: (bus: number) => boolean;
  /** Persons who wait. */
  readonly waiting: (bus: number) => number;
  readonly leave: (bus: number) => void;
}

/** Departures besides the timetable: when so many wait, a bus leaves at once if a vehicle is there, at most so often a day of its sector. */
export class DeparturesOnDemand implements Stateful {
  private readonly ground: Ground;
  private readonly lines: Lines;
  /** Departures of the last local day that had one, and the day. */
  private readonly made: { day: number; departures: number }[];
  private readonly departs: EventType | undefined;

  constructor(ground: Ground, lines: Lines) {
    this.ground = ground;
    this.lines = lines;
    const { parameters, simulation } = ground;
    this.made = parameters.buses.map(() => ({ day: Number.NEGATIVE_INFINITY, departures: 0 }));
    // Without such a line there are no such events, and histories stay the same.
    if (parameters.buses.every(({ extra }) => extra === undefined)) return;
    this.departs = simulation.eventType("bus departs on demand", (bus) => this.depart(bus));
    const newDay = simulation.eventType("day of departures on demand", (bus) => {
      this.consider(bus);
      simulation.scheduleAt(this.calendarOf(bus).nextMidnight(simulation.now), newDay, bus);
    });
    parameters.buses.forEach(({ extra }, bus) => {
      if (extra) simulation.scheduleAt(this.calendarOf(bus).nextMidnight(simulation.now), newDay, bus);
    });
  }

  /** Something has changed: lets a bus leave at the end of this instant, if it may. */
  consider(bus: number): void {
    if (this.departs === undefined || !this.mayLeave(bus)) return;
    this.ground.simulation.schedule(0, this.departs, bus, priority.departure);
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.made);
  }

  private depart(bus: number): void {
    if (!this.mayLeave(bus)) return;
    const made = this.made[bus]!;
    const today = this.today(bus);
    made.departures = made.day === today ? made.departures + 1 : 1;
    made.day = today;
    this.lines.leave(bus);
    this.consider(bus);
  }

  private mayLeave(bus: number): boolean {
    const { extra } = this.ground.parameters.buses[bus]!;
    if (extra === undefined || this.lines.waiting(bus) < extra.load || !this.lines.canLeave(bus)) return false;
    const { day, departures } = this.made[bus]!;
    return (day === this.today(bus) ? departures : 0) < extra.mostPerDay;
  }

  private today(bus: number): number {
    return this.calendarOf(bus).dayOf(this.ground.simulation.now);
  }

  private calendarOf(bus: number): LocalCalendar {
    return this.ground.localDays.sectors[this.ground.parameters.buses[bus]!.from]!.calendar;
  }
}
