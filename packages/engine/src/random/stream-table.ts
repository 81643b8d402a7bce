import type { Stateful, StateTransfer } from "../core/stateful.ts";
import { carryText } from "../state/carry-text.ts";
import { copyState } from "../state/saved-state.ts";
import { KeyedStream } from "./keyed-stream.ts";
import { Stream } from "./stream.ts";
import { streamKey } from "./stream-key.ts";

/** The streams of a simulation by name, each made when it is first asked for. */
export class StreamTable implements Stateful {
  private readonly seed: string;
  private readonly replication: number;
  private readonly streams: Map<string, Stream> = new Map();
  private readonly keyedStreams: Map<string, KeyedStream> = new Map();

  constructor(seed: string, replication: number) {
    this.seed = seed;
    this.replication = replication;
  }

  stream(name: string): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = new Stream(streamKey(this.seed, this.replication, name));
      this.streams.set(name, stream);
    }
    return stream;
  }

  keyed(name: string): KeyedStream {
    let stream = this.keyedStreams.get(name);
    if (stream === undefined) {
      stream = new KeyedStream(streamKey(this.seed, this.replication, name));
      this.keyedStreams.set(name, stream);
    }
    return stream;
  }

  /** Keyed streams have no state. A stream that the saved state does not know has not been drawn from: it begins again. */
  transfer(state: StateTransfer): void {
    const names: string[] = JSON.parse(carryText(state, JSON.stringify([...this.streams.keys()])));
    for (const [name, stream] of this.streams) {
      if (!names.includes(name)) copyState(new Stream(streamKey(this.seed, this.replication, name)), stream);
    }
    for (const name of names) this.stream(name).transfer(state);
  }
}
