/**
 * The calendar of the ceiling programs: a binary heap of (time, sequence, code) in typed arrays of a fixed length, first
 * scheduled first among equal times. The event that fires stays at the root until `replace` or `drop`, which saves a pop.
 */
export class Heap {
  readonly times: Float64Array;
  readonly codes: Int32Array;
  readonly sequences: Int32Array;
  size = 0;
  private scheduled = 0;

  constructor(length: number) {
    this.times = new Float64Array(length);
    this.codes = new Int32Array(length);
    this.sequences = new Int32Array(length);
  }

  push(time: number, code: number): void {
    const { times, codes, sequences } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = times[parent]!;
      // What is pushed was scheduled last, so it stays behind its equals.
      if (parentTime <= time) break;
      times[at] = parentTime;
      codes[at] = codes[parent]!;
      sequences[at] = sequences[parent]!;
      at = parent;
    }
    times[at] = time;
    codes[at] = code;
    sequences[at] = this.scheduled++;
  }

  /** Another event in the place of the first. */
  replace(time: number, code: number): void {
    this.sink(time, code, this.scheduled++);
  }

  /** Takes the first event off. */
  drop(): void {
    const last = --this.size;
    this.sink(this.times[last]!, this.codes[last]!, this.sequences[last]!);
  }

  private sink(time: number, code: number, sequence: number): void {
    const { times, codes, sequences, size } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (
        right < size &&
        (times[right]! < times[child]! || (times[right] === times[child] && sequences[right]! < sequences[child]!))
      ) {
        child = right;
      }
      const childTime = times[child]!;
      if (time < childTime || (time === childTime && sequence < sequences[child]!)) break;
      times[at] = childTime;
      codes[at] = codes[child]!;
      sequences[at] = sequences[child]!;
      at = child;
    }
    times[at] = time;
    codes[at] = code;
    sequences[at] = sequence;
  }
}
