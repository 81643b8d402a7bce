import {
  type EventType,
  type RunLimits,
  type RunResult,
  Simulation,
  type Stateful,
  type StateTransfer,
} from "@mpp-sim/engine";
import { Screens } from "./extension/disposition-rule.ts";
import type { Extensions } from "./extension/extensions.ts";
import { WrittenOrder } from "./extension/routing-rule.ts";
import { Attempts } from "./flow/attempts.ts";
import { scheduleCensus } from "./flow/census.ts";
import type { CaseRow } from "./ground/case-row.ts";
import { CaseTable } from "./ground/case-table.ts";
import { Changes } from "./ground/changes.ts";
import { Draws } from "./ground/draws.ts";
import { Exemptions } from "./ground/exemptions.ts";
import { priority } from "./ground/priorities.ts";
import { SettingsInForce } from "./ground/settings-in-force.ts";
import { BlockedLedger } from "./ledger/blocked-ledger.ts";
import { ConservationLedger } from "./ledger/conservation-ledger.ts";
import { Counts } from "./ledger/counts.ts";
import { CourtCases } from "./ledger/court-cases.ts";
import type { DayClock } from "./ledger/day-clock.ts";
import { GroupLedger } from "./ledger/group-ledger.ts";
import { LocalDays } from "./ledger/local-days.ts";
import { OutcomeLog } from "./ledger/outcome-log.ts";
import { Stocks } from "./ledger/stocks.ts";
import { Tallies } from "./ledger/tallies.ts";
import { Whereabouts } from "./ledger/whereabouts.ts";
import { type DisplacementParameters, displacementOf } from "./parameters/behaviour-parameters.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";
import { GroupArrivals } from "./parts/arrivals/group-arrivals.ts";
import { ScriptedGroups } from "./parts/arrivals/scripted-groups.ts";
import { SectorChoice } from "./parts/arrivals/sector-choice.ts";
import { TryAgain } from "./parts/arrivals/try-again.ts";
import { BusLines } from "./parts/buses/bus-lines.ts";
import { Cities } from "./parts/cities.ts";
import { Closings } from "./parts/closings.ts";
import { Custody } from "./parts/custody.ts";
import { CustodyLimit } from "./parts/custody-limit.ts";
import { Disposition } from "./parts/disposition.ts";
import { Routing } from "./parts/enrolment.ts";
import { Exits } from "./parts/exits.ts";
import { Hearings } from "./parts/hearings/hearings.ts";
import { KeptDates } from "./parts/hearings/kept-dates.ts";
import { InterviewUnits } from "./parts/interviews.ts";
import { OutsidePlaces } from "./parts/outside-places.ts";
import { PortLists } from "./parts/port-lists.ts";
import { Processing } from "./parts/processing.ts";
import { InteriorCourt } from "./parts/releases/interior-court.ts";
import { UsShelters } from "./parts/releases/us-shelters.ts";
import { ReturnPoints } from "./parts/return-points.ts";
import { Crossings } from "./parts/returns/crossings.ts";
import { ReturnDesks } from "./parts/returns/return-desks.ts";
import { ReturnLimits } from "./parts/returns/return-limits.ts";

export interface BorderOptions {
  readonly seed: string;
  readonly replication: number;
  readonly limits?: RunLimits;
  /** One to build the model on, as a fork has it; a new one unless given. */
  readonly simulation?: Simulation;
  /** A run of the base policy for another to compare with: what becomes of people is logged, and nobody is displaced. */
  readonly asBase?: boolean;
  readonly extensions?: Extensions;
}

/**
 * One replication of the border: the parts of the model on one simulation. Each part is a file of its own and reaches
 * the others through here.
 */
