/** The last few events, for messages. */
export class RecentEvents {
  private readonly times: Float64Array;
  private readonly types: Int32Array;
  private readonly subjects: Int32Array;
  private count = 0;

  constructor(size: number) {
    this.times = new Float64Array(size);
    this.types = new Int32Array(size);
    this.subjects = new Int32Array(size);
  }

  add(time: number, type: number, subject: number): void {
    const at = this.count++ % this.times.length;
    this.times[at] = time;
    this.types[at] = type;
    this.subjects[at] = subject;
  }

  /** The end of a message: one event a line, the last last. */
  tell(names: readonly string[]): string {
    const size = this.times.length;
    const lines: string[] = [];
    for (let i = Math.max(0, this.count - size); i < this.count; i++) {
      const at = i % size;
      lines.push(`\n  ${this.times[at]}: "${names[this.types[at]!]}" of subject ${this.subjects[at]}`);
    }
    return lines.join("");
  }
}
