import type { ZoneTable } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import { pathwayOf } from "../flow/pathway.ts";
import { type CaseRow, rowOf } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";
import { valueAt } from "../parameters/timeline.ts";
import { type Cause, categories, causes, constraints, dispositions } from "../parameters/vocabulary.ts";
import type { LimitUse, StoryEntry, StoryEvent } from "./case-story.ts";

const limitConstraint = 1 << constraints.indexOf("limit");
const beforeRouting: readonly number[] = [stage.outside, stage.awaitingAgent, stage.processing];
const foundAtRisk = causes.indexOf("at-risk");
const hasDate: readonly number[] = [stage.city, stage.awaitingReEntry];
const interviewing: readonly number[] = [stage.awaitingOfficer, stage.interview];
const atDesk: readonly number[] = [stage.awaitingReturn, stage.awaitingReEntry];

/** The columns watched in a row of the case table. */
interface Seen {
  readonly stage: number;
  readonly place: number;
  readonly lacks: number;
  readonly pathway: number;
  readonly next: number;
  readonly processed: boolean;
}

/** Where something happens: the id of the place, and the clock that is used there. */
interface Scene {
  readonly id: string;
  readonly zone: ZoneTable;
}

/** Watches one case from outside: after each event it reads the row and writes down what is new. It does not change the model. */
export class CaseWatch {
  readonly entries: StoryEntry[] = [];
  private readonly view: BorderView;
  /** Of the case watched, once something is `seen`. */
  private row = rowOf(0);
  private who = "";
  private seen: Seen | undefined;

  constructor(view: BorderView) {
    this.view = view;
  }

  /** The case in this row has just been apprehended. */
  begin(row: CaseRow): void {
    const { cases, parameters, simulation } = this.view;
    this.row = row;
    this.who = this.identity();
    const sector = parameters.sectors[cases.sector[row]!]!;
    this.tell(simulation.now, sector, {
      kind: "apprehended",
      sector: sector.id,
      category: categories[cases.category[row]!]!,
      nationality: parameters.nationalities[cases.nationality[row]!]!,
      persons: cases.size[row]!,
      attempt: cases.attempt[row]!,
    });
    const next = cases.next[row]!;
    this.seen = { stage: -1, place: -1, lacks: 0, pathway: -1, next, processed: true };
  }

  /** An event has happened. */
  look(at: number, event: string): void {
    const { row, seen } = this;
    const { cases } = this.view;
    if (seen === undefined) return;
    if (cases.stage[row] === stage.none || this.identity() !== this.who) {
      this.leave(at, event, seen);
      return;
    }
    const now: Seen = {
      stage: cases.stage[row]!,
      place: cases.place[row]!,
      lacks: cases.lacks[row]!,
      pathway: cases.pathway[row]!,
      next: cases.next[row]!,
      processed: this.isProcessed(),
    };
    this.seen = now;
    for (const what of this.news(at, event, seen, now)) this.tell(at, this.sceneOf(now.place), what);
  }

  /** The run is over. */
  end(at: number): void {
    if (this.seen === undefined) return;
    this.tell(at, this.sceneOf(this.seen.place), { kind: "period-ends" });
    this.seen = undefined;
  }

  private *news(at: number, event: string, seen: Seen, now: Seen): Generator<StoryEvent> {
    const { row } = this;
    const { cases, gates, parameters, whereabouts } = this.view;
    const sector = parameters.sectors[cases.sector[row]!]!;
    if (now.processed && !seen.processed) yield { kind: "processed" };
    if (event === "interviewed" && seen.stage === stage.interview && now.stage !== stage.interview) {
      const unit = gates.unitOf[cases.hub[row]!]!;
      const atRisk = cases.cause[row] === foundAtRisk;
      yield { kind: "interviewed", unit: parameters.interviewUnits[unit]!.id, atRisk };
    }
    if (now.pathway >= 0 && seen.pathway < 0) {
      const { bus, hub } = sector.pathways[now.pathway]!;
      const by = bus < 0 ? {} : { bus: parameters.buses[bus]!.id };
      yield { kind: "enrolled", hub: parameters.sectors[hub]!.id, ...by };
    }
    if (now.place !== seen.place && now.place >= 0) yield this.arrival(whereabouts.placeOf(now.place));
    const isDate = hasDate.includes(now.stage) || (interviewing.includes(now.stage) && cases.isBack(row));
    if (isDate && now.next !== seen.next && now.next < Number.POSITIVE_INFINITY) {
      const { id, zone } = parameters.courts[cases.court[row]!]!;
      yield { kind: "hearing-date", court: id, on: now.next, zone };
    }
    if (now.lacks !== 0 && (now.lacks !== seen.lacks || now.stage !== seen.stage)) {
      const lacked = constraints.filter((_, index) => (now.lacks & (1 << index)) !== 0);
      const limits = (now.lacks & limitConstraint) === 0 ? [] : this.limitUse(at);
      yield { kind: "waits", for: lacked, ahead: this.ahead(), limits };
    }
    if (now.stage === seen.stage) return;
    if (now.stage === stage.onRoad) yield { kind: "sets-out", point: this.pointId() };
    if (now.stage === stage.leaving) {
      yield { kind: "leaving", by: dispositions[cases.disposition[row]!]!, ...this.cause(), on: now.next };
    }
    if (now.stage === stage.held) yield { kind: "held", ...this.cause() };
  }