export class BorderModel implements Stateful {
  /** What holds now: where settings change on dates, those of the moment. */
  readonly parameters: BorderParameters;
  /** As they were given, with what holds at first. */
  readonly given: BorderParameters;
  readonly settings: SettingsInForce;
  /** Empty unless something is added from outside. */
  readonly extensions: Extensions;
  readonly simulation: Simulation;
  readonly cases: CaseTable = new CaseTable();
  readonly draws: Draws;
  readonly localDays: LocalDays;
  /** Hours of simulation time at which the last zone's period ends. */
  readonly horizon: number;
  readonly whereabouts: Whereabouts;
  readonly conservation: ConservationLedger;
  readonly tallies: Tallies;
  readonly blocked: BlockedLedger;
  readonly groups: GroupLedger;
  readonly stocks: Stocks;
  readonly counts: Counts;
  readonly attempts: Attempts;
  readonly custodyLimit: CustodyLimit;
  readonly custody: Custody;
  readonly processing: Processing;
  readonly exemptions: Exemptions;
  readonly disposition: Disposition;
  readonly routing: Routing;
  readonly exits: Exits;
  readonly closings: Closings;
  /** Those added from outside. */
  readonly places: OutsidePlaces;
  readonly interviews: InterviewUnits;
  readonly buses: BusLines;
  readonly points: ReturnPoints;
  readonly limits: ReturnLimits;
  readonly hearings: Hearings;
  readonly courtCases: CourtCases;
  readonly cities: Cities;
  readonly desks: ReturnDesks;
  readonly crossings: Crossings;
  readonly arrivals: GroupArrivals;
  readonly scripted: ScriptedGroups;
  readonly keptDates: KeptDates;
  readonly tryAgain: TryAgain;
  readonly changes: Changes;
  readonly choice: SectorChoice;
  /** Where people released in the United States are heard, and where they sleep at first; unless they are off. */
  readonly interior: InteriorCourt | undefined;
  readonly usShelters: UsShelters | undefined;
  /** Where people wait who come to ports; undefined where there are no such lists. */
  readonly lists: PortLists | undefined;
  /** Unless it is off. */
  readonly displacement: DisplacementParameters | undefined;
  /** What becomes of people, where others learn from it. */
  readonly outcomes: OutcomeLog | undefined;
  /** Daily means of persons in the custody of each sector, and waiting in each city. */
  readonly custodyByDay: readonly Float64Array[];
  readonly waitingByDay: readonly Float64Array[];
  /** The same of persons in each shelter in the United States. */
  readonly shelteredByDay: readonly Float64Array[];
  /** And on each list of a port. */
  readonly listedByDay: readonly Float64Array[];
  /** Told of each case that is caught or released, for those who follow one. They change nothing. */
  onApprehended: ((row: CaseRow) => void) | undefined;
  onReleased: ((row: CaseRow) => void) | undefined;
  private readonly midnight: EventType;
  private readonly options: BorderOptions;

  /** A run of the base policy that did not come to its end. */
  private readonly stopped: RunResult | undefined;

  constructor(parameters: BorderParameters, options: BorderOptions) {
    const simulation = options.simulation ?? new Simulation(options);
    this.simulation = simulation;
    this.given = parameters;
    this.changes = new Changes(simulation);
    this.settings = new SettingsInForce(simulation, parameters);
    this.parameters = this.settings.parameters;
    const { firstDay, endDay, sectors, cities, interior, usShelters } = this.parameters;
    this.extensions = options.extensions ?? {};
    const { routing, disposition, places = [] } = this.extensions;
    this.options = options;
    this.localDays = new LocalDays(parameters);
    this.horizon = this.localDays.horizon;
    this.displacement = options.asBase ? undefined : displacementOf(parameters);
    if (options.asBase || this.displacement)
      this.outcomes = new OutcomeLog(simulation, this.cases, parameters, this.horizon);
    this.draws = new Draws(simulation, this.cases);
    this.whereabouts = new Whereabouts(
      simulation,
      this.cases,
      this.parameters,
      (sector) => this.custody.roomIn(sector),
      places.length,
    );
    this.conservation = new ConservationLedger(this.cases, this.whereabouts);
    this.tallies = new Tallies(simulation, this.cases, this.parameters, this.localDays.sectors);
    this.blocked = new BlockedLedger(simulation, this.cases, this.whereabouts, this.tallies, parameters);
    this.groups = new GroupLedger(simulation, this.cases, parameters.scripted);
    this.counts = new Counts(this);
    this.stocks = new Stocks(firstDay, endDay);
    const { levels } = this.whereabouts;
    this.custodyByDay = sectors.map((_, sector) =>
      this.stocks.follow(levels[this.whereabouts.custody(sector)]!, this.localDays.sectors[sector]!),
    );
    this.waitingByDay = cities.map((_, city) =>
      this.stocks.follow(levels[this.whereabouts.city(city)]!, this.localDays.cities[city]!),
    );
    this.midnight = simulation.eventType("midnight", (index) => this.passMidnight(index));
    this.attempts = new Attempts(this);
    this.custodyLimit = new CustodyLimit(this);
    this.exits = new Exits(this);
    this.custody = new Custody(this);
    this.processing = new Processing(this);
    this.exemptions = new Exemptions(this);
    this.disposition = new Disposition(this, disposition?.(this) ?? new Screens(this));
    this.routing = new Routing(this, routing?.(this) ?? new WrittenOrder(this));
    this.closings = new Closings(this);
    this.interviews = new InterviewUnits(this);
    this.buses = new BusLines(this);
    this.points = new ReturnPoints(this);
    this.limits = new ReturnLimits(this);
    this.hearings = new Hearings(this);
    this.courtCases = new CourtCases(this);
    this.cities = new Cities(this);
    this.desks = new ReturnDesks(this);
    this.crossings = new Crossings(this);
    this.places = new OutsidePlaces(this, places);
    this.localDays.all.forEach(({ calendar }, index) => {
      simulation.scheduleAt(calendar.nextMidnight(0), this.midnight, index, priority.midnight);
    });
    this.arrivals = new GroupArrivals(this);
    this.scripted = new ScriptedGroups(this);
    scheduleCensus(this);
    this.keptDates = new KeptDates(this);
    this.tryAgain = new TryAgain(this);
    if (interior) this.interior = new InteriorCourt(this);
    if (usShelters) this.usShelters = new UsShelters(this, usShelters);
    if (sectors.some(({ list }) => list)) this.lists = new PortLists(this);
    this.listedByDay = (this.lists?.all ?? []).map(({ line, sector }) =>
      this.stocks.follow(line.level, this.localDays.sectors[sector]!),
    );
    this.shelteredByDay = (usShelters ?? []).map(({ sector }, shelter) =>
      this.stocks.follow(this.usShelters!.levels[shelter]!, this.localDays.sectors[sector]!),
    );
    this.settings.watch(this.changes);
    simulation.register("border", this);
    const { displacement } = this;
    if (displacement === undefined) {
      this.choice = new SectorChoice(this);
      return;
    }
    const { simulation: _, ...others } = options;
    const base = new BorderModel(displacement.reference, { ...others, asBase: true });
    const ended = base.run();
    if (ended.status === "truncated") this.stopped = ended;
    this.choice = new SectorChoice(this, { own: this.outcomes!, base: base.outcomes! });
  }

