import type { CaseTable } from "./case-table.ts";
import { copied } from "./columns.ts";

/**
 * Released cases that have a date within the run, as a struct of arrays: what their hearings need, and no more. Rows are recycled, so
 * that memory grows with those who wait for a hearing, not with all who were ever released.
 */
export class ReleasedCases {
  private capacity = 256;
  /** Persons. */
  size: Uint16Array = new Uint16Array(this.capacity);
  /** Sector of arrival. */
  sector: Uint8Array = new Uint8Array(this.capacity);
  /** Dates of hearings so far, missed ones included. */
  hearings: Uint8Array = new Uint8Array(this.capacity);
  /** 1 if a date was missed for want of notice. */
  noticeFailed: Uint8Array = new Uint8Array(this.capacity);
  /** Who it is, as in `CaseTable`. */
  source: Uint16Array = new Uint16Array(this.capacity);
  ordinal: Int32Array = new Int32Array(this.capacity);
  attempt: Uint8Array = new Uint8Array(this.capacity);
  private free: Int32Array = new Int32Array(this.capacity);
  private freeCount = 0;
  private used = 0;

  /** Takes over a case of the table of those present, and returns its row here. */
  add(cases: CaseTable, row: number): number {
    let entry: number;
    if (this.freeCount > 0) entry = this.free[--this.freeCount]!;
    else {
      if (this.used === this.capacity) this.grow();
      entry = this.used++;
    }
    this.size[entry] = cases.size[row]!;
    this.sector[entry] = cases.sector[row]!;
    this.hearings[entry] = 0;
    this.noticeFailed[entry] = 0;
    this.source[entry] = cases.source[row]!;
    this.ordinal[entry] = cases.ordinal[row]!;
    this.attempt[entry] = cases.attempt[row]!;
    return entry;
  }

  remove(entry: number): void {
    this.free[this.freeCount++] = entry;
  }

  /** Cases that are held now, and the most that were held at once. */
  get live(): number {
    return this.used - this.freeCount;
  }
  get most(): number {
    return this.used;
  }

  private grow(): void {
    this.capacity *= 2;
    const { capacity } = this;
    this.size = copied(this.size, new Uint16Array(capacity));
    this.sector = copied(this.sector, new Uint8Array(capacity));
    this.hearings = copied(this.hearings, new Uint8Array(capacity));
    this.noticeFailed = copied(this.noticeFailed, new Uint8Array(capacity));
    this.source = copied(this.source, new Uint16Array(capacity));
    this.ordinal = copied(this.ordinal, new Int32Array(capacity));
    this.attempt = copied(this.attempt, new Uint8Array(capacity));
    this.free = copied(this.free, new Int32Array(capacity));
  }
}
