import { hashText, hashWords, hexOf } from "./hash-words.ts";
import type { Column, SavedState } from "./saved-state.ts";

/**
 * A snapshot is one block of bytes, in the order of bytes of its machine (little end first on all that are in use):
 *
 * - twelve words of 32 bits: mark, format, checksum (two words, over all that follows it), length in units of 8 bytes, hash of
 *   the model's names (two words), how many UTF-16 units of names, numbers and columns there are, and two words of zero;
 * - the names of the model: its manifest;
 * - the numbers;
 * - for each column its kind, length, used length and a zero;
 * - the used beginnings of the columns. Every section is padded with zeros to a multiple of 8 bytes.
 */
const mark = 0x5350504d;
const format = 1;
const headerWords = 12;
const checkedFrom = 4;
const kinds: readonly (new (memory: ArrayBufferLike, from: number, length: number) => Column)[] = [
  Float64Array,
  Int32Array,
  Uint8Array,
];

/** Writes a snapshot, to the beginning of `into` if it is large enough and lies at a multiple of 8 in its buffer. */
export function encodeSnapshot(manifest: string, saved: SavedState, into?: Uint8Array): Uint8Array {
  const { numbers, columns, lengths } = saved;
  const numbersAt = padded(4 * headerWords + 2 * manifest.length);
  const tableAt = numbersAt + 8 * numbers.length;
  let size = tableAt + 16 * columns.length;
  for (const column of columns) size += padded(column.byteLength);
  const reused = into !== undefined && into.byteLength >= size && into.byteOffset % 8 === 0;
  const target = reused ? into : new Uint8Array(size);
  const memory = target.buffer;
  const from = target.byteOffset;
  const words = new Int32Array(memory, from, size / 4);
  const [modelA, modelB] = hashText(manifest);
  words.set([mark, format, 0, 0, size / 8, modelA, modelB, manifest.length, numbers.length, columns.length, 0, 0]);
  new Float64Array(memory, from + numbersAt - 8, 1).fill(0);
  const text = new Uint16Array(memory, from + 4 * headerWords, manifest.length);
  for (let i = 0; i < manifest.length; i++) text[i] = manifest.charCodeAt(i);
  new Float64Array(memory, from + numbersAt, numbers.length).set(numbers);
  let at = tableAt + 16 * columns.length;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const kind = kinds.findIndex((kindOf) => column instanceof kindOf);
    words.set([kind, lengths[i]!, column.length, 0], tableAt / 4 + 4 * i);
    const end = at + padded(column.byteLength);
    if (end > at) new Float64Array(memory, from + end - 8, 1).fill(0);
    new kinds[kind]!(memory, from + at, column.length).set(column);
    at = end;
  }
  words.set(hashWords(words.subarray(checkedFrom)), 2);
  return target.subarray(0, size);
}

/**
 * Reads a snapshot of a model of that manifest; the columns are views of its bytes.
 * @throws RangeError if it is no snapshot, of another format, cut short, damaged, or of another model: then it says what differs
 */
export function decodeSnapshot(manifest: string, bytes: Uint8Array): SavedState {
  // Views of words and doubles need their alignment, which part of a larger buffer may lack.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const memory = whole.buffer;
  const from = whole.byteOffset;
  const words = new Int32Array(memory, from, whole.byteLength >> 2);
  if (words.length < headerWords || words[0] !== mark) {
    throw new RangeError(`snapshot must begin with its mark and ${4 * headerWords} bytes of header, got neither`);
  }
  if (words[1] !== format) throw new RangeError(`snapshot must have format ${format}, got ${words[1]}`);
  if (whole.byteLength !== 8 * words[4]!) {
    throw new RangeError(`snapshot must hold ${8 * words[4]!} bytes, got ${whole.byteLength}`);
  }
  const [a, b] = hashWords(words.subarray(checkedFrom));
  if (words[2] !== a || words[3] !== b)
    throw new RangeError("snapshot must agree with its checksum, got damaged bytes");
  const [modelA, modelB] = hashText(manifest);
  if (words[5] !== modelA || words[6] !== modelB) {
    const units = new Uint16Array(memory, from + 4 * headerWords, words[7]!);
    mustBeSameModel(manifest, Array.from(units, (unit) => String.fromCharCode(unit)).join(""));
  }
  const numbersAt = padded(4 * headerWords + 2 * words[7]!);
  const tableAt = numbersAt + 8 * words[8]!;
  const columns: Column[] = [];
  const lengths: number[] = [];
  let at = tableAt + 16 * words[9]!;
  for (let i = 0; i < words[9]!; i++) {
    const row = tableAt / 4 + 4 * i;
    const column = new kinds[words[row]!]!(memory, from + at, words[row + 2]!);
    columns.push(column);
    lengths.push(words[row + 1]!);
    at += padded(column.byteLength);
  }
  return { numbers: new Float64Array(memory, from + numbersAt, words[8]!), columns, lengths };
}

/** The checksum of a snapshot, as sixteen hexadecimal digits. */
export function checksumOf(snapshot: Uint8Array): string {
  const [a, b] = new Int32Array(snapshot.buffer, snapshot.byteOffset + 8, 2);
  return hexOf(a!, b!);
}

/** Names of the event types and parts of a model, in order, one a line. Two models of one manifest can read each other's state. */
export function manifestOf(eventTypes: readonly string[], parts: Iterable<string>): string {
  const lines = eventTypes.map((name) => `event type ${JSON.stringify(name)}`);
  for (const name of parts) lines.push(`part ${JSON.stringify(name)}`);
  return lines.join("\n");
}

/** @throws RangeError that says where two manifests begin to differ */
export function mustBeSameModel(manifest: string, saved: string): void {
  if (manifest === saved) return;
  const [here, there] = [manifest.split("\n"), saved.split("\n")];
  let at = 0;
  while (here[at] === there[at]) at++;
  const got = there[at] ?? "no more";
  throw new RangeError(`state must be of this model, got ${got} where the model has ${here[at] ?? "no more"}`);
}

function padded(bytes: number): number {
  return 8 * Math.ceil(bytes / 8);
}
