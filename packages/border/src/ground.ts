import type { EventType, Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import { Gates } from "./flow/gates.ts";
import type { Basis } from "./ground/basis.ts";
import { type CaseRow, numberOf, rowOf } from "./ground/case-row.ts";
import { CaseTable } from "./ground/case-table.ts";
import { Changes } from "./ground/changes.ts";
import { Draws } from "./ground/draws.ts";
import { Exemptions } from "./ground/exemptions.ts";
import { SettingsInForce } from "./ground/settings-in-force.ts";
import { Signals, signal } from "./ground/signals.ts";
import { BlockedLedger } from "./ledger/blocked-ledger.ts";
import { ConservationLedger } from "./ledger/conservation-ledger.ts";
import { Counts } from "./ledger/counts.ts";
import { CourtCases } from "./ledger/court-cases.ts";
import { GroupLedger } from "./ledger/group-ledger.ts";
import { LocalDays } from "./ledger/local-days.ts";
import { OutcomeLog } from "./ledger/outcome-log.ts";
import { Stocks } from "./ledger/stocks.ts";
import { Tallies } from "./ledger/tallies.ts";
import { Whereabouts } from "./ledger/whereabouts.ts";
import { type DisplacementParameters, displacementOf } from "./parameters/behaviour-parameters.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";
import { type Category, categories } from "./parameters/vocabulary.ts";

/** What every part stands on: people, places, dates, settings, chance, and what is counted. It knows no part. */
export class Ground implements Basis, Stateful {
  /** Clock, events, and named streams of numbers. */
  readonly simulation: Simulation;
  /** The settings as given, with those that hold at first. */
  readonly given: BorderParameters;
  /** Dated values that must act at once. */
  readonly changes: Changes;
  /** Settings that change on dates, and who is told of it. */
  readonly settings: SettingsInForce;
  readonly parameters: BorderParameters;
  /** A row a case, with a column for each thing known of it. */
  readonly cases: CaseTable = new CaseTable();
  /** Chance by case and decision: `uniform(row, outsideDraw + n)` is for rules and places from outside. */
  readonly draws: Draws;
  /** Local dates of places. */
  readonly localDays: LocalDays;
  /** What others wait for: a part says that it has changed. */
  readonly signals: Signals = new Signals();
  /** Where each case is, and how many people are where. */
  readonly whereabouts: Whereabouts;
  /** People counted a second time, to compare. */
  readonly conservation: ConservationLedger;
  /** What has happened, counted by group of people. */
  readonly tallies: Tallies;
  /** What people waited for, and how long. */
  readonly blocked: BlockedLedger;
  /** Scripted groups that are followed. */
  readonly groups: GroupLedger;
  /** Who is exempt. */
  readonly exemptions: Exemptions;
  /** Unless it is off. */
  readonly displacement: DisplacementParameters | undefined;
  /** What becomes of people, if others learn from it. */
  readonly outcomes: OutcomeLog | undefined;
  /** What is counted as it happens, besides the tallies. */
  readonly counts: Counts;
  /** Court cases by whether they are filed. */
  readonly courtCases: CourtCases;
  /** Mean levels over each local date. */
  readonly stocks: Stocks;
  /** What is open now, of all that closes on dates. */
  readonly gates: Gates;
  /** Called for each case that is caught, to follow one. It changes nothing. */
  onApprehended: ((row: CaseRow) => void) | undefined;
  /** Called for each case that is released. */
  onReleased: ((row: CaseRow) => void) | undefined;

  /** `asBase`: a run of the base policy for another to compare with. `places` is how many of a new kind come from outside. */
  constructor(simulation: Simulation, parameters: BorderParameters, asBase: boolean, places: number) {
    this.simulation = simulation;
    this.given = parameters;
    this.changes = new Changes(simulation);
    this.settings = new SettingsInForce(simulation, parameters);
    this.parameters = this.settings.parameters;
    this.draws = new Draws(simulation, this.cases);
    this.localDays = new LocalDays(parameters);
    this.whereabouts = new Whereabouts(
      simulation,
      this.cases,
      this.parameters,
      (sector) => this.signals.say(signal.room, sector),
      places,
    );
    this.conservation = new ConservationLedger(this.cases, this.whereabouts);
    this.tallies = new Tallies(simulation, this.cases, this.parameters, this.localDays.sectors);
    this.blocked = new BlockedLedger(this);
    this.groups = new GroupLedger(simulation, this.cases, parameters.scripted);
    this.exemptions = new Exemptions(this);
    this.displacement = asBase ? undefined : displacementOf(parameters);
    if (asBase || this.displacement)
      this.outcomes = new OutcomeLog(simulation, this.cases, parameters, this.localDays.horizon);
    this.counts = new Counts(this);
    this.courtCases = new CourtCases(this);
    this.stocks = new Stocks(parameters.firstDay, parameters.endDay);
    this.gates = new Gates(this, parameters);
  }

  /** Persons in a case. */
  persons(row: CaseRow): number {
    return this.cases.size[row]!;
  }

  /** The category of a case. */
  categoryOf(row: CaseRow): Category {
    return categories[this.cases.category[row]!]!;
  }

  /** Index of the sector in which a case was caught. */
  sectorOf(row: CaseRow): number {
    return this.cases.sector[row]!;
  }

  /** Persons in the custody of a sector now. */
  inCustody(sector: number): number {
    return this.whereabouts.levels[this.whereabouts.custody(sector)]!.level;
  }

  /** A kind of event that happens to a case at a place of a new kind. */
  caseEvent(name: string, act: (row: CaseRow) => void): EventType {
    return this.simulation.eventType(name, (number) => act(rowOf(number)));
  }

  /** Has an event happen to a case after so many hours; a case has one at a time. */
  plan(row: CaseRow, hours: number, type: EventType): void {
    this.cases.event[row] = this.simulation.schedule(hours, type, numberOf(row));
  }

  /** The planned event of a case does not happen. */
  cancelPlanned(row: CaseRow): void {
    this.simulation.cancel(this.cases.event[row]!);
  }

  /** Lines, resources and streams of the engine see to their own state. */
  transfer(state: StateTransfer): void {
    const { cases, localDays, whereabouts, conservation, tallies, blocked, groups, counts, courtCases } = this;
    const { stocks, outcomes, settings, changes } = this;
    const ledgers = [whereabouts, conservation, tallies, blocked, groups, counts, courtCases, stocks];
    for (const one of [cases, localDays, ...ledgers, ...(outcomes ? [outcomes] : []), settings, changes])
      one.transfer(state);
  }
}
