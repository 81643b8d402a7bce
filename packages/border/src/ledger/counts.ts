import { Histogram, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import { pathwayOf } from "../flow/pathway.ts";
import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import type { Exemptions } from "../ground/exemptions.ts";
import { stage } from "../ground/stage.ts";
import { categories, causes, departures, dispositions } from "../parameters/vocabulary.ts";
import { carryFigures } from "../state/carry-figures.ts";
import type { BlockedLedger } from "./blocked-ledger.ts";
import { BusCounts } from "./bus-counts.ts";
import { ByKind } from "./by-kind.ts";
import { Flow } from "./flow.ts";
import type { GroupLedger } from "./group-ledger.ts";
import { HearingCounts } from "./hearing-counts.ts";
import { hoursBetween, stayBinHours } from "./hours.ts";
import type { OutcomeLog } from "./outcome-log.ts";
import { SectorCounts } from "./sector-counts.ts";

const release = dispositions.indexOf("release");

/** What is told of what is counted here, and what this is read off. */
interface CountsGround extends Basis {
  readonly blocked: BlockedLedger;
  readonly groups: GroupLedger;
  readonly exemptions: Exemptions;
  readonly outcomes: OutcomeLog | undefined;
}

/** Persons whom a unit interviewed and found at risk: before the first return, and after a hearing. */
export interface UnitCounts {
  held: number;
  atRisk: number;
  heldAgain: number;
  atRiskAgain: number;
}

/** Everything that is counted as it happens. Levels are kept by `Whereabouts`. */
export class Counts implements Stateful {
  readonly sectors: readonly SectorCounts[];
  /** The same persons by sector of arrival, category and nationality; `overLimit` are those whose journey took longer than the limit when it ended. */
  readonly kinds: Readonly<Record<"arrivals" | "enrolled" | "returnedFirst" | "released" | "overLimit", ByKind>>;
  /** Released persons of each category, by cause; hours of the journeys of each nationality. */
  readonly causesByCategory: readonly Float64Array[];
  readonly journeysOf: readonly Histogram[];
  readonly buses: readonly BusCounts[];
  readonly units: readonly UnitCounts[];
  readonly points: readonly { readonly first: Flow; readonly afterHearing: Flow }[];
  /** Persons who left each city, by departure. */
  readonly left: readonly Float64Array[];
  /** Persons taken onward from each city when they were returned there. */
  readonly takenOnward: Float64Array;
  readonly courts: readonly HearingCounts[];
  /** Persons released from custody after a hearing: they had been returned before. */
  releasedAfterHearing = 0;
  /** The same of other ways out of custody: they were found at risk after a hearing, or their interview was closed to them. */
  outAfterHearing = 0;
  /** Persons who stayed at home because of the policy, and who came because of it. */
  deterred = 0;
  drawn = 0;
  /** First returns of persons whom an earlier attempt had brought back already. */
  returnedAgain = 0;
  private readonly ground: CountsGround;

  constructor(ground: CountsGround) {
    this.ground = ground;
    const { parameters } = ground;
    const days = parameters.endDay - parameters.firstDay;
    this.sectors = parameters.sectors.map((_, sector) => new SectorCounts(ground.localDays.sectors[sector]!, days));
    const byKind = (): ByKind => new ByKind(ground.cases, parameters.sectors.length, parameters.nationalities.length);
    this.kinds = {
      arrivals: byKind(),
      enrolled: byKind(),
      returnedFirst: byKind(),
      released: byKind(),
      overLimit: byKind(),
    };
    this.causesByCategory = categories.map(() => new Float64Array(causes.length));
    this.journeysOf = parameters.nationalities.map(() => new Histogram(stayBinHours));
    this.buses = parameters.buses.map(({ from }) => new BusCounts(ground.localDays.sectors[from]!, days));
    ground.settings.onChange("buses", (bus, before) => this.buses[bus]!.settle(before));
    this.units = parameters.interviewUnits.map(() => ({ held: 0, atRisk: 0, heldAgain: 0, atRiskAgain: 0 }));
    this.points = parameters.returnPoints.map((_, point) => ({
      first: new Flow(ground.localDays.points[point]!, days),
      afterHearing: new Flow(ground.localDays.points[point]!, days),
    }));
    this.takenOnward = new Float64Array(parameters.cities.length);
    this.left = parameters.cities.map(() => new Float64Array(departures.length));
    this.courts = parameters.courts.map(() => new HearingCounts());
  }

  apprehend(row: CaseRow): void {
    const { cases } = this.ground;
    const figures = this.of(row);
    figures.arrivals[cases.category[row]!]!.add(cases.size[row]!);
    this.kinds.arrivals.add(row, cases.size[row]!);
    figures.attempts += cases.attempt[row]! * cases.size[row]!;
  }

  tryAgain(row: CaseRow): void {
    this.of(row).again += this.ground.cases.size[row]!;
  }

  /** A case crosses at `to` instead of at `from`; each is a sector, or home. */
  displace(row: CaseRow, from: number, to: number): void {
    const persons = this.ground.cases.size[row]!;
    // Beyond the sectors lies home.
    const home = this.sectors.length;
    if (from === home) this.drawn += persons;
    else this.sectors[from]!.displacedOut += persons;
    if (to === home) this.deterred += persons;
    else this.sectors[to]!.displacedIn += persons;
  }

  startInCustody(row: CaseRow): void {
    const figures = this.of(row);
    figures.initialInCustody += this.ground.cases.size[row]!;
  }

  /** The case may be returned, as far as nationality and exemptions go. */
  qualify(row: CaseRow): void {
    this.of(row).eligible += this.ground.cases.size[row]!;
  }

  enrol(row: CaseRow): void {
    const persons = this.ground.cases.size[row]!;
    this.of(row).enrolled.add(persons);
    this.kinds.enrolled.add(row, persons);
  }

  interview(row: CaseRow, unit: number, atRisk: boolean): void {
    const persons = this.ground.cases.size[row]!;
    const figures = this.units[unit]!;
    this.of(row).interviewed.add(persons);
    figures.held += persons;
    if (!atRisk) return;
    this.of(row).atRisk.add(persons);
    figures.atRisk += persons;
  }

  interviewAgain(row: CaseRow, unit: number, atRisk: boolean): void {
    const persons = this.ground.cases.size[row]!;
    const figures = this.units[unit]!;
    figures.heldAgain += persons;
    if (atRisk) figures.atRiskAgain += persons;
  }

  cross(row: CaseRow, reEntry: boolean): void {
    const { blocked, cases, outcomes } = this.ground;
    const persons = cases.size[row]!;
    const point = this.points[cases.point[row]!]!;
    if (reEntry) {
      point.afterHearing.add(persons);
      this.of(row).returnedAfterHearing += persons;
      return;
    }
    this.place(row, -1);
    point.first.add(persons);
    outcomes?.end(row, true);
    const { bus } = pathwayOf(this.ground, row);
    if (bus >= 0) this.buses[bus]!.returned += persons;
    this.of(row).returnedFirst.add(persons);
    if (cases.has(row, flag.triedAgain)) this.returnedAgain += persons;
    if (cases.has(row, flag.missedAtRisk)) this.of(row).returnedAtRisk += persons;
    this.kinds.returnedFirst.add(row, persons);
    blocked.hubs.return(row);
    this.endJourney(row);
  }

  exit(row: CaseRow, disposition: number, cause: number): void {
    const { cases, outcomes } = this.ground;
    const persons = cases.size[row]!;
    const figures = this.of(row);
    if (cases.isBack(row)) {
      if (disposition === release) this.releasedAfterHearing += persons;
      else this.outAfterHearing += persons;
      return;
    }
    this.place(row, disposition);
    figures.exits[disposition]!.add(persons);
    outcomes?.end(row, false);
    if (disposition === release) this.release(row, cause);
    if (cases.has(row, flag.claims) && !cases.has(row, flag.interviewed)) figures.neverInterviewed += persons;
    this.endJourney(row);
  }

  leaveCity(row: CaseRow, city: number, to: number): void {
    const left = this.left[city]!;
    left[to] = left[to]! + this.ground.cases.size[row]!;
  }

  transfer(state: StateTransfer): void {
    const { sectors, kinds, causesByCategory, journeysOf, buses, units, points, left, takenOnward, courts } = this;
    carryFigures(state, [
      sectors,
      kinds,
      causesByCategory,
      journeysOf,
      buses,
      units,
      points,
      left,
      takenOnward,
      courts,
    ]);
    this.releasedAfterHearing = state.number(this.releasedAfterHearing);
    this.outAfterHearing = state.number(this.outAfterHearing);
    this.deterred = state.number(this.deterred);
    this.drawn = state.number(this.drawn);
    this.returnedAgain = state.number(this.returnedAgain);
  }

  /** A case of a scripted group is done with custody; who came here by bus had left the sector before. */
  private place(row: CaseRow, disposition: number): void {
    const { cases, groups, whereabouts } = this.ground;
    if (cases.script[row]! < 0) return;
    const sector = cases.sector[row]!;
    const inSector = [whereabouts.custody(sector), whereabouts.outside(sector)].includes(cases.place[row]!);
    if (inSector || cases.stage[row] === stage.atPlace) groups.leaveSector(row);
    groups.place(row, disposition);
  }

  private release(row: CaseRow, cause: number): void {
    const { cases } = this.ground;
    const persons = cases.size[row]!;
    this.kinds.released.add(row, persons);
    if (cause < 0) return;
    const { causes: here } = this.of(row);
    const everywhere = this.causesByCategory[cases.category[row]!]!;
    here[cause] = here[cause]! + persons;
    everywhere[cause] = everywhere[cause]! + persons;
  }

  /** The case leaves the custody of the United States, for Mexico or by a way out. */
  private endJourney(row: CaseRow): void {
    const { cases, exemptions, parameters, simulation } = this.ground;
    const persons = cases.size[row]!;
    const hours = hoursBetween(cases.apprehended[row]!, simulation.now);
    this.of(row).journeys[cases.category[row]!]!.add(hours, persons);
    this.journeysOf[cases.nationality[row]!]!.add(hours, persons);
    const overLimit = hours > parameters.sectors[cases.sector[row]!]!.custody.limitHours;
    if (overLimit) this.kinds.overLimit.add(row, persons);
    exemptions.endJourney(row, hours, overLimit);
  }

  private of(row: CaseRow): SectorCounts {
    return this.sectors[this.ground.cases.sector[row]!]!;
  }
}
