import { type EventType, LocalCalendar, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import { attendance, Docket, everDays } from "../../ground/docket.ts";
import { draw, pick } from "../../ground/draws.ts";
import type { Ground } from "../../ground.ts";
import { HearingCounts } from "../../ledger/hearing-counts.ts";
import { wholeDays } from "../../ledger/hours.ts";
import { settingOver } from "../../parameters/later-settings.ts";
import type { InteriorCourtParameters } from "../../parameters/release-parameters.ts";
import { always, valueAt } from "../../parameters/timeline.ts";
import { outcomes } from "../../parameters/vocabulary.ts";
import { transferFigures } from "../../state/transfer-figures.ts";
import { field, ReleasedCases } from "./released-cases.ts";

const continued = outcomes.indexOf("continued");
const denied = outcomes.indexOf("denied");

/**
 * Hearings of people released in the United States. The date is given at the release. A case absent for want of notice gets another
 * date, once; any other absence loses the case. Cases with a date beyond the run are counted as waiting, and not stored.
 */
export class InteriorCourt implements Stateful {
  /** By sector of arrival. */
  readonly counts: readonly HearingCounts[];
  /** Persons who were released with a date, or to wait for one, by sector of arrival. */
  readonly summoned: Float64Array;
  readonly released: ReleasedCases = new ReleasedCases();
  private readonly ground: Ground;
  private readonly calendar: LocalCalendar;
  private readonly docket: Docket;
  private readonly begins: EventType;

  /** @throws RangeError if the border has no such court */
  constructor(ground: Ground) {
    const { parameters, simulation } = ground;
    this.ground = ground;
    this.counts = parameters.sectors.map(() => new HearingCounts());
    this.summoned = new Float64Array(parameters.sectors.length);
    const { slots, zone } = this.rules;
    this.calendar = new LocalCalendar(zone);
    const hours = settingOver(parameters, "interior", 0, (rules) => rules.hours);
    this.docket = new Docket({ hours, rooms: always(1), slotsPerRoom: slots }, this.calendar, parameters.firstDay - 1);
    this.begins = simulation.eventType("interior hearing", (entry) => this.hold(entry));
  }

  /** The case is released with a date in court. */
  admit(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    const { released } = this;
    const entry = released.add(cases, row);
    const sector = cases.sector[row]!;
    this.summoned[sector] = this.summoned[sector]! + cases.size[row]!;
    const day = this.book(entry);
    if (day >= 0) this.counts[sector]!.waitDays.add(day - this.calendar.dayOf(simulation.now), 1);
  }

  transfer(state: StateTransfer): void {
    const { counts, summoned, released, docket } = this;
    transferFigures(state, [counts, summoned, released, docket]);
  }

  private hold(entry: number): void {
    const { released, rules } = this;
    const counts = this.countsOf(entry);
    const persons = released.get(entry, field.size);
    const held = released.get(entry, field.hearings);
    const hearing = draw.interiorHearing + 2 * held;
    counts.wait(persons, -1);
    released.set(entry, field.hearings, held + 1);
    const again = released.get(entry, field.noticeFailed) === 1;
    const came = attendance(counts, rules, { persons, uniform: this.uniform(entry, hearing), again });
    if (came === "another date") {
      released.set(entry, field.noticeFailed, 1);
      this.book(entry);
      return;
    }
    if (came === "lost") {
      this.lose(entry);
      released.remove(entry);
      return;
    }
    const outcome = pick(rules.outcome, this.uniform(entry, hearing + 1));
    if (outcome === continued) {
      this.book(entry);
      return;
    }
    counts.decide(persons, outcome);
    if (outcome === denied) this.lose(entry);
    released.remove(entry);
  }

  /** The case is lost: a share is removed, and the others stay on. */
  private lose(entry: number): void {
    const { ground, released, rules } = this;
    if (rules.removed === undefined) return;
    const share = valueAt(rules.removed, ground.simulation.now);
    const isRemoved = this.uniform(entry, draw.interiorRemoved) < share;
    this.countsOf(entry).lose(released.get(entry, field.size), isRemoved);
  }

  /** Books the first free date from the lead on and returns it, or -1 if the court will not sit again. */
  private book(entry: number): number {
    const { docket, ground, released, rules } = this;
    const { simulation } = ground;
    this.countsOf(entry).wait(released.get(entry, field.size), 1);
    const hearings = released.get(entry, field.hearings);
    const lead = hearings === 0 ? rules.lead : rules.nextLead;
    const hours = lead.quantile(this.uniform(entry, draw.interiorDate + hearings));
    const earliest = this.calendar.dayOf(simulation.now) + wholeDays(hours);
    const day = docket.find(earliest, earliest + everDays);
    if (day >= 0) docket.book(day);
    const time = day < 0 ? Number.POSITIVE_INFINITY : docket.startOf(day);
    if (time >= ground.localDays.horizon) released.remove(entry);
    else simulation.scheduleAt(Math.max(simulation.now, time), this.begins, entry);
    return day;
  }

  private get rules(): InteriorCourtParameters {
    const { interior } = this.ground.parameters;
    if (interior === undefined) throw new RangeError("border must have a court of the interior, got none");
    return interior;
  }

  private uniform(entry: number, decision: number): number {
    const { ground, released } = this;
    const [source, ordinal] = [released.get(entry, field.source), released.get(entry, field.ordinal)];
    return ground.draws.uniformOf(source, ordinal, released.get(entry, field.attempt), decision);
  }

  private countsOf(entry: number): HearingCounts {
    return this.counts[this.released.get(entry, field.sector)]!;
  }
}
