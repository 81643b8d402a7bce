import { type EventType, type RunLimits, type RunResult, Simulation } from "@mpp-sim/engine";
import { BlockedLedger } from "../ledger/blocked-ledger.ts";
import { ConservationLedger } from "../ledger/conservation-ledger.ts";
import type { DayClock } from "../ledger/day-clock.ts";
import { GroupLedger } from "../ledger/group-ledger.ts";
import { LocalClocks } from "../ledger/local-clocks.ts";
import { OutcomeLog } from "../ledger/outcome-log.ts";
import { Stocks } from "../ledger/stocks.ts";
import { Whereabouts } from "../ledger/whereabouts.ts";
import { type DisplacementParameters, displacementOf } from "../parameters/behaviour-parameters.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { GroupArrivals } from "./arrivals.ts";
import { BusLines } from "./bus-lines.ts";
import { CaseTable } from "./case-table.ts";
import { scheduleCensus } from "./census.ts";
import { Cities } from "./cities.ts";
import { Closings } from "./closings.ts";
import { Counts } from "./counts.ts";
import { Crossings } from "./crossings.ts";
import { Custody } from "./custody.ts";
import { CustodyClock } from "./custody-clock.ts";
import { DispositionRule } from "./disposition.ts";
import { Draws } from "./draws.ts";
import { Exemptions } from "./exemptions.ts";
import { Exits } from "./exits.ts";
import { Hearings } from "./hearings.ts";
import { InterviewUnits } from "./interview-units.ts";
import { KeptDates } from "./kept-dates.ts";
import { priority } from "./priorities.ts";
import { Processing } from "./processing.ts";
import { ReturnDesks } from "./return-desks.ts";
import { ReturnLimits } from "./return-limits.ts";
import { ReturnPoints } from "./return-points.ts";
import { Routing } from "./routing.ts";
import { scheduleScriptedGroups } from "./scripted-groups.ts";
import { SectorChoice } from "./sector-choice.ts";
import { stage } from "./stage.ts";
import { TryAgain } from "./try-again.ts";

export interface BorderOptions {
  readonly seed: string;
  readonly replication: number;
  readonly limits?: RunLimits;
  /** A run of the base policy for another to compare with: what becomes of people is logged, and nobody is displaced. */
  readonly asBase?: boolean;
}

/**
 * One replication of the border: the parts of the model on one simulation. Each part is a file of its own and reaches
 * the others through here.
 */
export class BorderModel {
  readonly parameters: BorderParameters;
  readonly simulation: Simulation;
  readonly cases: CaseTable = new CaseTable();
  readonly draws: Draws;
  readonly clocks: LocalClocks;
  /** Hours of simulation time at which the last zone's period ends. */
  readonly horizon: number;
  readonly whereabouts: Whereabouts;
  readonly conservation: ConservationLedger;
  readonly blocked: BlockedLedger;
  readonly groups: GroupLedger;
  readonly stocks: Stocks;
  readonly counts: Counts;
  readonly clock: CustodyClock;
  readonly custody: Custody;
  readonly processing: Processing;
  readonly exemptions: Exemptions;
  readonly disposition: DispositionRule;
  readonly routing: Routing;
  readonly exits: Exits;
  readonly closings: Closings;
  readonly interviews: InterviewUnits;
  readonly buses: BusLines;
  readonly points: ReturnPoints;
  readonly limits: ReturnLimits;
  readonly hearings: Hearings;
  readonly cities: Cities;
  readonly desks: ReturnDesks;
  readonly crossings: Crossings;
  readonly keptDates: KeptDates;
  readonly tryAgain: TryAgain;
  readonly choice: SectorChoice;
  /** Unless it is off. */
  readonly displacement: DisplacementParameters | undefined;
  /** What becomes of people, where others learn from it. */
  readonly outcomes: OutcomeLog | undefined;
  /** Daily means of persons in the custody of each sector, and waiting in each city. */
  readonly custodyByDay: readonly Float64Array[];
  readonly waitingByDay: readonly Float64Array[];
  /** Told of each case that is caught or released, for those who follow one. They change nothing. */
  onApprehended: ((row: number) => void) | undefined;
  onReleased: ((row: number) => void) | undefined;
  private readonly midnight: EventType;

  /** A run of the base policy that did not come to its end. */
  private readonly stopped: RunResult | undefined;

