import { type EventType, type KeyedStream, type LocalCalendar, WaitingLine, weekday } from "@mpp-sim/engine";
import type { BusLineParameters } from "../parameters/place-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { stage } from "./stage.ts";

const timetable = constraints.indexOf("timetable");
const seat = constraints.indexOf("seat");

/** Buses from the custody of one sector to that of another: a timetable, a fleet, seats, and nobody split from their family. */
export class BusLines {
  private readonly model: BorderModel;
  private readonly lines: readonly WaitingLine[];
  /** Vehicles on the road. */
  private readonly out: number[];
  private readonly tripNumbers: number[];
  private readonly drives: readonly KeyedStream[];
  /** Rows aboard, by trip; trips are recycled. */
  private readonly trips: { bus: number; readonly rows: number[] }[] = [];
  private readonly freeTrips: number[] = [];
  private readonly boards: EventType;
  private readonly arrives: EventType;
  private readonly vehicleBack: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.lines = parameters.buses.map(({ id }) => new WaitingLine(simulation, `bus ${id}`));
    this.out = parameters.buses.map(() => 0);
    this.tripNumbers = parameters.buses.map(() => 0);
    this.drives = parameters.buses.map(({ id }) => simulation.keyed(`drive.${id}`));
    this.boards = simulation.eventType("bus departs", (bus) => {
      this.depart(bus);
      this.scheduleDeparture(bus);
    });
    this.arrives = simulation.eventType("bus arrives", (trip) => this.arrive(trip));
    this.vehicleBack = simulation.eventType("vehicle back", (bus) => {
      this.out[bus] = this.out[bus]! - 1;
    });
    parameters.buses.forEach((_, bus) => {
      this.scheduleDeparture(bus);
    });
  }

  join(row: number): void {
    const { model } = this;
    const { cases, simulation, parameters } = model;
    const { bus } = parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
    cases.stage[row] = stage.awaitingBus;
    cases.readySince[row] = simulation.now;
    cases.wait[row] = this.lines[bus]!.join(this.boards, row, cases.size[row]!);
    model.blocked.charge(row, timetable);
  }

  withdraw(row: number): void {
    const { cases, parameters } = this.model;
    const { bus } = parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!;
    this.lines[bus]!.leave(cases.wait[row]!);
  }

  private depart(bus: number): void {
    const { model } = this;
    const { simulation, counts, cases } = model;
    const parameters = model.parameters.buses[bus]!;
    const line = this.lines[bus]!;
    if (!valueAt(parameters.inService, simulation.now)) return;
    const vehicles = valueAt(parameters.fleet, simulation.now) - this.out[bus]!;
    if (vehicles > 0 && line.length > 0 && line.amountWaiting >= parameters.minimumLoad) {
      const seats = valueAt(parameters.seats, simulation.now);
      const trip = this.freeTrips.pop() ?? this.trips.push({ bus, rows: [] }) - 1;
      const aboard = this.trips[trip]!;
      aboard.bus = bus;
      line.take(seats, parameters.fit, (row) => {
        model.blocked.settle(row);
        model.whereabouts.move(row, model.whereabouts.bus(bus));
        cases.stage[row] = stage.onBus;
        counts.board(bus, row);
        aboard.rows.push(row);
      });
      if (aboard.rows.length > 0) this.drive(bus, trip, seats);
      else this.freeTrips.push(trip);
    }
    // Those left behind could have boarded this departure: from now on it is a seat they wait for, not the timetable.
    for (let handle = line.first(); handle !== 0; handle = line.next(handle)) {
      model.blocked.charge(line.subject(handle), seat);
    }
  }

  private drive(bus: number, trip: number, seats: number): void {
    const { simulation, counts } = this.model;
    const { driveHours, turnroundHours } = this.model.parameters.buses[bus]!;
    const number = this.tripNumbers[bus]!;
    this.tripNumbers[bus] = number + 1;
    const hours = driveHours.quantile(this.drives[bus]!.uniform(number, 0));
    this.out[bus] = this.out[bus]! + 1;
    counts.trip(bus, seats, hours);
    simulation.schedule(hours, this.arrives, trip);
    simulation.schedule(2 * hours + turnroundHours, this.vehicleBack, bus);
  }

  private arrive(trip: number): void {
    const { model } = this;
    const { cases, whereabouts } = model;
    const { bus, rows } = this.trips[trip]!;
    const hub = model.parameters.buses[bus]!.to;
    // All become ready at one instant: then the earlier apprehension, the sector and the ordinal decide.
    rows.sort(
      (a, b) =>
        cases.apprehended[a]! - cases.apprehended[b]! ||
        cases.sector[a]! - cases.sector[b]! ||
        cases.ordinal[a]! - cases.ordinal[b]!,
    );
    for (const row of rows) {
      whereabouts.move(row, whereabouts.custody(hub));
      if (!model.clock.actOnArrival(row)) model.routing.onward(row);
    }
    rows.length = 0;
    this.freeTrips.push(trip);
  }

  private scheduleDeparture(bus: number): void {
    const { simulation, parameters } = this.model;
    const line = parameters.buses[bus]!;
    const at = nextDeparture(line, this.model.sectorClock(line.from).calendar, simulation.now);
    if (at < Number.POSITIVE_INFINITY) simulation.scheduleAt(at, this.boards, bus);
  }
}

/** The first departure after `time`, in hours; Infinity when the line has none. */
function nextDeparture(
  line: BusLineParameters,
  calendar: LocalCalendar,
  time: number,
): number {
  const today = calendar.dayOf(time);
  for (let day = today; day <= today + 7; day++) {
    if ((line.days & (1 << weekday(day))) === 0) continue;
    for (const hour of line.departureHours) {
      const at = calendar.at(day, hour);
      if (at > time) return at;
    }
  }
  return Number.POSITIVE_INFINITY;
}
