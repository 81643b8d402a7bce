import { Histogram } from "@mpp-sim/engine";
import { ByKind } from "../ledger/by-kind.ts";
import { Flow } from "../ledger/flow.ts";
import { hoursBetween, stayBinHours } from "../ledger/hours.ts";
import { categories, causes, departures, dispositions, outcomes } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { stage } from "./stage.ts";

const release = dispositions.indexOf("release");

/** What is counted for one sector, by sector of arrival. Persons. */
export interface SectorCounts {
  readonly arrivals: readonly Flow[];
  readonly enrolled: Flow;
  readonly interviewed: Flow;
  readonly atRisk: Flow;
  readonly returnedFirst: Flow;
  /** Ways out by disposition. */
  readonly exits: readonly Flow[];
  /** Attempts of the persons who arrived, summed. */
  attempts: number;
  /** Persons of the census in custody anywhere and not returned before. */
  initialInCustody: number;
  /** Persons caught here who had been returned before, in this run, and left their city to try again. */
  again: number;
  /** Persons who crossed here instead of elsewhere, or of staying at home, because of the policy; and the other way round. */
  displacedIn: number;
  displacedOut: number;
  /** Persons who claimed fear and left custody without an interview. */
  neverInterviewed: number;
  /** Released persons by cause. */
  readonly causes: Float64Array;
  /** Hours from apprehension to the crossing or the way out, wherever they were spent, by category. */
  readonly journeys: readonly Histogram[];
}

export interface BusCounts {
  trips: number;
  breakdowns: number;
  seats: number;
  readonly boarded: Flow;
  /** Persons who rode and were returned. */
  returned: number;
  /** Hours of driving with people aboard. */
  hours: number;
  readonly waits: Histogram;
}

export interface CourtCounts {
  /** Persons whose hearing was held. */
  heard: number;
  /** Cases from here on. */
  heardCases: number;
  absentNotice: number;
  absentChoice: number;
  /** Dates that passed without their case, because it had left the city. */
  abandoned: number;
  pendingCases: number;
  /** Persons. */
  pending: number;
  readonly waitDays: Histogram;
  readonly outcomes: Float64Array;
  /** Persons whose case ended in their absence. */
  inAbsentia: number;
}

