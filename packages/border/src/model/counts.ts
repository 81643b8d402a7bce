import { Histogram } from "@mpp-sim/engine";
import { Flow } from "../ledger/flow.ts";
import { stayBinHours } from "../ledger/whereabouts.ts";
import { categories, causes, departures, dispositions, outcomes } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";

const release = dispositions.indexOf("release");

/** What is counted for one sector, by sector of arrival. Persons. */
export interface SectorCounts {
  readonly arrivals: readonly Flow[];
  readonly enrolled: Flow;
  readonly interviewed: Flow;
  readonly atRisk: Flow;
  readonly returnedFirst: Flow;
  readonly released: Flow;
  readonly exits: readonly Flow[];
  /** Released persons by cause. */
  readonly causes: Float64Array;
  /** Hours from apprehension to the crossing or the way out, wherever they were spent. */
  readonly journey: Histogram;
}

export interface BusCounts {
  trips: number;
  seats: number;
  readonly boarded: Flow;
  personHours: number;
  readonly waits: Histogram;
}

export interface CourtCounts {
  /** Cases. */
  heard: number;
  absentNotice: number;
  absentChoice: number;
  /** Dates that passed without their case, because it had left the city. */
  abandoned: number;
  pending: number;
  readonly waitDays: Histogram;
  readonly outcomes: Float64Array;
  /** Persons whose case ended in their absence. */
  inAbsentia: number;
}

/** Everything that is counted as it happens. Levels are kept by `Whereabouts`. */
export class Counts {
  readonly sectors: readonly SectorCounts[];
  readonly buses: readonly BusCounts[];
  readonly units: readonly { held: number; atRisk: number }[];
  readonly points: readonly { readonly first: Flow; readonly afterHearing: Flow }[];
  /** Persons who left each city, by departure. */
  readonly left: readonly Float64Array[];
  readonly courts: readonly CourtCounts[];
  /** Persons in custody at the start. */
  initialInCustody = 0;
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    const { parameters } = model;
    const days = parameters.endDay - parameters.firstDay;
    this.sectors = parameters.sectors.map((_, sector) => {
      const flow = (): Flow => new Flow(model.sectorClock(sector), days);
      return {
        arrivals: categories.map(flow),
        enrolled: flow(),
        interviewed: flow(),
        atRisk: flow(),
        returnedFirst: flow(),
        released: flow(),
        exits: dispositions.map(flow),
        causes: new Float64Array(causes.length),
        journey: new Histogram(stayBinHours),
      };
    });
    this.buses = parameters.buses.map(({ from }) => ({
      trips: 0,
      seats: 0,
      boarded: new Flow(model.sectorClock(from), days),
      personHours: 0,
      waits: new Histogram(stayBinHours),
    }));
    this.units = parameters.interviewUnits.map(() => ({ held: 0, atRisk: 0 }));
    this.points = parameters.returnPoints.map((_, point) => ({
      first: new Flow(model.pointClock(point), days),
      afterHearing: new Flow(model.pointClock(point), days),
    }));
    this.left = parameters.cities.map(() => new Float64Array(departures.length));
    this.courts = parameters.courts.map(() => ({
      heard: 0,
      absentNotice: 0,
      absentChoice: 0,
      abandoned: 0,
      pending: 0,
      waitDays: new Histogram(1),
      outcomes: new Float64Array(outcomes.length),
      inAbsentia: 0,
    }));
  }

  apprehend(row: number): void {
    const { cases } = this.model;
    this.sectors[cases.sector[row]!]!.arrivals[cases.category[row]!]!.add(cases.size[row]!);
  }

  startInCustody(row: number): void {
    this.initialInCustody += this.model.cases.size[row]!;
  }

  enrol(row: number): void {
    this.of(row).enrolled.add(this.model.cases.size[row]!);
  }

  interview(row: number, unit: number, atRisk: boolean): void {
    const persons = this.model.cases.size[row]!;
    const figures = this.units[unit]!;
    this.of(row).interviewed.add(persons);
    figures.held += persons;
    if (!atRisk) return;
    this.of(row).atRisk.add(persons);
    figures.atRisk += persons;
  }

  board(bus: number, row: number): void {
    const { cases, simulation } = this.model;
    const figures = this.buses[bus]!;
    figures.boarded.add(cases.size[row]!);
    figures.waits.add(simulation.now - cases.readySince[row]!, cases.size[row]!);
  }

  trip(bus: number, seats: number, hours: number): void {
    const figures = this.buses[bus]!;
    figures.trips++;
    figures.seats += seats;
    figures.personHours += hours * this.model.whereabouts.levels[this.model.whereabouts.bus(bus)]!.level;
  }

  cross(row: number, reEntry: boolean): void {
    const { cases, simulation } = this.model;
    const persons = cases.size[row]!;
    const point = this.points[cases.point[row]!]!;
    if (reEntry) {
      point.afterHearing.add(persons);
      return;
    }
    point.first.add(persons);
    this.of(row).returnedFirst.add(persons);
    this.of(row).journey.add(simulation.now - cases.apprehended[row]!, persons);
  }

  exit(row: number, disposition: number, cause: number): void {
    const { cases, simulation } = this.model;
    const persons = cases.size[row]!;
    const figures = this.of(row);
    figures.exits[disposition]!.add(persons);
    if (disposition === release) {
      figures.released.add(persons);
      if (cause >= 0) figures.causes[cause] = figures.causes[cause]! + persons;
    }
    // After a hearing the journey is over already; what ends then is a night at the port.
    if (cases.point[row]! < 0) figures.journey.add(simulation.now - cases.apprehended[row]!, persons);
  }

  leaveCity(row: number, city: number, to: number): void {
    const left = this.left[city]!;
    left[to] = left[to]! + this.model.cases.size[row]!;
  }

  firstDate(court: number, days: number): void {
    this.courts[court]!.waitDays.add(days, 1);
  }

  pending(court: number, change: number): void {
    this.courts[court]!.pending += change;
  }

  abandonDate(court: number, at: number): void {
    if (at < this.model.horizon) this.courts[court]!.abandoned++;
  }

  hear(court: number): void {
    this.courts[court]!.heard++;
  }

  absent(court: number, noNotice: boolean): void {
    if (noNotice) this.courts[court]!.absentNotice++;
    else this.courts[court]!.absentChoice++;
  }

  endInAbsentia(row: number, court: number): void {
    this.courts[court]!.inAbsentia += this.model.cases.size[row]!;
  }

  decide(row: number, court: number, outcome: number): void {
    const figures = this.courts[court]!.outcomes;
    figures[outcome] = figures[outcome]! + this.model.cases.size[row]!;
  }

  private of(row: number): SectorCounts {
    return this.sectors[this.model.cases.sector[row]!]!;
  }
}
