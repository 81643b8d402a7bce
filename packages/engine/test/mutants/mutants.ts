/** An engine that is wrong on purpose: one text of one source replaced, and the test that notices. */
export interface Mutant {
  readonly name: string;
  /** From packages/engine/src. */
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  /** From packages/engine/test, and the name of a test there. */
  readonly test: string;
  readonly caughtBy: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: "last in, first out among equal times",
    file: "event-list/event-records.ts",
    text: "doubles[(a << 2) | 1]! < doubles[(b << 2) | 1]!",
    replacement: "doubles[(a << 2) | 1]! > doubles[(b << 2) | 1]!",
    test: "event-list/event-list.test.ts",
    caughtBy: "gives events in the order of a stable sort by time and priority",
  },
  {
    name: "the lower priority first",
    file: "event-list/event-records.ts",
    text: "return ofA > ofB || (ofA === ofB && doubles",
    replacement: "return ofA < ofB || (ofA === ofB && doubles",
    test: "core/simulation.test.ts",
    caughtBy: "fires events in order of time, priority and scheduling, and moves the clock",
  },
  {
    name: "a clock that goes back to 0 after each event",
    file: "core/events.ts",
    text: "      this.now = now;\n",
    replacement: "      this.now = this.now > 0 ? 0 : now;\n",
    test: "core/simulation.test.ts",
    caughtBy: "fires events in order of time, priority and scheduling, and moves the clock",
  },
  {
    name: "events at the end of a run fired",
    file: "event-list/event-list.ts",
    text: "if (!(time < this.until)) return false;",
    replacement: "if (!(time <= this.until)) return false;",
    test: "core/simulation.test.ts",
    caughtBy: "runs up to a time, not to the events at it, and goes on from there",
  },
  {
    name: "cancelled events fired",
    file: "event-list/event-records.ts",
    text: "this.words[(row << 3) | 4] = -1;",
    replacement: "",
    test: "core/simulation.test.ts",
    caughtBy: "cancels an event, once",
  },
  {
    name: "stale handles of events honoured",
    file: "event-list/event-records.ts",
    text: "words[(row << 3) | 7] === ofRow && ",
    replacement: "",
    test: "event-list/event-list.test.ts",
    caughtBy: "knows a handle neither after it fired, nor when its row is used again, nor before there was any",
  },
  {
    name: "stale handles of requests honoured",
    file: "core/waiter-table.ts",
    text: "this.generations[row] === generationOf(handle) && ",
    replacement: "",
    test: "resource/resource.test.ts",
    caughtBy: "does not confuse an old handle with a new request in the same row",
  },
  {
    name: "one server too many",
    file: "resource/resource.ts",
    text: "return Math.max(0, this.units - this.busy.level);",
    replacement: "return Math.max(0, this.units + 1 - this.busy.level);",
    test: "resource/resource.test.ts",
    caughtBy: "takes at once when units are free and nobody waits",
  },
  {
    name: "small requests overtake a large one",
    file: "resource/resource.ts",
    text: 'this.honour === "strict" ? "block" : "skip"',
    replacement: '"skip"',
    test: "resource/resource.test.ts",
    caughtBy: "lets nobody pass a large request: capacity 10, requests 7, 7, 1 at 0, 1, 2, held 10, end at 10, 20, 20",
  },
  {
    name: "units of a grant that is called back are lost",
    file: "resource/resource.ts",
    text: "      this.busy.add(-amount);\n    }\n",
    replacement: "    }\n",
    test: "resource/resource.test.ts",
    caughtBy: "takes back a grant whose event has not fired, and no other",
  },
  {
    name: "a daily limit of one more",
    file: "resource/limit.ts",
    text: "Math.max(0, this.quota - this.usedOn(day))",
    replacement: "Math.max(0, this.quota + 1 - this.usedOn(day))",
    test: "resource/limit.test.ts",
    caughtBy: "resets at local midnight and carries nothing over",
  },
  {
    name: "one stream for all names",
    file: "random/stream-key.ts",
    text: "$" + "{ascii(name)}",
    replacement: "",
    test: "random/streams.test.ts",
    caughtBy: "gives no two names and replications the same first draws",
  },
  {
    name: "one stream for all replications",
    file: "random/stream-key.ts",
    text: "$" + "{replication}",
    replacement: "",
    test: "random/streams.test.ts",
    caughtBy: "gives no two names and replications the same first draws",
  },
  {
    name: "a stream that gives each number twice",
    file: "random/stream.ts",
    text: "if (drawn % 2 === 1) return openUniform(block[2]!, block[3]!);",
    replacement: "if (drawn % 2 === 1) return openUniform(block[0]!, block[1]!);",
    test: "random/streams.test.ts",
    caughtBy: "is the blocks of Philox in order, two uniforms a block",
  },
  {
    name: "a wrong shift in the fast stream",
    file: "random/fast-stream.ts",
    text: "state[3] = (s3 << 11) | (s3 >>> 21);",
    replacement: "state[3] = (s3 << 12) | (s3 >>> 20);",
    test: "random/fast-stream.test.ts",
    caughtBy: "is xoshiro128**: from state 1, 2, 3, 4 come 11520, 0, 5927040, 70819200, 2031721883",
  },
  {
    name: "exponential draws of half the mean",
    file: "distribution/exponential.ts",
    text: "-mean * log1p(-p)",
    replacement: "-0.5 * mean * log1p(-p)",
    test: "random/mrg32k3a.test.ts",
    caughtBy: "is sampled by inversion to the last bit, one uniform a draw",
  },
  {
    name: "a level that forgets the time since its last change",
    file: "statistics/time-weighted.ts",
    text: "return this.area + this.level * (this.clock.now - this.since);",
    replacement: "return this.area;",
    test: "statistics/statistics.test.ts",
    caughtBy: "by hand: 2 from 0, 5 from 3, 1 from 4, until 10",
  },
  {
    name: "a variance from the mean before the observation",
    file: "statistics/tally.ts",
    text: "before * (x - this.centre)",
    replacement: "before * before",
    test: "statistics/statistics.test.ts",
    caughtBy:
      "keeps its figures where the naive formula loses all: 1e9 + 4, 7, 13, 16 have mean 1e9 + 10 and variance 30",
  },
  {
    name: "a warm-up that is not forgotten",
    file: "resource/waiting-line.ts",
    text: "    this.waits.reset();\n",
    replacement: "",
    test: "statistics/warm-up.test.ts",
    caughtBy: "by hand: a desk busy from 0 to 5, then from 8 to 12; a warm-up of 4",
  },
  {
    name: "a fingerprint that is blind to the subject",
    file: "core/fingerprint.ts",
    text: " ^ subject",
    replacement: "",
    test: "core/fingerprint.test.ts",
    caughtBy: "differs when one event differs in time, type or subject, is left out, or changes places with another",
  },
];
