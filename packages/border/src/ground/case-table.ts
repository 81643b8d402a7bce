import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import { type CaseRow, numberOf, placesPerCase, rowOf } from "./case-row.ts";
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

/** One figure of each case, at its row. */
export interface CaseColumn {
  [row: CaseRow]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly byteOffset: number;
}

/** From the bit of a trait to the bit that says it is known. */
const known = 32;
/** Words that the bytes of a case fill. */
const fours = placesPerCase / Int32Array.BYTES_PER_ELEMENT;

/**
 * All cases present. A column has one figure of each, at its row. Columns of one kind share memory, in which what belongs to a case
 * lies together: so a case costs four lines of the cache and not forty, and rows are sixteen apart. Rows are recycled, so a row is
 * not an identity: a case is known by its origin (`source`, `ordinal`, `attempt`), fixed before any choice, which also keys its
 * random draws. Columns may be replaced when the table grows: read them from the table each time.
 *
 * Each column says its place in the memory of a case, and what a new row holds, 0 unless it says so. A field of this class that is a
 * typed array is a column.
 */
export class CaseTable implements Stateful {
  capacity = 1024;
  live = 0;
  private readonly memory: Memory = memoryOf(this.capacity);
  /** What the bytes and words of a new row hold. */
  private readonly fresh: Memory = memoryOf(1);
  /** Persons. */
  size: CaseColumn = this.word(0);
  /** Persons when it crossed. It never changes: a family does not split. */
  originSize: CaseColumn = this.word(1);
  category: CaseColumn = this.byte(0);
  nationality: CaseColumn = this.byte(1);
  /** Sector of arrival. */
  sector: CaseColumn = this.byte(2);
  attempt: CaseColumn = this.byte(3, 1);
  source: CaseColumn = this.word(2);
  ordinal: CaseColumn = this.word(3);
  /** Cases that crossed together have one number, from 1; 0 of who crossed alone, is of the census, or tries again. */
  group: CaseColumn = this.word(4);
  /** Scripted group it crossed with, until it is placed; else -1. */
  script: CaseColumn = this.word(5, -1);
  stage: CaseColumn = this.byte(4);
  /** Place of `Whereabouts`. */
  place: CaseColumn = this.word(6, -1);
  /** Why it may be exempt; see `Exemptions`. */
  exemption: CaseColumn = this.byte(5);
  flags: CaseColumn = this.word(7);
  pathway: CaseColumn = this.signed(6, -1);
  /** Sector in whose custody it waits to be returned. */
  hub: CaseColumn = this.signed(7, -1);
  /** Return point it uses, or -1. */
  point: CaseColumn = this.signed(8, -1);
  /** Court of its next hearing. */
  court: CaseColumn = this.signed(9);
  /** Constraint it is charged to, or -1, and the set of all that hold at once, a bit each. */
  constraint: CaseColumn = this.signed(10, -1);
  lacks: CaseColumn = this.word(8);
  disposition: CaseColumn = this.signed(11, -1);
  cause: CaseColumn = this.signed(12, -1);
  /** Dates of hearings so far, missed ones included. */
  hearings: CaseColumn = this.byte(13);
  apprehended: CaseColumn = this.double(0);
  /** When it began to wait in Mexico. */
  waitingSince: CaseColumn = this.double(8);
  placeSince: CaseColumn = this.double(1);
  readySince: CaseColumn = this.double(9);
  constraintSince: CaseColumn = this.double(10);
  lacksSince: CaseColumn = this.double(11);
  /** When the processing or the interview that it is in began. */
  serviceSince: CaseColumn = this.double(6);
  /** The moment of the way out, of the next hearing, or of the end of the present one. */
  next: CaseColumn = this.double(5);
  /** Handles: custody limit, what it is about to do, the line it stands in, leaving the city, the line for a bed. */
  limitEvent: CaseColumn = this.double(2);
  event: CaseColumn = this.double(3);
  wait: CaseColumn = this.double(4);
  departure: CaseColumn = this.double(12);
  bedWait: CaseColumn = this.double(13);
  /** A hearing kept while it tries again: the handle of its passing (0 for none), and its instant. */
  keptDate: CaseColumn = this.double(7);
  keptAt: CaseColumn = this.double(14);
  /** Groups so far. */
  private groups = 0;
  private freeCount = 0;
  /** How many rows have ever held a case. */
  private used = 0;

  /** A row for a new case: no flags, places or handles. The caller writes who it is. */
  add(): CaseRow {
    let row: CaseRow;
    if (this.freeCount > 0) row = this.memory.free[--this.freeCount]! as CaseRow;
    else {
      if (this.used === this.capacity) this.grow();
      row = rowOf(this.used++);
    }
    this.live++;
    const { bytes, words, doubles } = this.memory;
    const { bytes: freshBytes, words: freshWords } = this.fresh;
    const start = fours * numberOf(row);
    for (let four = 0; four < fours; four++) bytes[start + four] = freshBytes[four]!;
    for (let place = 0; place < placesPerCase; place++) {
      words[row + place] = freshWords[place]!;
      doubles[row + place] = 0;
    }
    return row;
  }

