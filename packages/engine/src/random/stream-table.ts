import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { copyState } from "../state/saved-state.ts";
import { FastStream } from "./fast-stream.ts";
import { KeyedStream } from "./keyed-stream.ts";
import { Stream } from "./stream.ts";
import { type StreamKey, streamKey } from "./stream-key.ts";

/** The streams of a simulation by name, each made when it is first asked for. */
export class StreamTable implements Stateful {
  private readonly seed: string;
  private readonly replication: number;
  private readonly streams: Map<string, Stream> = new Map();
  private readonly fastStreams: Map<string, FastStream> = new Map();
  private readonly keyedStreams: Map<string, KeyedStream> = new Map();

  constructor(seed: string, replication: number) {
    this.seed = seed;
    this.replication = replication;
  }

  stream(name: string): Stream {
    return found(this.streams, name, () => new Stream(this.key(name)));
  }

  fast(name: string): FastStream {
    return found(this.fastStreams, name, () => new FastStream(this.key(name)));
  }

  keyed(name: string): KeyedStream {
    return found(this.keyedStreams, name, () => new KeyedStream(this.key(name)));
  }

  /**
   * Keyed streams have no state. A stream that the saved state does not hold was not drawn from before: it begins
   * again. So does a fast stream whose state is of another seed or replication: its state cannot be separated from its
   * key.
   */
  transfer(state: StateTransfer): void {
    const names = transferNames(state, this.streams);
    for (const [name, stream] of this.streams) if (!names.includes(name)) copyState(new Stream(this.key(name)), stream);
    for (const name of names) this.stream(name).transfer(state);
    const own = `${this.replication} ${this.seed}`;
    const isOwn = transferText(state, own) === own;
    const fastNames = transferNames(state, this.fastStreams);
    for (const [name, stream] of this.fastStreams) {
      if (!fastNames.includes(name)) copyState(new FastStream(this.key(name)), stream);
    }
    for (const name of fastNames) {
      this.fast(name).transfer(state);
      if (!isOwn) copyState(new FastStream(this.key(name)), this.fast(name));
    }
  }

  private key(name: string): StreamKey {
    return streamKey(this.seed, this.replication, name);
  }
}

function found<T>(streams: Map<string, T>, name: string, make: () => T): T {
  let stream = streams.get(name);
  if (stream === undefined) {
    stream = make();
    streams.set(name, stream);
  }
  return stream;
}

function transferNames(state: StateTransfer, streams: ReadonlyMap<string, unknown>): string[] {
  return JSON.parse(transferText(state, JSON.stringify([...streams.keys()])));
}

/** Transfers a text, as a column of its UTF-16 units. */
function transferText(state: StateTransfer, text: string): string {
  const units = state.integers(Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  return Array.from(units, (unit) => String.fromCharCode(unit)).join("");
}