  /**
   * Everything in the model that changes during a run, so that `simulation.snapshot`, `restore` and `fork` hold all of it. A new
   * part with state takes its place here; lines, resources and streams of the engine see to their own.
   */
  transfer(state: StateTransfer): void {
    const ledgers = [this.whereabouts, this.conservation, this.tallies, this.blocked, this.groups, this.counts];
    const coming = [this.settings, this.custody, this.arrivals, this.scripted, this.changes];
    const pathway = [this.interviews, this.buses, this.limits, this.hearings, this.courtCases, this.cities, this.desks];
    const perhaps = [this.interior, this.usShelters, this.lists].filter((part) => part !== undefined);
    const all = [this.cases, this.localDays, ...ledgers, this.stocks, ...(this.outcomes ? [this.outcomes] : [])];
    for (const part of [...all, ...coming, ...pathway, this.choice, ...perhaps]) part.transfer(state);
  }

  /**
   * Another life of this run from now on. Its parameters have the same places, people and settings, and the same dated values up
   * to now; what they say of dates to come holds in place of what its past had in view. Changes to come and the next group of each
   * source are planned anew, so that their events have other rows of the calendar: with the parameters of its past it has the same
   * history and figures, but another `stateFingerprint`.
   */
  fork(parameters: BorderParameters): BorderModel {
    const { model } = this.simulation.fork(
      (simulation) => new BorderModel(parameters, { ...this.options, simulation }),
    );
    model.changes.replan();
    model.arrivals.replan();
    return model;
  }

  /** Runs to a moment: what happens before it has then happened. */
  runTo(time: number): RunResult {
    return this.stopped ?? this.simulation.run(time);
  }

  /** Runs the period to its end. */
  run(): RunResult {
    const result = this.runTo(this.horizon);
    if (result.status === "complete")
      for (const clock of this.localDays.all) if (clock.day < this.parameters.endDay) this.closeDay(clock);
    return result;
  }

  private passMidnight(index: number): void {
    const clock = this.localDays.all[index]!;
    this.closeDay(clock);
    this.simulation.scheduleAt(clock.calendar.midnight(clock.day + 1), this.midnight, index, priority.midnight);
  }

  private closeDay(clock: DayClock): void {
    this.parameters.returnLimits.forEach((_, limit) => {
      if (this.localDays.limits[limit] === clock) this.limits.closeDay(limit, clock.day);
    });
    this.stocks.closeDay(clock, this.simulation.now);
    this.custody.closeDay(clock);
    this.usShelters?.closeDay(clock);
    clock.day++;
  }
}
