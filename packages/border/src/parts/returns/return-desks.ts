import { type EventType, type Stateful, type StateTransfer, WaitingLine } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, type Holder, step, wayOut } from "../../flow/step.ts";
import { byReadiness } from "../../ground/arrival-order.ts";
import { type CaseRow, numberOf, rowOf } from "../../ground/case-row.ts";
import { flag } from "../../ground/case-table.ts";
import { priority } from "../../ground/priorities.ts";
import { signal } from "../../ground/signals.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import { transferFigures } from "../../state/transfer-figures.ts";
import { Crossings } from "./crossings.ts";
import { desksByHub } from "./desks-by-hub.ts";
import { watchPortHours } from "./port-hours.ts";
import { ReturnConditions } from "./return-conditions.ts";
import { type ReturnKind, ReturnKinds } from "./return-kinds.ts";
import type { ReturnLimits } from "./return-limits.ts";

/** How far a line is searched: not at all, until nobody further back can pass, or to its end, charging each wait anew. */
const looks = ["none", "head", "all"] as const;
type Look = (typeof looks)[number];

interface Desk {
  /** Those back from a hearing, who go first, and those who return for the first time. */
  readonly again: WaitingLine;
  readonly first: WaitingLine;
  readonly limits: readonly number[];
  readonly kinds: readonly ReturnKind[];
  /** Cases that became ready at this instant. */
  readonly arrived: CaseRow[];
  look: Look;
}

/**
 * The lines of people ready to cross. Hubs whose returns share a limit share one desk, in order of ready time. A case crosses by the
 * first of its return points that is open to returns, has a court date, a bed if one is needed, room under every limit, and is at work.
 * It uses a place of all those limits or of none. A desk is served once an instant, after everything that affects it.
 */
export class ReturnDesks extends Part implements Holder, Stateful {
  private readonly desks: readonly Desk[];
  private readonly deskOf: readonly number[];
  private readonly kinds: ReturnKinds;
  private readonly limits: ReturnLimits;
  private readonly conditions: ReturnConditions;
  private readonly crossings: Crossings;
  private readonly serves: EventType;
  /** The events of ports that open or shut. */
  private readonly turns: number[];

  constructor(ground: Ground, flow: Flow, limits: ReturnLimits) {
    super(ground, flow);
    this.limits = limits;
    const { signals, simulation } = ground;
    const { deskOf, limitsOf } = desksByHub(ground.parameters);
    this.deskOf = deskOf;
    this.kinds = new ReturnKinds(ground, deskOf);
    this.conditions = new ReturnConditions(ground, flow, limits);
    this.desks = limitsOf.map((ofDesk, desk) => ({
      again: new WaitingLine(simulation, `return desk ${desk}, after a hearing`),
      first: new WaitingLine(simulation, `return desk ${desk}`),
      limits: ofDesk,
      kinds: this.kinds.all.filter((kind) => kind.desk === desk),
      arrived: [],
      look: "none",
    }));
    this.serves = simulation.eventType("return desk", (desk) => this.serve(this.desks[desk]!));
    this.turns = watchPortHours(ground, deskOf, (desk) => this.look(desk, "all"));
    this.crossings = new Crossings(ground, flow, limits);
    ground.settings.onChange("sectors", () => this.lookAtAll());
    signals.on(signal.point, () => this.lookAtAll());
    signals.on(signal.bed, (city) => this.bedsFree(city));
    signals.on(signal.limit, (limit) => this.limitChanged(limit));
  }

  /** The case is ready to cross since `since`: for the first time, or back from a hearing. */
  admit(row: CaseRow, since: number): void {
    const { cases } = this.ground;
    const again = cases.stage[row] === stage.atHearing || cases.has(row, flag.askedAgain);
    cases.stage[row] = again ? stage.awaitingReEntry : stage.awaitingReturn;
    cases.set(row, flag.askedAgain, false);
    cases.readySince[row] = since;
    cases.wait[row] = 0;
    const desk = this.deskOf[cases.hub[row]!]!;
    this.request(desk);
    this.desks[desk]!.arrived.push(row);
  }

  withdraw(row: CaseRow): void {
    const { cases } = this.ground;
    const desk = this.deskOf[cases.hub[row]!]!;
    const { arrived } = this.desks[desk]!;
    if (cases.wait[row] === 0) arrived.splice(arrived.indexOf(row), 1);
    else this.leaveLine(row);
    if (cases.has(row, flag.blocks)) this.look(desk, "head");
    if (cases.has(row, flag.inTurn)) this.look(desk, "all");
  }

  /** Persons ready to return for the first time, at the desk of a hub: where hubs share a limit, all of theirs. */
  waiting(hub: number): number {
    return this.desks[this.deskOf[hub]!]!.first.amountWaiting;
  }

  /** Something that any return may depend on has changed, such as a point that has closed or opened: every desk is searched. */
  private lookAtAll(): void {
    for (let desk = 0; desk < this.desks.length; desk++) this.look(desk, "all");
  }

  /** There may be beds in a city: cases that may not cross without one are tried. */
  private bedsFree(city: number): void {
    this.desks.forEach(({ kinds }, desk) => {
      if (kinds.some(({ bedsOf, waiting }) => waiting > 0 && bedsOf.includes(city))) this.look(desk, "head");
    });
  }

