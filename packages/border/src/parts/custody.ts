import { type EventType, type Stateful, type StateTransfer, WaitingLine } from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, type Holder, type Resumes, step, wayOut } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { signal } from "../ground/signals.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import type { DayClock } from "../ledger/day-clock.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";

const custodyConstraint = constraints.indexOf("custody");

/** How full custody was on the nights of the period. */
interface CustodyNights {
  /** Nights with a capacity above 0; the fullness on them, summed and at most: persons over capacity, 1 is full. */
  counted: number;
  fullness: number;
  fullest: number;
  /** Nights with more persons than it is made for; the persons beyond that, summed over nights. */
  over: number;
  personsOver: number;
}

/**
 * Custody of the sectors. Beyond capacity it crowds, lets people wait where they were caught, or sends them to their fallback, as
 * the scenario says; people whom that fallback holds are crowded in. A family larger than the whole custody does not wait for it,
 * but takes its fallback. Those who arrive by bus, or from a hearing, always get in.
 */
export class Custody extends Part implements Holder, Resumes, Stateful {
  /** Nights of each sector's custody; a night belongs to the local date that ends with it. */
  readonly nights: readonly CustodyNights[];
  /** Daily means of persons in the custody of each sector. */
  readonly byDay: readonly Float64Array[];
  private readonly lines: readonly WaitingLine[];
  private readonly opens: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { localDays, parameters, settings, signals, simulation, stocks, whereabouts } = ground;
    this.nights = parameters.sectors.map(() => ({ counted: 0, fullness: 0, fullest: 0, over: 0, personsOver: 0 }));
    this.lines = parameters.sectors.map(({ id }) => new WaitingLine(simulation, `outside ${id}`));
    this.opens = simulation.eventType("custody opens", (sector) => this.letIn(sector));
    this.byDay = localDays.sectors.map((clock, sector) =>
      stocks.follow(whereabouts.levels[whereabouts.custody(sector)]!, clock),
    );
    signals.on(signal.room, (sector) => this.roomIn(sector));
    settings.onChange("sectors", (sector) => this.roomIn(sector));
    const capacities = parameters.sectors.map(({ custody }) => custody.capacity);
    ground.changes.watch("custody capacity", capacities, (sector) => this.roomIn(sector));
  }

  /** A case has been caught in its sector, or waits there to be let in. */
  admit(row: CaseRow): void {
    const { cases, parameters, whereabouts } = this.ground;
    const sector = cases.sector[row]!;
    const { whenFull } = parameters.sectors[sector]!.custody;
    const line = this.lines[sector]!;
    if (whenFull === "crowd" || (line.length === 0 && cases.size[row]! <= this.free(sector))) {
      this.take(row);
      return;
    }
    whereabouts.move(row, whereabouts.outside(sector));
    if (whenFull === "release") this.turnAway(row, "custody-full");
    else if (this.exceeds(row)) this.turnAway(row, "too-large");
    else {
      cases.stage[row] = stage.outside;
      cases.wait[row] = line.join(this.opens, numberOf(row), cases.size[row]!);
      this.ground.blocked.charge(row, custodyConstraint);
    }
  }

  /** A case of the census waits outside. */
  resume(row: CaseRow): void {
    this.admit(row);
  }

  withdraw(row: CaseRow): void {
    const { cases } = this.ground;
    const sector = cases.sector[row]!;
    this.lines[sector]!.leave(cases.wait[row]!);
    // Those it kept out may fit.
    this.roomIn(sector);
  }

  /** A local date ends: its night counts for the sectors of that zone. */
  closeDay(clock: DayClock): void {
    if (clock.index < 0) return;
    this.nights.forEach((nights, sector) => {
      if (this.ground.localDays.sectors[sector] !== clock) return;
      const capacity = this.capacity(sector);
      const held = this.ground.whereabouts.levels[sector]!.level;
      if (capacity > 0) {
        nights.counted++;
        nights.fullness += held / capacity;
        nights.fullest = Math.max(nights.fullest, held / capacity);
      }
      if (held <= capacity) return;
      nights.over++;
      nights.personsOver += held - capacity;
    });
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, this.nights);
  }

  /** Room may have appeared in the sector: those waiting outside come in. */
  private roomIn(sector: number): void {
    if (this.lines[sector]!.length > 0) this.ground.simulation.schedule(0, this.opens, sector);
  }

  private take(row: CaseRow): void {
    const { blocked, cases, whereabouts } = this.ground;
    blocked.settle(row);
    whereabouts.move(row, whereabouts.custody(cases.sector[row]!));
    this.flow.next(row, step.processing);
  }

  private turnAway(row: CaseRow, cause: "custody-full" | "too-large"): void {
    const { cases, whereabouts } = this.ground;
    this.flow.leave(row, wayOut.fallbackAtOnce, cause);
    if (cases.stage[row] === stage.held) whereabouts.move(row, whereabouts.custody(cases.sector[row]!));
  }

  private letIn(sector: number): void {
    const line = this.lines[sector]!;
    for (;;) {
      // If the rule has changed while people waited, custody that crowds keeps nobody out.
      const { whenFull } = this.ground.parameters.sectors[sector]!.custody;
      const room = whenFull === "crowd" ? Number.POSITIVE_INFINITY : Math.max(0, this.free(sector));
      line.take(room, "block", (number) => this.take(rowOf(number)));
      const head = line.first();
      if (head === 0) return;
      const row = rowOf(line.subject(head));
      if (!this.exceeds(row)) return;
      // Custody has shrunk below the family at the head.
      line.leave(head);
      this.turnAway(row, "too-large");
    }
  }

  /** Whether the case is larger than the whole custody. A capacity of 0 does not count: it is too small for everyone. */
  private exceeds(row: CaseRow): boolean {
    const { cases } = this.ground;
    const capacity = this.capacity(cases.sector[row]!);
    return capacity > 0 && cases.size[row]! > capacity;
  }

  private free(sector: number): number {
    return this.capacity(sector) - this.ground.whereabouts.levels[sector]!.level;
  }

  private capacity(sector: number): number {
    return valueAt(this.ground.parameters.sectors[sector]!.custody.capacity, this.ground.simulation.now);
  }
}
