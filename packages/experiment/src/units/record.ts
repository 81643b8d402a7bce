import type { ReplicationResult } from "@mpp-sim/border";
import type { Rows } from "../columns.ts";

/** What a record says of itself, in its first line. */
interface Header extends Pick<ReplicationResult, "replication" | "fingerprint" | "events"> {
  readonly format: typeof format;
  /** Of which unit it is. */
  readonly address: string;
  /** What its rows mean: hash of the catalogue. */
  readonly catalogue: string;
  /** Numbers in each array. */
  readonly lengths: Readonly<Record<Rows, number>>;
}

const format = "mpp-record-1";
const arrays: readonly Rows[] = ["measures", "daily", "blocked"];

/** Which record is meant, and what it holds. */
export type Label = Pick<Header, "address" | "catalogue">;

/**
 * A finished replication as bytes: a line of JSON, then the numbers, eight bytes each, least first. The same bytes on every machine.
 * @throws RangeError if the replication is not complete
 */
export function encodeRecord(result: ReplicationResult, { address, catalogue }: Label): Uint8Array<ArrayBuffer> {
  if (result.status !== "complete")
    throw new RangeError(`record must be of a complete replication, got ${result.status}`);
  const { replication, fingerprint, events } = result;
  const lengths = { measures: result.measures.length, daily: result.daily.length, blocked: result.blocked.length };
  const header: Header = { format, address, catalogue, replication, fingerprint, events, lengths };
  // Hashes, counts and names of ours: ASCII alone.
  const line = Uint8Array.from(`${JSON.stringify(header)}\n`, (letter) => letter.charCodeAt(0));
  const bytes = new Uint8Array(line.length + 8 * arrays.reduce((sum, name) => sum + lengths[name], 0));
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  let at = line.length;
  for (const name of arrays) {
    for (const value of result[name]) {
      // There are many bit patterns of NaN; one is written.
      if (Number.isNaN(value)) view.setUint32(at + 4, 0x7ff80000, true);
      else view.setFloat64(at, value, true);
      at += 8;
    }
  }
  return bytes;
}

/** What a record says of itself, and where its numbers are. */
export interface RecordHead {
  readonly about: Pick<ReplicationResult, "replication" | "status" | "message" | "fingerprint" | "events">;
  /** Of each array, its first byte in the record and how many numbers it has. */
  readonly places: Readonly<Record<Rows, { readonly start: number; readonly length: number }>>;
}

/** The head of a record. Undefined if it is not that record, or not whole: then it has to be run again. */
export function headOf(bytes: Uint8Array, { address, catalogue }: Label): RecordHead | undefined {
  const end = bytes.indexOf(10);
  const header = headerOf(bytes.subarray(0, Math.max(0, end)));
  if (header?.format !== format || header.address !== address || header.catalogue !== catalogue) return undefined;
  const { replication, fingerprint, events, lengths } = header;
  let at = end + 1;
  const place = (name: Rows) => {
    const start = at;
    at += 8 * lengths[name];
    return [name, { start, length: lengths[name] }] as const;
  };
  const places = Object.fromEntries(arrays.map(place)) as RecordHead["places"];
  if (bytes.length !== at) return undefined;
  return { about: { replication, status: "complete", message: "", fingerprint, events }, places };
}

/** The replication in a record. Undefined as for its head. */
export function decodeRecord(bytes: Uint8Array, label: Label): ReplicationResult | undefined {
  const head = headOf(bytes, label);
  if (head === undefined) return undefined;
  const [measures, daily, blocked] = arrays.map((name) => {
    const { start, length } = head.places[name];
    return numbersIn(bytes.subarray(start, start + 8 * length));
  }) as [Float64Array, Float64Array, Float64Array];
  return { ...head.about, measures, daily, blocked };
}

/** Numbers as a record has them. */
export function numbersIn(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(bytes.length / 8);
  for (let index = 0; index < values.length; index++) values[index] = view.getFloat64(8 * index, true);
  return values;
}

function headerOf(line: Uint8Array): Header | undefined {
  try {
    return JSON.parse(String.fromCharCode(...line)) as Header;
  } catch {
    return undefined;
  }
}