  private arrival({ kind, index }: ReturnType<BorderView["whereabouts"]["placeOf"]>): StoryEvent {
    const { cases, parameters } = this.view;
    const { sectors, buses, cities, courts } = parameters;
    if (kind === "city") {
      const sheltered = cases.has(this.row, flag.sheltered);
      return { kind: "crossed", point: this.pointId(), city: cities[index]!.id, sheltered };
    }
    const ids = { custody: sectors, outside: sectors, bus: buses, court: courts, place: this.view.places.all }[kind];
    return { kind: "moved", to: kind, place: ids[index]!.id };
  }

  private leave(at: number, event: string, seen: Seen): void {
    const { cases } = this.view;
    const disposition = cases.disposition[this.row]!;
    const inCustody = this.identity() === this.who && disposition >= 0 && seen.stage !== stage.city;
    this.tell(
      at,
      this.exitFrom(seen.place),
      inCustody ? { kind: "out", by: dispositions[disposition]!, ...this.cause() } : { kind: "ended", event },
    );
    this.seen = undefined;
  }

  private tell(at: number, { id, zone }: Scene, what: StoryEvent): void {
    this.entries.push({ at, place: id, zone, what });
  }

  private isProcessed(): boolean {
    const { cases, places } = this.view;
    const now = cases.stage[this.row]!;
    return now === stage.atPlace ? places.isProcessed(this.row) : !beforeRouting.includes(now);
  }

  /** Persons at the same place and step who came before; for an officer, in one line with them. */
  private ahead(): number {
    const { row } = this;
    const { cases, interviews } = this.view;
    if (cases.stage[row] === stage.awaitingOfficer) return interviews.ahead(row);
    const routed = ![...beforeRouting, stage.atPlace].includes(cases.stage[row]!);
    const since = routed ? cases.readySince : cases.placeSince;
    const where = routed ? cases.hub : cases.place;
    let persons = 0;
    for (const other of cases.rows()) {
      const same = cases.stage[other] === cases.stage[row] && where[other] === where[row];
      if (other !== row && same && since[other]! <= since[row]!) persons += cases.size[other]!;
    }
    return persons;
  }

  private limitUse(at: number): LimitUse[] {
    const { cases, limits, parameters } = this.view;
    if (!atDesk.includes(cases.stage[this.row]!)) return [];
    const again = cases.stage[this.row] === stage.awaitingReEntry;
    const points = again ? [{ point: cases.point[this.row]!, travelHours: 0 }] : pathwayOf(this.view, this.row).points;
    const found = new Map<string, LimitUse>();
    for (const { point, travelHours } of points) {
      for (const index of limits.consumedBy(cases.sector[this.row]!, point, again)) {
        const quota = limits.all[index]!.quota;
        const { id, perDay } = parameters.returnLimits[index]!;
        const time = at + travelHours;
        found.set(id, { id, used: quota.usedOn(quota.calendar.dayOf(time)), perDay: valueAt(perDay, time) });
      }
    }
    return [...found.values()];
  }

  private cause(): { cause?: Cause } {
    const cause = causes[this.view.cases.cause[this.row]!];
    return cause === undefined ? {} : { cause };
  }

  private pointId(): string {
    return this.view.parameters.returnPoints[this.view.cases.point[this.row]!]!.id;
  }

  /** Who leaves from a bus leaves where it arrives. */
  private exitFrom(place: number): Scene {
    const { buses, sectors } = this.view.parameters;
    const { kind, index } = this.view.whereabouts.placeOf(place);
    return kind === "bus" ? sectors[buses[index]!.to]! : this.sceneOf(place);
  }

  /** A bus goes by the clock of its origin. */
  private sceneOf(place: number): Scene {
    const { sectors, buses, cities, courts } = this.view.parameters;
    if (place < 0) {
      const { place: id, zone } = this.entries[this.entries.length - 1]!;
      return { id, zone };
    }
    const { kind, index } = this.view.whereabouts.placeOf(place);
    if (kind === "city") return cities[index]!;
    if (kind === "court") return courts[index]!;
    const sector = kind === "bus" ? buses[index]!.from : kind === "place" ? this.view.places.all[index]!.sector : index;
    return sectors[sector]!;
  }

  private identity(): string {
    const { cases } = this.view;
    return `${cases.source[this.row]} ${cases.ordinal[this.row]}`;
  }
}