/** Everything that is counted as it happens. Levels are kept by `Whereabouts`. */
export class Counts {
  readonly sectors: readonly SectorCounts[];
  /** The same persons by sector of arrival, category and nationality; `overLimit` are those whose journey took too long. */
  readonly kinds: Readonly<Record<"arrivals" | "enrolled" | "returnedFirst" | "released" | "overLimit", ByKind>>;
  /** Released persons of each category, by cause; hours of the journeys of each nationality. */
  readonly causesByCategory: readonly Float64Array[];
  readonly journeysOf: readonly Histogram[];
  readonly buses: readonly BusCounts[];
  readonly units: readonly { held: number; atRisk: number }[];
  readonly points: readonly { readonly first: Flow; readonly afterHearing: Flow }[];
  /** Persons who left each city, by departure. */
  readonly left: readonly Float64Array[];
  readonly courts: readonly CourtCounts[];
  /** Persons released from a night in custody after a hearing: they had been returned before. */
  releasedAfterHearing = 0;
  /** Persons who stayed at home because of the policy, and who came because of it. */
  deterred = 0;
  drawn = 0;
  /** First returns of persons whom an earlier attempt had brought back already. */
  returnedAgain = 0;
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    const { parameters } = model;
    const days = parameters.endDay - parameters.firstDay;
    this.sectors = parameters.sectors.map((_, sector) => {
      const flow = (): Flow => new Flow(model.clocks.sectors[sector]!, days);
      return {
        arrivals: categories.map(flow),
        enrolled: flow(),
        interviewed: flow(),
        atRisk: flow(),
        returnedFirst: flow(),
        exits: dispositions.map(flow),
        attempts: 0,
        initialInCustody: 0,
        again: 0,
        displacedIn: 0,
        displacedOut: 0,
        neverInterviewed: 0,
        causes: new Float64Array(causes.length),
        journeys: categories.map(() => new Histogram(stayBinHours)),
      };
    });
    const byKind = (): ByKind => new ByKind(model.cases, parameters.sectors.length, parameters.nationalities.length);
    this.kinds = {
      arrivals: byKind(),
      enrolled: byKind(),
      returnedFirst: byKind(),
      released: byKind(),
      overLimit: byKind(),
    };
    this.causesByCategory = categories.map(() => new Float64Array(causes.length));
    this.journeysOf = parameters.nationalities.map(() => new Histogram(stayBinHours));
    this.buses = parameters.buses.map(({ from }) => ({
      trips: 0,
      breakdowns: 0,
      returned: 0,
      seats: 0,
      boarded: new Flow(model.clocks.sectors[from]!, days),
      hours: 0,
      waits: new Histogram(stayBinHours),
    }));
    this.units = parameters.interviewUnits.map(() => ({ held: 0, atRisk: 0 }));
    this.points = parameters.returnPoints.map((_, point) => ({
      first: new Flow(model.clocks.points[point]!, days),
      afterHearing: new Flow(model.clocks.points[point]!, days),
    }));
    this.left = parameters.cities.map(() => new Float64Array(departures.length));
    this.courts = parameters.courts.map(() => ({
      heard: 0,
      heardCases: 0,
      absentNotice: 0,
      absentChoice: 0,
      abandoned: 0,
      pendingCases: 0,
      pending: 0,
      waitDays: new Histogram(1),
      outcomes: new Float64Array(outcomes.length),
      inAbsentia: 0,
    }));
  }

  apprehend(row: number): void {
    const { cases } = this.model;
    const figures = this.of(row);
    figures.arrivals[cases.category[row]!]!.add(cases.size[row]!);
    this.kinds.arrivals.add(row, cases.size[row]!);
    figures.attempts += cases.attempt[row]! * cases.size[row]!;
  }

  tryAgain(row: number): void {
    this.of(row).again += this.model.cases.size[row]!;
  }

  /** A case crosses at `to` instead of at `from`; each is a sector, or home. */
  displace(row: number, from: number, to: number): void {
    const persons = this.model.cases.size[row]!;
    const { home } = this.model.choice;
    if (from === home) this.drawn += persons;
    else this.sectors[from]!.displacedOut += persons;
    if (to === home) this.deterred += persons;
    else this.sectors[to]!.displacedIn += persons;
  }

  startInCustody(row: number): void {
    const figures = this.of(row);
    figures.initialInCustody += this.model.cases.size[row]!;
  }

  enrol(row: number): void {
    const persons = this.model.cases.size[row]!;
    this.of(row).enrolled.add(persons);
    this.kinds.enrolled.add(row, persons);
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
    figures.hours += hours;
  }

  breakdown(bus: number): void {
    this.buses[bus]!.breakdowns++;
  }

  cross(row: number, reEntry: boolean): void {
    const { cases, outcomes } = this.model;
    const persons = cases.size[row]!;
    const point = this.points[cases.point[row]!]!;
    if (reEntry) {
      point.afterHearing.add(persons);
      return;
    }
    this.place(row, -1);
    point.first.add(persons);
    outcomes?.end(row, true);
    const bus = this.buses[this.model.routing.pathwayOf(row).bus];
    if (bus) bus.returned += persons;
    this.of(row).returnedFirst.add(persons);
    if (cases.has(row, flag.triedAgain)) this.returnedAgain += persons;
    this.kinds.returnedFirst.add(row, persons);
    this.endJourney(row);
  }

  exit(row: number, disposition: number, cause: number): void {
    const { cases, outcomes } = this.model;
    const persons = cases.size[row]!;
    const figures = this.of(row);
    if (cases.stage[row] === stage.awaitingReEntry) {
      this.releasedAfterHearing += persons;
      return;
    }
    this.place(row, disposition);
    figures.exits[disposition]!.add(persons);
    outcomes?.end(row, false);
    if (disposition === release) this.release(row, cause);
    if (cases.has(row, flag.claims) && !cases.has(row, flag.interviewed)) figures.neverInterviewed += persons;
    this.endJourney(row);
  }

  leaveCity(row: number, city: number, to: number): void {
    const left = this.left[city]!;
    left[to] = left[to]! + this.model.cases.size[row]!;
  }

  firstDate(court: number, days: number): void {
    this.courts[court]!.waitDays.add(days, 1);
  }

  /** A case begins (+1) or ends (-1) to wait for a date. */
  pending(row: number, court: number, sign: 1 | -1): void {
    const figures = this.courts[court]!;
    figures.pendingCases += sign;
    figures.pending += sign * this.model.cases.size[row]!;
  }

  /** A case no longer waits for its date at `at`: it will pass without it. */
  loseDate(row: number, court: number, at: number): void {
    this.pending(row, court, -1);
    if (at < this.model.horizon) this.courts[court]!.abandoned++;
  }

  hear(row: number, court: number): void {
    this.courts[court]!.heardCases++;
    this.courts[court]!.heard += this.model.cases.size[row]!;
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

  /** A case of a scripted group is done with custody; who came here by bus had left the sector before. */
  private place(row: number, disposition: number): void {
    const { cases, groups, whereabouts } = this.model;
    if (cases.script[row]! < 0) return;
    const sector = cases.sector[row]!;
    if ([whereabouts.custody(sector), whereabouts.outside(sector)].includes(cases.place[row]!)) groups.leaveSector(row);
    groups.place(row, disposition);
  }

  private release(row: number, cause: number): void {
    const { cases } = this.model;
    const persons = cases.size[row]!;
    this.kinds.released.add(row, persons);
    if (cause < 0) return;
    const { causes: here } = this.of(row);
    const everywhere = this.causesByCategory[cases.category[row]!]!;
    here[cause] = here[cause]! + persons;
    everywhere[cause] = everywhere[cause]! + persons;
  }

  /** The case leaves the custody of the United States, for Mexico or by a way out. */
  private endJourney(row: number): void {
    const { cases, exemptions, parameters, simulation } = this.model;
    const persons = cases.size[row]!;
    const hours = hoursBetween(cases.apprehended[row]!, simulation.now);
    this.of(row).journeys[cases.category[row]!]!.add(hours, persons);
    this.journeysOf[cases.nationality[row]!]!.add(hours, persons);
    const overLimit = hours > parameters.sectors[cases.sector[row]!]!.custody.limitHours;
    if (overLimit) this.kinds.overLimit.add(row, persons);
    exemptions.endJourney(row, hours, overLimit);
  }

  private of(row: number): SectorCounts {
    return this.sectors[this.model.cases.sector[row]!]!;
  }
}
