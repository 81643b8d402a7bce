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

type CaseColumn = Int8Array | Uint8Array | Int32Array | Float64Array;

/** Bytes, words and doubles of a case: more than it needs of each, and a power of two of them. */
const placesLog2 = 4;
const places = 1 << placesLog2;

/** The number by which the calendar knows the case of a row. Cases at the same time in the table are numbered from 0. */
export function numberOf(row: number): number {
  return row >> placesLog2;
}

/** The row of the case that the calendar knows by a number. */
export function rowOf(number: number): number {
  return number << placesLog2;
}

/** From the bit of a trait to the bit that says it is known. */
const known = 32;

/**
 * All cases present. A column has one figure of each, at its row. Columns of one kind share memory, in which what belongs to a case
 * lies together: so a case costs four lines of the cache and not forty, and rows are sixteen apart. Rows are recycled, so a row is
 * not an identity: a case is known by its origin (`source`, `ordinal`, `attempt`), fixed before any choice, which also keys its
 * random draws. Columns may be replaced when the table grows: read them from the table each time.
 */
export class CaseTable implements Stateful {
  capacity = 1024;
  live = 0;
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(places * this.capacity);
  private words: Int32Array<ArrayBuffer> = new Int32Array(places * this.capacity);
  private doubles: Float64Array<ArrayBuffer> = new Float64Array(places * this.capacity);
  /** Persons. */
  size: Int32Array = this.word(0);
  /** Persons when it crossed. It never changes: a family does not split. */
  originSize: Int32Array = this.word(1);
  category: Uint8Array = this.byte(0);
  nationality: Uint8Array = this.byte(1);
  /** Sector of arrival. */
  sector: Uint8Array = this.byte(2);
  attempt: Uint8Array = this.byte(3);
  source: Int32Array = this.word(2);
  ordinal: Int32Array = this.word(3);
  /** Cases that crossed together have one number, from 1; 0 of who crossed alone, is of the census, or tries again. */
  group: Int32Array = this.word(4);
  /** Scripted group it crossed with, until it is placed; else -1. */
  script: Int32Array = this.word(5);
  stage: Uint8Array = this.byte(4);
  /** Place of `Whereabouts`. */
  place: Int32Array = this.word(6);
  /** Why it may be exempt; see `Exemptions`. */
  exemption: Uint8Array = this.byte(5);
  flags: Int32Array = this.word(7);
  pathway: Int8Array = this.signed(6);
  /** Sector in whose custody it waits to be returned. */
  hub: Int8Array = this.signed(7);
  /** Return point it uses, or -1. */
  point: Int8Array = this.signed(8);
  /** Court of its next hearing. */
  court: Int8Array = this.signed(9);
  /** Constraint it is charged to, or -1, and the set of all that hold at once, a bit each. */
  constraint: Int8Array = this.signed(10);
  lacks: Int32Array = this.word(8);
  disposition: Int8Array = this.signed(11);
  cause: Int8Array = this.signed(12);
  /** Dates of hearings so far, missed ones included. */
  hearings: Uint8Array = this.byte(13);
  apprehended: Float64Array = this.double(0);
  /** When it began to wait in Mexico. */
  waitingSince: Float64Array = this.double(8);
  placeSince: Float64Array = this.double(1);
  readySince: Float64Array = this.double(9);
  constraintSince: Float64Array = this.double(10);
  lacksSince: Float64Array = this.double(11);
  /** When the processing or the interview that it is in began. */
  serviceSince: Float64Array = this.double(6);
  /** The moment of the way out, of the next hearing, or of the end of the present one. */
  next: Float64Array = this.double(5);
  /** Handles: custody limit, what it is about to do, the line it stands in, leaving the city, the line for a bed. */
  clock: Float64Array = this.double(2);
  event: Float64Array = this.double(3);
  wait: Float64Array = this.double(4);
  departure: Float64Array = this.double(12);
  bedWait: Float64Array = this.double(13);
  /** A hearing kept while it tries again: the handle of its passing (0 for none), and its instant. */
  keptDate: Float64Array = this.double(7);
  keptAt: Float64Array = this.double(14);
  /** Groups so far. */
  private groups = 0;
  private free: Int32Array = new Int32Array(this.capacity);
  private freeCount = 0;
  /** How many rows have ever held a case. */
  private used = 0;

  /** A row for a new case: no flags, places or handles. Whoever adds it writes who it is. */
  add(): number {
    let row: number;
    if (this.freeCount > 0) row = this.free[--this.freeCount]!;
    else {
      if (this.used === this.capacity) this.grow();
      row = rowOf(this.used++);
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
    for (let row = 0; row < rowOf(this.used); row += places) if (this.stage[row] !== stage.none) yield row;
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
    this.bytes = state.bytes(this.bytes, rowOf(this.used));
    this.words = state.integers(this.words, rowOf(this.used));
    this.doubles = state.floats(this.doubles, rowOf(this.used));
    this.free = state.integers(this.free, this.used);
    this.replaceColumns();
  }

  private grow(): void {
    this.capacity *= 2;
    const { bytes, words, doubles, free } = this;
    this.bytes = new Uint8Array(places * this.capacity);
    this.words = new Int32Array(places * this.capacity);
    this.doubles = new Float64Array(places * this.capacity);
    this.free = new Int32Array(this.capacity);
    this.bytes.set(bytes);
    this.words.set(words);
    this.doubles.set(doubles);
    this.free.set(free);
    this.replaceColumns();
  }

  private byte(place: number): Uint8Array {
    return new Uint8Array(this.bytes.buffer, place);
  }
  private signed(place: number): Int8Array {
    return new Int8Array(this.bytes.buffer, place);
  }
  private word(place: number): Int32Array {
    return new Int32Array(this.words.buffer, place * Int32Array.BYTES_PER_ELEMENT);
  }
  private double(place: number): Float64Array {
    return new Float64Array(this.doubles.buffer, place * Float64Array.BYTES_PER_ELEMENT);
  }

  /** The memory has been replaced: so is every column, at its place. */
  private replaceColumns(): void {
    const { bytes, words, doubles } = this;
    const memory = { 1: bytes.buffer, 4: words.buffer, 8: doubles.buffer };
    const of = <C extends CaseColumn>(column: C): C => {
      const kind = column.constructor as new (memory: ArrayBuffer, offset: number) => C;
      return new kind(memory[column.BYTES_PER_ELEMENT as 1 | 4 | 8], column.byteOffset);
    };
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
  }
}