  /** The number of another group that crosses together. */
  newGroup(): number {
    return ++this.groups;
  }

  remove(row: CaseRow): void {
    this.stage[row] = stage.none;
    this.memory.free[this.freeCount++] = row;
    this.live--;
  }

  /** Rows that hold a case, in row order. */
  *rows(): Generator<CaseRow> {
    for (let number = 0; number < this.used; number++) {
      const row = rowOf(number);
      if (this.stage[row] !== stage.none) yield row;
    }
  }

  has(row: CaseRow, bit: number): boolean {
    return (this.flags[row]! & bit) !== 0;
  }

  set(row: CaseRow, bit: number, on: boolean): void {
    this.flags[row] = on ? this.flags[row]! | bit : this.flags[row]! & ~bit;
  }

  /** Whether it is in custody after a return: back from a hearing, until it crosses again or leaves. */
  isBack(row: CaseRow): boolean {
    return this.stage[row] === stage.awaitingReEntry || this.has(row, flag.askedAgain);
  }

  /** Whether a trait has been drawn or was given. */
  knows(row: CaseRow, trait: number): boolean {
    return this.has(row, trait * known);
  }

  /** Forgets a trait: it is drawn anew when it next matters. */
  forget(row: CaseRow, trait: number): void {
    this.set(row, trait * (known + 1), false);
  }

  /** Fixes a trait. */
  fix(row: CaseRow, trait: number, on: boolean): void {
    this.set(row, trait, on);
    this.set(row, trait * known, true);
  }

  transfer(state: StateTransfer): void {
    const { memory } = this;
    this.live = state.number(this.live);
    this.freeCount = state.number(this.freeCount);
    this.used = state.number(this.used);
    this.capacity = state.number(this.capacity);
    this.groups = state.number(this.groups);
    memory.bytes = state.integers(memory.bytes, fours * this.used);
    memory.words = state.integers(memory.words, rowOf(this.used));
    memory.doubles = state.floats(memory.doubles, rowOf(this.used));
    memory.free = state.integers(memory.free, this.used);
    this.replaceColumns();
  }

  private grow(): void {
    this.capacity *= 2;
    const { memory } = this;
    const larger = memoryOf(this.capacity);
    larger.bytes.set(memory.bytes);
    larger.words.set(memory.words);
    larger.doubles.set(memory.doubles);
    larger.free.set(memory.free);
    Object.assign(memory, larger);
    this.replaceColumns();
  }

  private byte(place: number, initial = 0): CaseColumn {
    new Uint8Array(this.fresh.bytes.buffer)[place] = initial;
    return new Uint8Array(this.memory.bytes.buffer, place);
  }
  private signed(place: number, initial = 0): CaseColumn {
    new Int8Array(this.fresh.bytes.buffer)[place] = initial;
    return new Int8Array(this.memory.bytes.buffer, place);
  }
  private word(place: number, initial = 0): CaseColumn {
    this.fresh.words[place] = initial;
    return new Int32Array(this.memory.words.buffer, place * Int32Array.BYTES_PER_ELEMENT);
  }
  private double(place: number): CaseColumn {
    return new Float64Array(this.memory.doubles.buffer, place * Float64Array.BYTES_PER_ELEMENT);
  }

  /** The memory has been replaced: so is every column, at its place. */
  private replaceColumns(): void {
    const { bytes, words, doubles } = this.memory;
    const memory = { 1: bytes.buffer, 4: words.buffer, 8: doubles.buffer };
    const columns = this as unknown as Record<string, CaseColumn>;
    for (const [name, column] of Object.entries(columns)) {
      if (!ArrayBuffer.isView(column)) continue;
      const kind = column.constructor as new (memory: ArrayBuffer, offset: number) => CaseColumn & ArrayBufferView;
      columns[name] = new kind(memory[column.BYTES_PER_ELEMENT as 1 | 4 | 8], column.byteOffset);
    }
  }
}

interface Memory {
  /** Four bytes in each, so that a new row is filled fast. */
  bytes: Int32Array<ArrayBuffer>;
  words: Int32Array<ArrayBuffer>;
  doubles: Float64Array<ArrayBuffer>;
  /** Rows that are free. */
  free: Int32Array;
}

function memoryOf(capacity: number): Memory {
  const places = placesPerCase * capacity;
  return {
    bytes: new Int32Array(fours * capacity),
    words: new Int32Array(places),
    doubles: new Float64Array(places),
    free: new Int32Array(capacity),
  };
}
