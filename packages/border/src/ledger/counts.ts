import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import { pathwayOf } from "../flow/pathway.ts";
import type { Basis } from "../ground/basis.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import { departures, dispositions } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import type { BlockedLedger } from "./blocked-ledger.ts";
import { BusCounts } from "./bus-counts.ts";
import { Flow } from "./flow.ts";
import type { GroupLedger } from "./group-ledger.ts";
import { HearingCounts } from "./hearing-counts.ts";
import type { OutcomeLog } from "./outcome-log.ts";
import { event } from "./tallies.ts";

const release = dispositions.indexOf("release");

/** Where the counts are written, and what they are read from. */
interface CountsGround extends Basis {
  readonly blocked: BlockedLedger;
  readonly groups: GroupLedger;
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
  readonly buses: readonly BusCounts[];
  readonly units: readonly UnitCounts[];
  readonly points: readonly { readonly first: Flow; readonly afterHearing: Flow }[];
  /** Persons who left each city, by departure. */
  readonly left: readonly Float64Array[];
  /** Persons taken onward from each city when they were returned there. */
  readonly takenOnward: Float64Array;
  readonly courts: readonly HearingCounts[];
  private readonly ground: CountsGround;

  constructor(ground: CountsGround) {
    this.ground = ground;
    const { localDays: clocks, parameters } = ground;
    const days = parameters.endDay - parameters.firstDay;
    this.buses = parameters.buses.map(({ from }) => new BusCounts(clocks.sectors[from]!, days));
    ground.settings.onChange("buses", (bus, before) => this.buses[bus]!.close(before));
    this.units = parameters.interviewUnits.map(() => ({ held: 0, atRisk: 0, heldAgain: 0, atRiskAgain: 0 }));
    this.points = parameters.returnPoints.map((_, point) => ({
      first: new Flow(clocks.points[point]!, days),
      afterHearing: new Flow(clocks.points[point]!, days),
    }));
    this.takenOnward = new Float64Array(parameters.cities.length);
    this.left = parameters.cities.map(() => new Float64Array(departures.length));
    this.courts = parameters.courts.map(() => new HearingCounts());
  }

  /** A case crosses at `to` instead of at `from`; each is a sector, or home. */
  displace(row: CaseRow, from: number, to: number): void {
    const { cases, parameters, tallies } = this.ground;
    const persons = cases.size[row]!;
    // Beyond the sectors lies home.
    const home = parameters.sectors.length;
    tallies.count(row, from === home ? event.drawn : event.displacedOut, persons, from === home ? to : from);
    tallies.count(row, to === home ? event.deterred : event.displacedIn, persons, to === home ? from : to);
  }

  interview(row: CaseRow, unit: number, atRisk: boolean): void {
    const persons = this.ground.cases.size[row]!;
    const figures = this.units[unit]!;
    this.ground.tallies.count(row, event.interviewed);
    figures.held += persons;
    if (!atRisk) return;
    this.ground.tallies.count(row, event.atRisk);
    figures.atRisk += persons;
  }

  interviewAgain(row: CaseRow, unit: number, atRisk: boolean): void {
    const persons = this.ground.cases.size[row]!;
    const figures = this.units[unit]!;
    figures.heldAgain += persons;
    if (atRisk) figures.atRiskAgain += persons;
  }

  cross(row: CaseRow, reEntry: boolean): void {
    const { blocked, cases, outcomes, tallies } = this.ground;
    const persons = cases.size[row]!;
    const point = this.points[cases.point[row]!]!;
    if (reEntry) {
      point.afterHearing.add(persons);
      tallies.count(row, event.returnedAfterHearing);
      return;
    }
    point.first.add(persons);
    outcomes?.end(row, true);
    const { bus } = pathwayOf(this.ground, row);
    if (bus >= 0) this.buses[bus]!.returned += persons;
    blocked.return(row);
    if (cases.has(row, flag.triedAgain)) tallies.count(row, event.returnedAgain);
    if (cases.has(row, flag.missedAtRisk)) tallies.count(row, event.returnedAtRisk);
    tallies.leave(row, event.returned);
    this.place(row);
  }

  exit(row: CaseRow, disposition: number, cause: number): void {
    const { cases, outcomes, tallies } = this.ground;
    if (cases.isBack(row)) {
      tallies.count(row, disposition === release ? event.releasedAfterHearing : event.leftAfterHearing);
      return;
    }
    outcomes?.end(row, false);
    if (disposition === release && cause >= 0) tallies.count(row, event["because nationality"] + cause);
    if (cases.has(row, flag.claims) && !cases.has(row, flag.interviewed)) tallies.count(row, event.neverInterviewed);
    tallies.leave(row, event.released + disposition);
    this.place(row);
  }

  leaveCity(row: CaseRow, city: number, to: number): void {
    const left = this.left[city]!;
    left[to] = left[to]! + this.ground.cases.size[row]!;
  }

  transfer(state: StateTransfer): void {
    const { buses, units, points, left, takenOnward, courts } = this;
    transferFigures(state, [buses, units, points, left, takenOnward, courts]);
  }

  /** A case of a scripted group is done with custody; who came here by bus had left the sector before. */
  private place(row: CaseRow): void {
    const { cases, groups, whereabouts } = this.ground;
    if (cases.script[row]! < 0) return;
    const sector = cases.sector[row]!;
    const inSector = [whereabouts.custody(sector), whereabouts.outside(sector)].includes(cases.place[row]!);
    if (inSector || cases.stage[row] === stage.atPlace) groups.leaveSector(row);
    groups.place(row);
  }
}
