import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import type { CaseTable } from "../../ground/case-table.ts";

/** The fields of a released case, by their place in a record. */
export const field = {
  /** Persons. */
  size: 0,
  /** Sector of arrival. */
  sector: 1,
  /** Who it is, as in `CaseTable`. */
  source: 2,
  ordinal: 3,
  attempt: 4,
  /** Dates of hearings so far, missed ones included. */
  hearings: 5,
  /** 1 if a date was missed for want of notice. */
  noticeFailed: 6,
} as const;

type Field = (typeof field)[keyof typeof field];

const fields = Object.keys(field).length;
const none = -1;

/** Released cases with a date within the run, and what their hearings need. Records are recycled: memory holds those who wait, not all. */
export class ReleasedCases implements Stateful {
  /** Cases that are held now. */
  live = 0;
  private records = new Int32Array(256 * fields);
  private used = 0;
  /** A record without a case; its first figure is the next of them. */
  private free = none;

  /** Takes over a case of the table of those present, and returns its entry here. */
  add(cases: CaseTable, row: CaseRow): number {
    let entry = this.free;
    if (entry === none) entry = this.append();
    else this.free = this.records[entry * fields]!;
    this.live++;
    for (const known of ["size", "sector", "source", "ordinal", "attempt"] as const)
      this.set(entry, field[known], cases[known][row]!);
    this.set(entry, field.hearings, 0);
    this.set(entry, field.noticeFailed, 0);
    return entry;
  }

  remove(entry: number): void {
    this.records[entry * fields] = this.free;
    this.free = entry;
    this.live--;
  }

  get(entry: number, what: Field): number {
    return this.records[entry * fields + what]!;
  }

  set(entry: number, what: Field, value: number): void {
    this.records[entry * fields + what] = value;
  }

  transfer(state: StateTransfer): void {
    this.live = state.number(this.live);
    this.used = state.number(this.used);
    this.free = state.number(this.free);
    this.records = state.integers(this.records);
  }

  private append(): number {
    const entry = this.used++;
    if (this.used * fields > this.records.length) {
      const longer = new Int32Array(2 * this.records.length);
      longer.set(this.records);
      this.records = longer;
    }
    return entry;
  }
}