  constructor(parameters: BorderParameters, options: BorderOptions) {
    this.parameters = parameters;
    const simulation = new Simulation(options);
    this.simulation = simulation;
    const { firstDay, endDay, sectors, cities } = parameters;
    this.clocks = new LocalClocks(parameters);
    this.horizon = this.clocks.horizon;
    this.displacement = options.asBase ? undefined : displacementOf(parameters);
    if (options.asBase || this.displacement)
      this.outcomes = new OutcomeLog(simulation, this.cases, parameters, this.horizon);
    this.draws = new Draws(simulation, this.cases);
    this.whereabouts = new Whereabouts(simulation, this.cases, parameters, (sector) => this.custody.roomIn(sector));
    this.conservation = new ConservationLedger(this.cases, this.whereabouts);
    this.blocked = new BlockedLedger(simulation, this.cases, parameters);
    this.groups = new GroupLedger(simulation, this.cases, parameters.scripted);
    this.counts = new Counts(this);
    this.stocks = new Stocks(firstDay, endDay);
    const { levels } = this.whereabouts;
    this.custodyByDay = sectors.map((_, sector) =>
      this.stocks.follow(levels[this.whereabouts.custody(sector)]!, this.clocks.sectors[sector]!),
    );
    this.waitingByDay = cities.map((_, city) =>
      this.stocks.follow(levels[this.whereabouts.city(city)]!, this.clocks.cities[city]!),
    );
    this.midnight = simulation.eventType("midnight", (index) => this.passMidnight(index));
    this.clock = new CustodyClock(this);
    this.exits = new Exits(this);
    this.custody = new Custody(this);
    this.processing = new Processing(this);
    this.exemptions = new Exemptions(this);
    this.disposition = new DispositionRule(this);
    this.routing = new Routing(this);
    this.closings = new Closings(this);
    this.interviews = new InterviewUnits(this);
    this.buses = new BusLines(this);
    this.points = new ReturnPoints(this);
    this.limits = new ReturnLimits(this);
    this.hearings = new Hearings(this);
    this.cities = new Cities(this);
    this.desks = new ReturnDesks(this);
    this.crossings = new Crossings(this);
    this.clocks.all.forEach(({ calendar }, index) => {
      simulation.scheduleAt(calendar.nextMidnight(0), this.midnight, index, priority.midnight);
    });
    new GroupArrivals(this);
    scheduleScriptedGroups(this);
    scheduleCensus(this);
    this.keptDates = new KeptDates(this);
    this.tryAgain = new TryAgain(this);
    const { displacement } = this;
    if (displacement === undefined) {
      this.choice = new SectorChoice(this);
      return;
    }
    const base = new BorderModel(displacement.reference, { ...options, asBase: true });
    const ended = base.run();
    if (ended.status === "truncated") this.stopped = ended;
    this.choice = new SectorChoice(this, { own: this.outcomes!, base: base.outcomes! });
  }

  /** Runs the period to its end. */
  run(): RunResult {
    if (this.stopped) return this.stopped;
    const result = this.simulation.run(this.horizon);
    if (result.status === "complete")
      for (const clock of this.clocks.all) if (clock.day < this.parameters.endDay) this.closeDay(clock);
    return result;
  }

  /** A case has been caught: the 72 hours begin. */
  apprehend(row: number): void {
    const { cases, conservation, simulation } = this;
    cases.apprehended[row] = simulation.now;
    conservation.arrivedPersons += cases.size[row]!;
    conservation.arrivedCases++;
    this.counts.apprehend(row);
    this.exemptions.settle(row);
    this.groups.cross(row);
    this.clock.start(row, simulation.now);
    this.onApprehended?.(row);
    this.custody.arrive(row);
  }

  /** Takes the case out of whatever it waits for or is served by. */
  withdraw(row: number): void {
    switch (this.cases.stage[row]) {
      case stage.outside:
        this.custody.withdraw(row);
        break;
      case stage.awaitingAgent:
      case stage.processing:
        this.processing.withdraw(row);
        break;
      case stage.awaitingBus:
        this.buses.withdraw(row);
        break;
      case stage.awaitingOfficer:
      case stage.interview:
        this.interviews.withdraw(row);
        break;
      case stage.awaitingReturn:
        this.desks.withdraw(row);
        break;
      case stage.awaitingReEntry:
        this.desks.withdraw(row);
        this.hearings.abandon(row);
        this.cities.depart(row);
        break;
      default:
        throw new RangeError(`case must wait or be served to be withdrawn, got stage ${this.cases.stage[row]}`);
    }
  }

  /** The case leaves the model. */
  gone(row: number): void {
    const { cases } = this;
    this.keptDates.abandon(row);
    this.endAttempt(row);
    cases.remove(row);
  }

  /** The attempt is over: the case is in no place any more. */
  endAttempt(row: number): void {
    const { cases, conservation } = this;
    this.clock.stop(row);
    this.whereabouts.move(row, -1);
    conservation.exitedPersons += cases.size[row]!;
    conservation.exitedCases++;
  }

  private passMidnight(index: number): void {
    const clock = this.clocks.all[index]!;
    this.closeDay(clock);
    this.simulation.scheduleAt(clock.calendar.midnight(clock.day + 1), this.midnight, index, priority.midnight);
  }

  private closeDay(clock: DayClock): void {
    this.parameters.returnLimits.forEach((_, limit) => {
      if (this.clocks.limits[limit] === clock) this.limits.closeDay(limit, clock.day);
    });
    this.stocks.closeDay(clock, this.simulation.now);
    clock.day++;
  }
}
