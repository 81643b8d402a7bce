import { type EventType, isOpen, nextClosing, nextOpening, WaitingLine } from "@mpp-sim/engine";
import type { PathwayPoint } from "../parameters/sector-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { flag } from "./case-table.ts";
import { onChange } from "./changes.ts";
import { desksByHub } from "./desks-by-hub.ts";
import { stage } from "./stage.ts";

const [consent, courtSlot, shelter, limitConstraint, portHours] = ["consent", "court-slot", "shelter", "limit", "port-hours"].map(
  (name) => constraints.findIndex((constraint) => constraint === name),
) as [number, number, number, number, number];
const nothing = -1;
/** Hours; some microseconds. */
const roadMargin = 1e-9;

/**
 * The lines of people ready to cross. Hubs whose returns share a limit share one line, in order of ready time; those who come
 * back from a hearing go first. A case crosses by the first of its return points that consents, has a court date, a bed where
 * one is needed, room under every limit, and is open; it consumes all those limits or none.
 */
export class ReturnDesks {
  private readonly model: BorderModel;
  private readonly lines: readonly WaitingLine[];
  private readonly deskOf: readonly number[];
  private readonly limitsOf: readonly (readonly number[])[];
  private readonly open: boolean[];
  /** Moments at which a desk is looked through again because a point opens, less the hours on the road to it. */
  private readonly openings: { readonly desk: number; readonly point: number; readonly travelHours: number }[] = [];
  private readonly scans: EventType;
  private readonly opens: EventType;
  private readonly reaches: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    const { deskOf, limitsOf } = desksByHub(parameters);
    this.deskOf = deskOf;
    this.limitsOf = limitsOf;
    this.lines = limitsOf.map((_, desk) => new WaitingLine(simulation, `return desk ${desk}`));
    this.open = parameters.returnPoints.map(() => false);
    this.scans = simulation.eventType("return desk", (desk) => this.scan(desk));
    this.opens = simulation.eventType("return point opens", (index) => {
      this.scan(this.openings[index]!.desk);
      this.scheduleOpening(index);
    });
    this.reaches = simulation.eventType("reaches the return point", (row) => this.reach(row));
    onChange(
      simulation,
      "return point",
      parameters.returnPoints.map(({ open }) => open),
      (point) => this.consentChanges(point),
    );
    this.listOpenings();
    this.openings.forEach((_, index) => {
      this.scheduleOpening(index);
    });
  }

  isOpen(point: number): boolean {
    return this.open[point]!;
  }

  /** Whether the case is small enough for every limit it would consume. */
  fitsLimits(row: number, point: number): boolean {
    const { cases, limits } = this.model;
    const persons = cases.size[row]!;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, false)) {
      const { perDay } = limits.limits[limit]!;
      if (perDay > 0 && persons > perDay) return false;
    }
    return true;
  }

  /** The first gate of the pathway (consent, court, shelter) that is shut for the case, or -1. */
  gate(row: number, point: number, crossing: number): number {
    const { model } = this;
    const { cases, parameters } = model;
    const { whenClosed, city } = parameters.returnPoints[point]!;
    const mayFinish = whenClosed === "finish" && cases.stage[row] !== stage.processing;
    if (!this.open[point] && !mayFinish) return consent;
    if (cases.stage[row] === stage.awaitingReEntry) return nothing;
    if (!model.hearings.hasSlot(point, crossing)) return courtSlot;
    if (parameters.cities[city]!.gate === "hard" && !model.cities.canHouse(row, city)) return shelter;
    return nothing;
  }

  /** The case is ready to cross from now on: for the first time, or back from a hearing. */
  ready(row: number): void {
    const { model } = this;
    const { cases, simulation } = model;
    const reEntry = cases.stage[row] === stage.atHearing;
    cases.stage[row] = reEntry ? stage.awaitingReEntry : stage.awaitingReturn;
    cases.readySince[row] = simulation.now;
    cases.wait[row] = 0;
    if (this.cross(row)) return;
    if (reEntry) {
      // The port is shut: a night in custody, with a new clock.
      model.whereabouts.move(row, model.whereabouts.custody(cases.hub[row]!));
      model.clock.start(row, simulation.now);
    }
    const line = this.lines[this.deskOf[cases.hub[row]!]!]!;
    cases.wait[row] = line.join(this.scans, row, cases.size[row]!, { priority: reEntry ? 1 : 0 });
  }

  withdraw(row: number): void {
    const { cases, simulation } = this.model;
    const desk = this.deskOf[cases.hub[row]!]!;
    this.lines[desk]!.leave(cases.wait[row]!);
    if (cases.has(row, flag.blocks)) simulation.schedule(0, this.scans, desk);
  }

  /** Looks through the desk of a limit again: it has more room. */
  scanForLimit(limit: number): void {
    const desk = this.limitsOf.findIndex((limits) => limits.includes(limit));
    if (desk >= 0) this.scan(desk);
  }

  /** As `scanAll`, once what is happening at this instant is done. */
  scanSoon(): void {
    for (let desk = 0; desk < this.lines.length; desk++) {
      if (this.lines[desk]!.length > 0) this.model.simulation.schedule(0, this.scans, desk);
    }
  }

  /** Looks through every desk again: something that gates returns has changed. */
  scanAll(): void {
    for (let desk = 0; desk < this.lines.length; desk++) this.scan(desk);
  }

  /** Whether someone waits who could cross under `limit` but for being more than `room` persons. */
  someoneTooLargeFor(limit: number, room: number): boolean {
    const { cases, limits } = this.model;
    const desk = this.limitsOf.findIndex((of) => of.includes(limit));
    if (desk < 0) return false;
    const line = this.lines[desk]!;
    for (let handle = line.first(); handle !== 0; handle = line.next(handle)) {
      const row = line.subject(handle);
      if (cases.size[row]! <= room) continue;
      const reEntry = cases.stage[row] === stage.awaitingReEntry;
      if (this.options(row).some(({ point }) => limits.consumedBy(cases.sector[row]!, point, reEntry).includes(limit))) {
        return true;
      }
    }
    return false;
  }

  private scan(desk: number): void {
    const line = this.lines[desk]!;
    for (const limit of this.limitsOf[desk]!) this.model.limits.unblock(limit);
    let handle = line.first();
    while (handle !== 0) {
      const next = line.next(handle);
      this.cross(line.subject(handle));
      handle = next;
    }
  }

  /** Return points the case may use, best first. */
  private options(row: number): readonly PathwayPoint[] {
    const { cases, parameters } = this.model;
    if (cases.stage[row] === stage.awaitingReEntry) return [{ point: cases.point[row]!, travelHours: 0 }];
    return parameters.sectors[cases.sector[row]!]!.pathways[cases.pathway[row]!]!.points;
  }

  /** Lets the case cross, or go on the road to its point, if it can; otherwise charges it to what is missing. */
  private cross(row: number): boolean {
    const { model } = this;
    const { cases, simulation } = model;
    cases.set(row, flag.blocks, false);
    let nearest = nothing;
    const options = this.options(row);
    for (const option of options) {
      const missing = this.missing(row, option);
      if (missing === nothing) {
        this.go(row, option);
        return true;
      }
      if (missing > nearest) nearest = missing;
    }
    for (const { point, travelHours } of options) {
      const crossing = simulation.now + travelHours;
      if (this.gate(row, point, crossing) === nothing && this.atWork(point, crossing)) this.refuse(row, point, crossing);
    }
    model.blocked.charge(row, nearest);
    return false;
  }

  /** The case waits though only limits are against it: those without room for it let nobody pass. */
  private refuse(row: number, point: number, crossing: number): void {
    const { cases, limits } = this.model;
    const reEntry = cases.stage[row] === stage.awaitingReEntry;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, reEntry)) {
      if (limits.admits(limit, cases.size[row]!, crossing)) continue;
      if (limits.refuse(limit, cases.size[row]!, crossing)) cases.set(row, flag.blocks, true);
    }
  }

  private missing(row: number, { point, travelHours }: PathwayPoint): number {
    const { cases, limits, simulation } = this.model;
    const crossing = simulation.now + travelHours;
    const gate = this.gate(row, point, crossing);
    if (gate !== nothing) return gate;
    const reEntry = cases.stage[row] === stage.awaitingReEntry;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, reEntry)) {
      if (!limits.admits(limit, cases.size[row]!, crossing)) return limitConstraint;
    }
    return this.atWork(point, crossing) ? nothing : portHours;
  }

  private atWork(point: number, time: number): boolean {
    return isOpen(this.model.parameters.returnPoints[point]!.hours, this.model.pointClock(point).calendar, time);
  }

  private go(row: number, { point, travelHours }: PathwayPoint): void {
    const { model } = this;
    const { cases, limits, simulation } = model;
    model.blocked.settle(row);
    if (cases.wait[row] !== 0) this.lines[this.deskOf[cases.hub[row]!]!]!.leave(cases.wait[row]!);
    cases.wait[row] = 0;
    const crossing = simulation.now + travelHours;
    const reEntry = cases.stage[row] === stage.awaitingReEntry;
    for (const limit of limits.consumedBy(cases.sector[row]!, point, reEntry)) {
      limits.take(limit, cases.size[row]!, crossing);
    }
    cases.point[row] = point;
    if (travelHours === 0) this.arrive(row, reEntry);
    else {
      cases.stage[row] = stage.onRoad;
      cases.event[row] = simulation.schedule(travelHours, this.reaches, row);
    }
  }

  /** The case reaches the point it set out for; if that has closed meanwhile, its place lapses and it waits again. */
  private reach(row: number): void {
    const { cases, parameters } = this.model;
    const point = cases.point[row]!;
    cases.event[row] = 0;
    if (this.open[point] || parameters.returnPoints[point]!.whenClosed === "finish") this.arrive(row, false);
    else {
      cases.point[row] = -1;
      if (!this.model.clock.actOnArrival(row)) this.ready(row);
    }
  }

  private arrive(row: number, reEntry: boolean): void {
    const { model } = this;
    model.clock.stop(row);
    model.counts.cross(row, reEntry);
    if (!reEntry) model.hearings.bookFirst(row);
    model.cities.enter(row, reEntry);
  }

  private consentChanges(point: number): void {
    const { model } = this;
    const { open, whenClosed } = model.parameters.returnPoints[point]!;
    this.open[point] = valueAt(open, model.simulation.now);
    if (this.open[point]) {
      if (model.simulation.now > 0) this.scanAll();
    } else if (whenClosed === "fallback") this.sendHome(point);
  }

  /** A point closed and its rule is `fallback`: those who have no other open point leave the pathway. */
  private sendHome(closed: number): void {
    const { model } = this;
    for (const line of this.lines) {
      let handle = line.first();
      while (handle !== 0) {
        const row = line.subject(handle);
        handle = line.next(handle);
        const options = this.options(row);
        const affected = options.some(({ point }) => point === closed) && !options.some(({ point }) => this.open[point]);
        if (!affected || model.cases.stage[row] !== stage.awaitingReturn) continue;
        this.withdraw(row);
        model.blocked.settle(row);
        model.blocked.divert(row, consent);
        model.exits.fallback(row, "no-consent");
      }
    }
  }

  private listOpenings(): void {
    const { parameters } = this.model;
    const known = new Set<string>();
    const add = (hub: number, point: number, travelHours: number): void => {
      const desk = this.deskOf[hub]!;
      const key = `${desk} ${point} ${travelHours}`;
      if (known.has(key)) return;
      known.add(key);
      this.openings.push({ desk, point, travelHours });
    };
    parameters.returnPoints.forEach(({ sector }, point) => {
      add(sector, point, 0);
    });
    for (const { pathways } of parameters.sectors) {
      for (const { hub, points } of pathways) for (const { point, travelHours } of points) add(hub, point, travelHours);
    }
  }

  private scheduleOpening(index: number): void {
    const { simulation, parameters } = this.model;
    const { point, travelHours } = this.openings[index]!;
    const { hours } = parameters.returnPoints[point]!;
    const { calendar } = this.model.pointClock(point);
    let from = simulation.now + travelHours;
    if (isOpen(hours, calendar, from)) from = nextClosing(hours, calendar, from);
    if (from === Number.POSITIVE_INFINITY) return;
    // A hair later on the road, so that adding the hours of travel again cannot fall short of the opening.
    const margin = travelHours > 0 ? roadMargin : 0;
    simulation.scheduleAt(nextOpening(hours, calendar, from) - travelHours + margin, this.opens, index);
  }
}
