import { closeSync, openSync, readSync } from "node:fs";
import type { ReplicationAway, Rows } from "../columns.ts";
import { numbersIn, type RecordHead } from "../units/record.ts";

/** A finished replication in the file of its record, which was whole when it was looked at: its numbers are read when they are wanted. */
export class ReplicationInFile implements ReplicationAway {
  readonly replication: number;
  readonly status: ReplicationAway["status"];
  readonly message: string;
  readonly fingerprint: string;
  readonly events: number;
  private readonly file: string;
  private readonly places: RecordHead["places"];

  constructor(file: string, { about, places }: RecordHead) {
    ({
      replication: this.replication,
      status: this.status,
      message: this.message,
      fingerprint: this.fingerprint,
      events: this.events,
    } = about);
    this.file = file;
    this.places = places;
  }

  get measures(): Float64Array {
    return this.whole("measures");
  }

  get daily(): Float64Array {
    return this.whole("daily");
  }

  get blocked(): Float64Array {
    return this.whole("blocked");
  }

  part(rows: Rows, from: number, to: number): Float64Array {
    const bytes = Buffer.allocUnsafe(8 * (to - from));
    const descriptor = openSync(this.file, "r");
    try {
      const read = readSync(descriptor, bytes, 0, bytes.length, this.places[rows].start + 8 * from);
      if (read < bytes.length) throw new RangeError(`record must stay whole while a run goes on, got ${this.file} cut`);
    } finally {
      closeSync(descriptor);
    }
    return numbersIn(bytes);
  }

  private whole(rows: Rows): Float64Array {
    return this.part(rows, 0, this.places[rows].length);
  }
}
