import type { ReplicationResult } from "@mpp-sim/border";

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
const arrays = ["measures", "daily", "blocked"] as const;
type Rows = (typeof arrays)[number];

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

/** The replication in a record. Undefined if it is not that record, or not whole: then it has to be run again. */
export function decodeRecord(bytes: Uint8Array, { address, catalogue }: Label): ReplicationResult | undefined {
  const end = bytes.indexOf(10);
  const header = headerOf(bytes.subarray(0, Math.max(0, end)));
  if (header?.format !== format || header.address !== address || header.catalogue !== catalogue) return undefined;
  const { replication, fingerprint, events, lengths } = header;
  const total = arrays.reduce((sum, name) => sum + lengths[name], 0);
  if (bytes.length !== end + 1 + 8 * total) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  let at = 0;
  const take = (length: number): Float64Array => {
    const values = new Float64Array(length);
    for (let index = 0; index < length; index++, at += 8) values[index] = view.getFloat64(at, true);
    return values;
  };
  const [measures, daily, blocked] = arrays.map((name) => take(lengths[name])) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { replication, status: "complete", message: "", fingerprint, events, measures, daily, blocked };
}

function headerOf(line: Uint8Array): Header | undefined {
  try {
    return JSON.parse(String.fromCharCode(...line)) as Header;
  } catch {
    return undefined;
  }
}
