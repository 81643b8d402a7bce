import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import { stage } from "./stage.ts";

/** Bits of `CaseTable.flags`. The first five are traits; each has a bit `known` that says that it has been drawn, or was given. */
export const flag = {
  exempt: 1,
  discretion: 2,
  claims: 4,
  atRisk: 8,
  acceptsBed: 16,
  interviewed: 1024,
  sheltered: 2048,
  /** The custody limit passed while the case was on the road; it acts on arrival. */
  expired: 4096,
  /** A hearing was missed for want of notice and reset, once. */
  noticeFailed: 8192,
  /** It waits at the head of a limit and lets nobody pass. */
  blocks: 16384,
  /** It waits for the port alone, and places under its limits are counted as its own. */
  inTurn: 32768,
  /** It was returned, left the city and has been caught again, in this run. */
  triedAgain: 65536,
  /** The interview did not find it at risk, though it is, under the assumed error of the screening. */
  missedAtRisk: 131072,
  /** Back from a hearing it claims fear of going back: it waits for another interview, has it, or leaves by what was found. */
  askedAgain: 262144,
  /** The notice to appear of this attempt has been filed. */
  filed: 524288,
} as const;

type CaseColumn = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Float64Array;

/** From the bit of a trait to the bit that says it is known. */
const known = 32;

/**
 * All cases present, as a struct of arrays. Rows are recycled, so a row is not an identity: a case is known by its
 * origin (`source`, `ordinal`, `attempt`), fixed before any choice, which also keys its random draws.
 * Columns may be replaced when the table grows: read them from the table each time.
 */
export class CaseTable implements Stateful {
  capacity = 1024;
  live = 0;
  /** Persons. */
  size: Int32Array = new Int32Array(this.capacity);
  /** Persons when it crossed. It never changes: a family does not split. */
  originSize: Int32Array = new Int32Array(this.capacity);
  category: Uint8Array = new Uint8Array(this.capacity);
  nationality: Uint8Array = new Uint8Array(this.capacity);
  /** Sector of arrival. */
  sector: Uint8Array = new Uint8Array(this.capacity);
  attempt: Uint8Array = new Uint8Array(this.capacity);
  source: Uint16Array = new Uint16Array(this.capacity);
  ordinal: Int32Array = new Int32Array(this.capacity);
  /** Cases that crossed together have one number, from 1; 0 of who crossed alone, is of the census, or tries again. */
  group: Int32Array = new Int32Array(this.capacity);
  /** Scripted group it crossed with, until it is placed; else -1. */
  script: Int16Array = new Int16Array(this.capacity);
  stage: Uint8Array = new Uint8Array(this.capacity);
  /** Place of `Whereabouts`. */
  place: Int16Array = new Int16Array(this.capacity);
  /** Why it may be exempt; see `Exemptions`. */
  exemption: Uint8Array = new Uint8Array(this.capacity);
  flags: Int32Array = new Int32Array(this.capacity);
  pathway: Int8Array = new Int8Array(this.capacity);
  /** Sector in whose custody it waits to be returned. */
  hub: Int8Array = new Int8Array(this.capacity);
  /** Return point it uses, or -1. */
  point: Int8Array = new Int8Array(this.capacity);
  /** Court of its next hearing. */
  court: Int8Array = new Int8Array(this.capacity);
  /** Constraint it is charged to, or -1, and the set of all that hold at once, a bit each. */
  constraint: Int8Array = new Int8Array(this.capacity);
  lacks: Int32Array = new Int32Array(this.capacity);
  disposition: Int8Array = new Int8Array(this.capacity);
  cause: Int8Array = new Int8Array(this.capacity);
  /** Dates of hearings so far, missed ones included. */
  hearings: Uint8Array = new Uint8Array(this.capacity);
  apprehended: Float64Array = new Float64Array(this.capacity);
  /** When it began to wait in Mexico. */
  waitingSince: Float64Array = new Float64Array(this.capacity);
  placeSince: Float64Array = new Float64Array(this.capacity);
  readySince: Float64Array = new Float64Array(this.capacity);
  constraintSince: Float64Array = new Float64Array(this.capacity);
  lacksSince: Float64Array = new Float64Array(this.capacity);
  /** When the processing or the interview that it is in began. */
  serviceSince: Float64Array = new Float64Array(this.capacity);
  /** The moment of the way out, of the next hearing, or of the end of the present one. */
  next: Float64Array = new Float64Array(this.capacity);
  /** Handles: custody limit, what it is about to do, the line it stands in, leaving the city, the line for a bed. */
  clock: Float64Array = new Float64Array(this.capacity);
  event: Float64Array = new Float64Array(this.capacity);
  wait: Float64Array = new Float64Array(this.capacity);
  departure: Float64Array = new Float64Array(this.capacity);
  bedWait: Float64Array = new Float64Array(this.capacity);
  /** A hearing kept while it tries again: the handle of its passing (0 for none), and its instant. */
  keptDate: Float64Array = new Float64Array(this.capacity);
  keptAt: Float64Array = new Float64Array(this.capacity);
  /** Groups so far. */
  private groups = 0;
  private free: Int32Array = new Int32Array(this.capacity);
  private freeCount = 0;
  /** Rows that have ever held a case: those before this number. */
  private used = 0;

