import {
  type EventType,
  type KeyedStream,
  type LocalCalendar,
  type Stateful,
  type StateTransfer,
  WaitingLine,
  weekday,
} from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { pathwayOf } from "../../flow/pathway.ts";
import { type Flow, type Holder, step, wayOut } from "../../flow/step.ts";
import { byArrival } from "../../ground/arrival-order.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { priority } from "../../ground/priorities.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import type { BusLineParameters } from "../../parameters/place-parameters.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { constraints } from "../../parameters/vocabulary.ts";
import { transferFigures } from "../../state/transfer-figures.ts";
import { DeparturesOnDemand } from "./departures-on-demand.ts";
import { GroupsAtBus } from "./groups-at-bus.ts";

const timetable = constraints.indexOf("timetable");
const seat = constraints.indexOf("seat");

/** Draws of a trip, by its number on the line. */
const draw = { drive: 0, breaks: 1, delay: 2, repair: 3 } as const;

/** Buses from the custody of one sector to that of another: a timetable, a fleet, seats, and nobody split from their family. */
export class BusLines extends Part implements Holder, Stateful {
  private readonly lines: readonly WaitingLine[];
  /** Vehicles on the road. */
  private readonly out: number[];
  private readonly tripNumbers: number[];
  private readonly drives: readonly KeyedStream[];
  /** The event of the next departure of each line, 0 for none. */
  private readonly departures: number[];
  /** Rows aboard, by trip; trips are recycled. */
  private readonly trips: { bus: number; readonly rows: CaseRow[] }[] = [];
  private readonly freeTrips: number[] = [];
  private readonly onDemand: DeparturesOnDemand;
  private readonly boards: EventType;
  private readonly arrives: EventType;
  private readonly vehicleBack: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { simulation, parameters } = ground;
    this.lines = parameters.buses.map(({ id }) => new WaitingLine(simulation, `bus ${id}`));
    this.out = parameters.buses.map(() => 0);
    this.tripNumbers = parameters.buses.map(() => 0);
    this.departures = parameters.buses.map(() => 0);
    this.drives = parameters.buses.map(({ id }) => simulation.keyed(`drive.${id}`));
    this.boards = simulation.eventType("bus departs", (bus) => {
      this.depart(bus);
      this.scheduleDeparture(bus);
    });
    ground.settings.onChange("buses", (bus) => this.change(bus));
    this.arrives = simulation.eventType("bus arrives", (trip) => this.arrive(trip));
    this.vehicleBack = simulation.eventType("vehicle back", (bus) => {
      this.out[bus] = this.out[bus]! - 1;
      this.onDemand.consider(bus);
    });
    const seats = parameters.buses.map((line) => line.seats);
    ground.changes.watch("seats", seats, (bus) => this.turnAway(bus));
    parameters.buses.forEach((_, bus) => {
      this.scheduleDeparture(bus);
    });
    this.onDemand = new DeparturesOnDemand(ground, {
      canLeave: (bus) => this.canLeave(bus),
      waiting: (bus) => this.waiting(bus),
      leave: (bus) => this.leave(bus),
    });
  }

  /** The case waits for the bus of its pathway, ready since `since`. */
  admit(row: CaseRow, since: number): void {
    const { cases, blocked } = this.ground;
    cases.stage[row] = stage.awaitingBus;
    cases.readySince[row] = since;
    cases.wait[row] = this.lineOf(row).join(this.boards, numberOf(row), cases.size[row]!, { rank: since });
    blocked.charge(row, timetable);
    this.onDemand.consider(pathwayOf(this.ground, row).bus);
  }

  withdraw(row: CaseRow): void {
    this.lineOf(row).leave(this.ground.cases.wait[row]!);
  }

  /** Persons who wait for the bus. */
  waiting(bus: number): number {
    return this.lines[bus]!.amountWaiting;
  }

  transfer(state: StateTransfer): void {
    const count = state.number(this.trips.length);
    while (this.trips.length < count) this.trips.push({ bus: 0, rows: [] });
    this.trips.length = count;
    const { out, tripNumbers, departures, trips, freeTrips, onDemand } = this;
    transferFigures(state, [out, tripNumbers, departures, trips, freeTrips, onDemand]);
  }

  private lineOf(row: CaseRow): WaitingLine {
    return this.lines[pathwayOf(this.ground, row).bus]!;
  }

  /** Buses have become smaller: a case larger than a whole bus takes its fallback. */
  private turnAway(bus: number): void {
    const { cases, parameters, simulation } = this.ground;
    const seats = valueAt(parameters.buses[bus]!.seats, simulation.now);
    const line = this.lines[bus]!;
    let handle = line.first();
    while (handle !== 0) {
      const row = rowOf(line.subject(handle));
      handle = line.next(handle);
      if (cases.size[row]! <= seats) continue;
      line.leave(cases.wait[row]!);
      this.flow.leave(row, wayOut.fallback, "too-large");
    }
  }

  /** The timetable has changed, or enough people may now wait for a bus on demand. */
  private change(bus: number): void {
    this.ground.simulation.cancel(this.departures[bus]!);
    this.scheduleDeparture(bus, true);
    this.onDemand.consider(bus);
  }

  private depart(bus: number): void {
    const { gates, parameters } = this.ground;
    const { minimumLoad } = parameters.buses[bus]!;
    const line = this.lines[bus]!;
    if (line.length === 0 || !gates.runs(bus) || line.amountWaiting < minimumLoad) return;
    this.leave(bus);
  }

  /** Whether the line runs and has a vehicle that is back. */
  private canLeave(bus: number): boolean {
    return this.ground.gates.runs(bus) && this.hasVehicle(bus);
  }

  private hasVehicle(bus: number): boolean {
    const { parameters, simulation } = this.ground;
    return valueAt(parameters.buses[bus]!.fleet, simulation.now) > this.out[bus]!;
  }

  private leave(bus: number): void {
    const { ground } = this;
    const line = this.lines[bus]!;
    const { from: sector, groups: rule } = ground.parameters.buses[bus]!;
    const groups = rule === "together" ? new GroupsAtBus(ground, { bus, sector }, line) : undefined;
    if (this.hasVehicle(bus)) this.board(bus, groups ?? line);
    // Those left behind could have boarded this departure. From now on they wait for a seat, not for the timetable.
    for (let handle = line.first(); handle !== 0; handle = line.next(handle)) {
      const row = rowOf(line.subject(handle));
      if (!groups?.waitsForOthers(row)) ground.blocked.charge(row, seat);
    }
  }

  private board(bus: number, waiting: Pick<WaitingLine | GroupsAtBus, "take">): void {
    const { blocked, cases, counts, groups, parameters, simulation, whereabouts } = this.ground;
    const { fit, seats } = parameters.buses[bus]!;
    const places = valueAt(seats, simulation.now);
    const trip = this.freeTrips.pop() ?? this.trips.push({ bus, rows: [] }) - 1;
    const aboard = this.trips[trip]!;
    const figures = counts.buses[bus]!;
    aboard.bus = bus;
    waiting.take(places, fit, (number) => {
      const row = rowOf(number);
      blocked.settle(row);
      whereabouts.move(row, whereabouts.bus(bus));
      cases.stage[row] = stage.onBus;
      figures.board(cases.size[row]!, simulation.now - cases.readySince[row]!);
      groups.leaveSector(row);
      aboard.rows.push(row);
    });
    if (aboard.rows.length > 0) this.drive(bus, trip, places);
    else this.freeTrips.push(trip);
  }

  private drive(bus: number, trip: number, seats: number): void {
    const { simulation, counts } = this.ground;
    const { breakdown, driveHours, turnroundHours } = this.ground.parameters.buses[bus]!;
    const number = this.tripNumbers[bus]!;
    this.tripNumbers[bus] = number + 1;
    const hours = driveHours.quantile(this.drives[bus]!.uniform(number, draw.drive));
    this.out[bus] = this.out[bus]! + 1;
    const figures = counts.buses[bus]!;
    figures.trip(seats, hours);
    const drive = this.drives[bus]!;
    const breaks = breakdown !== undefined && drive.uniform(number, draw.breaks) < breakdown.perTrip;
    const stands = breaks ? breakdown.delayHours.quantile(drive.uniform(number, draw.delay)) : 0;
    const repair = breaks ? breakdown.repairHours.quantile(drive.uniform(number, draw.repair)) : 0;
    if (breaks) figures.breakdowns++;
    simulation.schedule(hours + stands, this.arrives, trip);
    simulation.schedule(2 * hours + turnroundHours + stands + repair, this.vehicleBack, bus);
  }

  private arrive(trip: number): void {
    const { ground } = this;
    const { cases, whereabouts } = ground;
    const { bus, rows } = this.trips[trip]!;
    const hub = ground.parameters.buses[bus]!.to;
    // All become ready at one instant.
    rows.sort(byArrival(cases));
    for (const row of rows) {
      whereabouts.move(row, whereabouts.custody(hub));
      this.flow.next(row, step.onward);
    }
    rows.length = 0;
    this.freeTrips.push(trip);
  }

  /** `orNow`: one at this very moment has not left yet. */
  private scheduleDeparture(bus: number, orNow = false): void {
    const { simulation, parameters } = this.ground;
    const line = parameters.buses[bus]!;
    const { calendar } = this.ground.localDays.sectors[line.from]!;
    const at = nextDeparture(line, calendar, simulation.now, orNow);
    const leaves = at < Number.POSITIVE_INFINITY;
    this.departures[bus] = leaves ? simulation.scheduleAt(at, this.boards, bus, priority.departure) : 0;
  }
}

/** The first departure after `time`, or at it, in hours; Infinity when the line has none. */
function nextDeparture(line: BusLineParameters, calendar: LocalCalendar, time: number, orAtIt: boolean): number {
  const today = calendar.dayOf(time);
  for (let day = today; day <= today + 7; day++) {
    if ((line.days & (1 << weekday(day))) === 0) continue;
    for (const hour of line.departureHours) {
      const at = calendar.at(day, hour);
      if (at > time || (orAtIt && at === time)) return at;
    }
  }
  return Number.POSITIVE_INFINITY;
}
