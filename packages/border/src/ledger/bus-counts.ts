import { Histogram } from "@mpp-sim/engine";
import type { BusLineParameters } from "../parameters/place-parameters.ts";
import type { DayClock } from "./day-clock.ts";
import { Flow } from "./flow.ts";
import { stayBinHours } from "./hours.ts";

/** The counts of one bus line. Persons, unless the name says otherwise. */
export class BusCounts {
  trips = 0;
  breakdowns = 0;
  /** Persons who rode and were returned. */
  returned = 0;
  seats = 0;
  readonly boarded: Flow;
  /** Hours of driving with people aboard. */
  hours = 0;
  /** Trips made under earlier settings, with their miles and costs. */
  readonly closed = { trips: 0, hours: 0, miles: 0, cost: 0 };
  readonly waits: Histogram = new Histogram(stayBinHours);

  /** On the dates of the sector that it leaves, over so many days. */
  constructor(clock: DayClock, days: number) {
    this.boarded = new Flow(clock, days);
  }

  /** Persons board after hours of waiting. */
  board(persons: number, hours: number): void {
    this.boarded.add(persons);
    this.waits.add(hours, persons);
  }

  trip(seats: number, hours: number): void {
    this.trips++;
    this.seats += seats;
    this.hours += hours;
  }

  /** The settings of the line have changed: the trips made so far count under the old ones. */
  close(line: BusLineParameters): void {
    const { hours, closed, trips } = this;
    const [miles, cost] = [this.miles(line), this.cost(line)];
    Object.assign(closed, { trips, hours, miles, cost });
  }

  /** Miles of the trips made, the last of them under these settings. */
  miles({ miles }: BusLineParameters): number {
    const { closed, trips } = this;
    return closed.miles + (trips - closed.trips) * miles;
  }

  /** Dollars that the trips made have cost, the last of them under these settings; 0 for a line without costs. */
  cost({ cost, miles }: BusLineParameters): number {
    const { hours, closed, trips } = this;
    if (cost === undefined) return 0;
    const trip = cost.perTrip + miles * cost.perMile;
    return closed.cost + (trips - closed.trips) * trip + (hours - closed.hours) * cost.perHour;
  }
}
