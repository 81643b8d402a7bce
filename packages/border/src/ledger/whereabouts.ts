import { Histogram, type Simulation, type Stateful, type StateTransfer, TimeWeighted } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import { hoursBetween, stayBinHours } from "./hours.ts";

/** Kinds of places, in the order in which they are numbered. */
const kinds = ["custody", "outside", "bus", "city", "court", "place"] as const;

/** Who is where. Every move of a case goes through here: levels of places, stays in custody, and whether families stay whole. */
export class Whereabouts implements Stateful {
  /** Persons present in each place, over time. */
  readonly levels: readonly TimeWeighted[];
  /** Hours of finished stays in the custody of each sector, weighted by persons; nights after a hearing are left out. */
  readonly stays: readonly Histogram[];
  /** Persons in those of more hours than the custody limit in force when they ended. */
  readonly staysOverLimit: Float64Array;
  /** Cases found with another size than they crossed with. */
  familiesSplit = 0;
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  /** As in force: `sectors` holds the settings of the moment. */
  private readonly parameters: BorderParameters;
  private readonly sectors: number;
  /** Number of the first place of each of `kinds`. */
  private readonly first: readonly number[];
  private readonly left: (sector: number) => void;

  /** `leftCustody` is called when room appears in a sector's custody. Places of a new kind (`outsidePlaces`) come last. */
  constructor(
    simulation: Simulation,
    cases: CaseTable,
    parameters: BorderParameters,
    leftCustody: (sector: number) => void,
    outsidePlaces: number,
  ) {
    this.simulation = simulation;
    this.cases = cases;
    this.parameters = parameters;
    this.sectors = parameters.sectors.length;
    this.left = leftCustody;
    const { sectors, buses, cities, courts } = parameters;
    let places = 0;
    this.first = [sectors, sectors, buses, cities, courts, { length: outsidePlaces }].map(({ length }) => {
      places += length;
      return places - length;
    });
    this.levels = Array.from({ length: places }, () => new TimeWeighted(simulation));
    this.stays = parameters.sectors.map(() => new Histogram(stayBinHours));
    this.staysOverLimit = new Float64Array(parameters.sectors.length);
  }

  custody(sector: number): number {
    return sector;
  }
  outside(sector: number): number {
    return this.first[1]! + sector;
  }
  bus(bus: number): number {
    return this.first[2]! + bus;
  }
  city(city: number): number {
    return this.first[3]! + city;
  }
  court(court: number): number {
    return this.first[4]! + court;
  }
  /** A place of a new kind, added from outside. */
  outsidePlace(index: number): number {
    return this.first[5]! + index;
  }

  /** What a place is: the reverse of the names above. */
  placeOf(place: number): { readonly kind: (typeof kinds)[number]; readonly index: number } {
    const kind = this.first.findLastIndex((first) => first <= place);
    return { kind: kinds[kind]!, index: place - this.first[kind]! };
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.levels);
    transferFigures(state, this.stays);
    state.floats(this.staysOverLimit);
    this.familiesSplit = state.number(this.familiesSplit);
  }

  /** Moves the case to a place, or out of the model with -1. `since` is for cases that were there before the start. */
  move(row: CaseRow, place: number, since?: number): void {
    const { cases, simulation } = this;
    const persons = cases.size[row]!;
    if (persons !== cases.originSize[row]!) this.familiesSplit++;
    const from = cases.place[row]!;
    if (from >= 0) {
      this.levels[from]!.add(-persons);
      if (from < this.sectors) {
        if (!cases.isBack(row)) this.endStay(from, hoursBetween(cases.placeSince[row]!, simulation.now), persons);
        this.left(from);
      }
    }
    cases.place[row] = place;
    cases.placeSince[row] = since ?? simulation.now;
    if (place >= 0) this.levels[place]!.add(persons);
  }

  private endStay(sector: number, hours: number, persons: number): void {
    this.stays[sector]!.add(hours, persons);
    const { limitHours } = this.parameters.sectors[sector]!.custody;
    if (hours > limitHours) this.staysOverLimit[sector] = this.staysOverLimit[sector]! + persons;
  }
}