  /** A row for a new case: no flags, places or handles. Whoever adds it writes who it is. */
  add(): number {
    let row: number;
    if (this.freeCount > 0) row = this.free[--this.freeCount]!;
    else {
      if (this.used === this.capacity) this.grow();
      row = this.used++;
    }
    this.live++;
    this.flags[row] = 0;
    this.exemption[row] = 0;
    this.attempt[row] = 1;
    this.group[row] = 0;
    this.script[row] = -1;
    this.pathway[row] = -1;
    this.hub[row] = -1;
    this.point[row] = -1;
    this.constraint[row] = -1;
    this.lacks[row] = 0;
    this.disposition[row] = -1;
    this.cause[row] = -1;
    this.hearings[row] = 0;
    this.place[row] = -1;
    this.clock[row] = 0;
    this.event[row] = 0;
    this.wait[row] = 0;
    this.departure[row] = 0;
    this.bedWait[row] = 0;
    this.keptDate[row] = 0;
    return row;
  }

  /** The number of another group that crosses together. */
  newGroup(): number {
    return ++this.groups;
  }

  remove(row: number): void {
    this.stage[row] = stage.none;
    this.free[this.freeCount++] = row;
    this.live--;
  }

  /** Rows that hold a case, in row order. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.used; row++) if (this.stage[row] !== stage.none) yield row;
  }

  has(row: number, bit: number): boolean {
    return (this.flags[row]! & bit) !== 0;
  }

  set(row: number, bit: number, on: boolean): void {
    this.flags[row] = on ? this.flags[row]! | bit : this.flags[row]! & ~bit;
  }

  /** Whether it is in custody having been returned: back from a hearing, until it crosses again or is gone. */
  isBack(row: number): boolean {
    return this.stage[row] === stage.awaitingReEntry || this.has(row, flag.askedAgain);
  }

  /** Whether a trait has been drawn or was given. */
  knows(row: number, trait: number): boolean {
    return this.has(row, trait * known);
  }

  /** Forgets a trait: it is drawn anew when it next matters. */
  forget(row: number, trait: number): void {
    this.set(row, trait * (known + 1), false);
  }

  /** Settles a trait for good. */
  fix(row: number, trait: number, on: boolean): void {
    this.set(row, trait, on);
    this.set(row, trait * known, true);
  }

  transfer(state: StateTransfer): void {
    this.live = state.number(this.live);
    this.freeCount = state.number(this.freeCount);
    this.used = state.number(this.used);
    this.capacity = state.number(this.capacity);
    this.groups = state.number(this.groups);
    this.replaceColumns((column) => carryColumn(state, column, this.used));
  }

  private grow(): void {
    this.capacity *= 2;
    this.replaceColumns((column) => longer(column, this.capacity));
  }

  /** Has every column replaced by what becomes of it. */
  private replaceColumns(of: <C extends CaseColumn>(column: C) => C): void {
    this.size = of(this.size);
    this.originSize = of(this.originSize);
    this.category = of(this.category);
    this.nationality = of(this.nationality);
    this.sector = of(this.sector);
    this.attempt = of(this.attempt);
    this.source = of(this.source);
    this.ordinal = of(this.ordinal);
    this.group = of(this.group);
    this.script = of(this.script);
    this.stage = of(this.stage);
    this.place = of(this.place);
    this.exemption = of(this.exemption);
    this.flags = of(this.flags);
    this.pathway = of(this.pathway);
    this.hub = of(this.hub);
    this.point = of(this.point);
    this.court = of(this.court);
    this.constraint = of(this.constraint);
    this.lacks = of(this.lacks);
    this.disposition = of(this.disposition);
    this.cause = of(this.cause);
    this.hearings = of(this.hearings);
    this.apprehended = of(this.apprehended);
    this.waitingSince = of(this.waitingSince);
    this.placeSince = of(this.placeSince);
    this.readySince = of(this.readySince);
    this.constraintSince = of(this.constraintSince);
    this.lacksSince = of(this.lacksSince);
    this.serviceSince = of(this.serviceSince);
    this.next = of(this.next);
    this.clock = of(this.clock);
    this.event = of(this.event);
    this.wait = of(this.wait);
    this.departure = of(this.departure);
    this.bedWait = of(this.bedWait);
    this.keptDate = of(this.keptDate);
    this.keptAt = of(this.keptAt);
    this.free = of(this.free);
  }
}

function longer<C extends CaseColumn>(column: C, length: number): C {
  const made = newColumn(column, new ArrayBuffer(length * column.BYTES_PER_ELEMENT));
  made.set(column);
  return made;
}

/** Hands a column through as bytes, which any kind of column can be read as. */
function carryColumn<C extends CaseColumn>(state: StateTransfer, column: C, used: number): C {
  const bytes = new Uint8Array(column.buffer);
  const carried = state.bytes(bytes, used * column.BYTES_PER_ELEMENT);
  return carried === bytes ? column : newColumn(column, carried.buffer);
}

function newColumn<C extends CaseColumn>(column: C, memory: ArrayBuffer): C {
  return new (column.constructor as new (memory: ArrayBuffer) => C)(memory);
}