  /** A limit has changed: cases now larger than its whole day take their fallback, and its desk is searched. */
  private limitChanged(limit: number): void {
    const index = this.desks.findIndex((desk) => desk.limits.includes(limit));
    if (index < 0) return;
    this.look(index, "all");
    const { first } = this.desks[index]!;
    let handle = first.first();
    while (handle !== 0) {
      const row = rowOf(first.subject(handle));
      handle = first.next(handle);
      if (this.kinds.of(row).options.some(({ point }) => this.limits.canEverFit(row, point))) continue;
      this.leaveLine(row);
      this.flow.leave(row, wayOut.fallback, "too-large");
    }
  }

  transfer(state: StateTransfer): void {
    for (const desk of this.desks) {
      transferFigures(state, desk.arrived);
      desk.look = looks[state.number(looks.indexOf(desk.look))]!;
    }
    transferFigures(state, [this.kinds, this.turns]);
  }

  private look(desk: number, look: Look): void {
    this.request(desk);
    if (this.desks[desk]!.look !== "all") this.desks[desk]!.look = look;
  }

  /** Lets the desk be served at the end of this instant, unless that is planned already. */
  private request(desk: number): void {
    const { arrived, look } = this.desks[desk]!;
    if (arrived.length > 0 || look !== "none") return;
    this.ground.simulation.schedule(0, this.serves, desk, priority.departure);
  }

  private serve(desk: Desk): void {
    const { cases } = this.ground;
    const { look } = desk;
    const arrived = desk.arrived.splice(0);
    desk.look = "none";
    if (look !== "none") this.lookThrough(desk, look);
    if (arrived.length > 1) arrived.sort(byReadiness(cases));
    for (const row of arrived) if (cases.stage[row] === stage.awaitingReEntry) this.serveAgain(desk, row);
    let passed = false;
    for (const row of arrived) {
      if (cases.stage[row] !== stage.awaitingReturn) continue;
      if (!this.goes(row)) this.join(desk.first, row);
      else passed ||= desk.first.length > 0;
    }
    // The rest may now be too small for those who were passed.
    if (passed) this.lookThrough(desk, "head");
  }

  private serveAgain(desk: Desk, row: CaseRow): void {
    const { cases } = this.ground;
    if (this.goes(row)) return;
    this.flow.next(row, step.stay);
    this.join(desk.again, row);
    // If a limit counts re-entries, a first return at its head gives way.
    if (this.limits.consumedBy(cases.sector[row]!, cases.point[row]!, true).length > 0) this.lookThrough(desk, "head");
  }

  private join(line: WaitingLine, row: CaseRow): void {
    const { cases } = this.ground;
    cases.wait[row] = line.join(this.serves, numberOf(row), cases.size[row]!, { rank: cases.readySince[row]! });
    this.kinds.of(row).waiting++;
  }

  private leaveLine(row: CaseRow): void {
    const { cases } = this.ground;
    const { again, first } = this.desks[this.deskOf[cases.hub[row]!]!]!;
    const line = cases.stage[row] === stage.awaitingReEntry ? again : first;
    line.leave(cases.wait[row]!);
    cases.wait[row] = 0;
    this.kinds.of(row).waiting--;
  }

  private lookThrough(desk: Desk, look: Look): void {
    const { blocked, cases } = this.ground;
    for (const limit of desk.limits) this.limits.forgetWaiters(limit);
    let openKinds = 0;
    for (const kind of desk.kinds) {
      kind.examined = false;
      kind.closed = kind.waiting === 0;
      if (!kind.closed) openKinds++;
    }
    for (const line of [desk.again, desk.first]) {
      let handle = line.first();
      while (handle !== 0 && (look === "all" || openKinds > 0)) {
        const row = rowOf(line.subject(handle));
        const kind = this.kinds.of(row);
        handle = line.next(handle);
        // Nothing opens again within a search: what keeps all cases of a kind back is found once.
        const lacking = kind.examined ? this.conditions.charged(row, kind, true) : 0;
        if (lacking !== 0) {
          cases.set(row, flag.blocks, false);
          blocked.chargeAll(row, lacking);
          continue;
        }
        const gone = this.goes(row);
        // The room under a limit has also changed for others.
        if (gone || cases.has(row, flag.blocks)) for (const other of desk.kinds) other.examined = false;
        const closed = gone ? kind.waiting === 0 : this.conditions.examine(kind);
        if (closed && !kind.closed) openKinds--;
        kind.closed ||= closed;
      }
    }
  }

  /** Lets the case set out through the first point that it can use; otherwise charges it with all that it lacks. */
  private goes(row: CaseRow): boolean {
    const { blocked, cases } = this.ground;
    const { conditions } = this;
    const kind = this.kinds.of(row);
    for (let option = 0; option < kind.options.length; option++) {
      if (conditions.lacking(row, kind, option) !== 0) continue;
      cases.set(row, flag.blocks | flag.inTurn, false);
      if (cases.wait[row] !== 0) this.leaveLine(row);
      this.crossings.setOut(row, kind.options[option]!);
      return true;
    }
    cases.set(row, flag.blocks, conditions.refuse(row, kind));
    blocked.chargeAll(row, conditions.charged(row, kind, false));
    return false;
  }
}
