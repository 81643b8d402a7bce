import {
  type EventType,
  type Handle,
  type Stateful,
  type StateTransfer,
  type TimeWeighted,
  WaitingLine,
} from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, type Holder, step } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { draw } from "../ground/draws.ts";
import { hazardLeft, timeUnder } from "../ground/hazard.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import { Flow as Tally } from "../ledger/flow.ts";
import { WaitTimes } from "../ledger/wait-times.ts";
import { settingOver } from "../parameters/later-settings.ts";
import type { PortListParameters } from "../parameters/sector-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { transferFigures } from "../state/transfer-figures.ts";

/** The counts of one list, in persons. */
interface ListFigures {
  readonly joined: Tally;
  readonly called: Tally;
  left: number;
  /** Days from joining to the call, or to giving up. */
  readonly waits: WaitTimes;
}

interface PortList {
  readonly sector: number;
  readonly line: WaitingLine;
  readonly figures: ListFigures;
}

/**
 * Waiting lists of ports: people who come to a port wait in the city across until they are called, so many a day in the order of
 * coming, and are then in the custody of the port as others are who are caught in its sector. Until then they are in no place of the ground.
 */
export class PortLists extends Part implements Holder, Stateful {
  readonly all: readonly PortList[];
  /** Daily means of persons on each list. */
  readonly byDay: readonly Float64Array[];
  /** List of each sector, or -1. */
  private readonly listOf: readonly number[];
  private readonly calls: EventType;
  /** The event of the next call of each list. */
  private readonly callEvents: Handle[];
  private readonly leaves: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { localDays, parameters, simulation, stocks } = ground;
    const { firstDay, endDay, sectors } = parameters;
    this.all = sectors.flatMap(({ id, list: rules }, sector) => {
      if (rules === undefined) return [];
      const tally = (): Tally => new Tally(localDays.sectors[sector]!, endDay - firstDay);
      return {
        sector,
        line: new WaitingLine(simulation, `list ${id}`),
        figures: { joined: tally(), called: tally(), left: 0, waits: new WaitTimes() },
      };
    });
    this.byDay = this.all.map(({ line, sector }) => stocks.follow(line.level, localDays.sectors[sector]!));
    this.listOf = sectors.map((_, sector) => this.all.findIndex((list) => list.sector === sector));
    this.calls = simulation.eventType("list is called", (list) => this.call(this.all[list]!, list));
    this.leaves = simulation.eventType("gives up the list", (number) => this.leave(rowOf(number)));
    this.callEvents = this.all.map((list, index) => this.scheduleCall(list, index, firstDay));
    ground.settings.onChange("sectors", (sector, { list: before }) => {
      const { callHour, leaveRate } = parameters.sectors[sector]!.list ?? {};
      if (before === undefined || callHour === undefined) return;
      if (before.callHour !== callHour) this.callAgain(this.listOf[sector]!);
      if (before.leaveRate !== leaveRate) this.hasten(this.all[this.listOf[sector]!]!);
    });
  }

  /** The case has come to its sector since `since`. Where there is no list, it is caught. */
  admit(row: CaseRow, since: number): void {
    const { cases, conservation, draws, simulation } = this.ground;
    const list = this.all[this.listOf[cases.sector[row]!]!];
    if (list === undefined) {
      this.flow.next(row, step.apprehension);
      return;
    }
    const persons = cases.size[row]!;
    cases.stage[row] = stage.onList;
    cases.apprehended[row] = since;
    cases.placeSince[row] = since;
    // Who came together is called one by one.
    cases.group[row] = 0;
    cases.wait[row] = list.line.join(this.leaves, numberOf(row), persons, { rank: since });
    const patience = timeUnder(this.rulesOf(list).leaveRate);
    if (patience)
      cases.event[row] = simulation.schedule(
        patience.quantile(draws.uniform(row, draw.givesUpList)),
        this.leaves,
        numberOf(row),
      );
    conservation.listedPersons += persons;
    list.figures.joined.add(persons);
    list.figures.waits.begin(simulation.now - since, persons);
  }

  /** Persons on a list, over time. */
  level(list: number): TimeWeighted {
    return this.all[list]!.line.level;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.all.map(({ figures }) => figures), this.callEvents]);
  }

  /** Calls as many as the day has places for, in order. A family larger than a whole day's places is called alone. */
  private call(list: PortList, index: number): void {
    const { localDays, simulation } = this.ground;
    const { figures, line, sector } = list;
    const today = localDays.sectors[sector]!.calendar.dayOf(simulation.now);
    this.callEvents[index] = this.scheduleCall(list, index, today + 1);
    const perDay = valueAt(this.rulesOf(list).calls, simulation.now);
    let left = perDay;
    for (let head = line.first(); head !== 0 && left > 0; head = line.first()) {
      const persons = line.amount(head);
      if (persons > left && left < perDay) return;
      left -= persons;
      const row = rowOf(line.subject(head));
      this.end(row, line, figures);
      figures.called.add(persons);
      this.flow.next(row, step.apprehension);
    }
  }

  /** The rules that hold now. */
  private rulesOf({ sector }: PortList): PortListParameters {
    return this.ground.parameters.sectors[sector]!.list!;
  }

  private scheduleCall(list: PortList, index: number, day: number): Handle {
    const { localDays, simulation } = this.ground;
    const { calendar } = localDays.sectors[list.sector]!;
    return simulation.scheduleAt(calendar.at(day, this.rulesOf(list).callHour), this.calls, index);
  }

  /** The hour of the call changes from this midnight on; the call of the day is still to come. */
  private callAgain(index: number): void {
    const { localDays, simulation } = this.ground;
    const list = this.all[index]!;
    simulation.cancel(this.callEvents[index]!);
    const today = localDays.sectors[list.sector]!.calendar.dayOf(simulation.now);
    this.callEvents[index] = this.scheduleCall(list, index, today);
  }

  /** The hazard of giving up has changed, for all on the list; nobody gives up before the ground begins. */
  private hasten(list: PortList): void {
    const { cases, draws, parameters, simulation } = this.ground;
    const { leaveRate } = this.rulesOf(list);
    const rates = settingOver(parameters, "sectors", list.sector, (sector) => sector.list!.leaveRate);
    for (let handle = list.line.first(); handle !== 0; handle = list.line.next(handle)) {
      const row = rowOf(list.line.subject(handle));
      const since = Math.max(cases.placeSince[row]!, parameters.censusAt ?? 0);
      const left = hazardLeft(rates, since, simulation.now, draws.uniform(row, draw.givesUpList));
      simulation.cancel(cases.event[row]!);
      cases.event[row] =
        leaveRate > 0 ? simulation.schedule(Math.max(0, left) / leaveRate, this.leaves, numberOf(row)) : 0;
    }
  }

  private leave(row: CaseRow): void {
    const { cases } = this.ground;
    const { figures, line } = this.all[this.listOf[cases.sector[row]!]!]!;
    this.end(row, line, figures);
    figures.left += cases.size[row]!;
    cases.remove(row);
  }

  private end(row: CaseRow, line: WaitingLine, figures: ListFigures): void {
    const { cases, conservation, simulation } = this.ground;
    line.leave(cases.wait[row]!);
    simulation.cancel(cases.event[row]!);
    cases.wait[row] = 0;
    cases.event[row] = 0;
    conservation.listedPersons -= cases.size[row]!;
    figures.waits.end(simulation.now - cases.placeSince[row]!, cases.size[row]!);
  }
}
