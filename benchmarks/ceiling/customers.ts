import { exponentialDelay, gapMean, openStream, serviceMean } from "../draws.ts";
import { type Prepare, timed } from "../measure/program.ts";
import { Heap } from "./heap.ts";

/** More than ever are at one instant, and wait in line. */
const length = 65536;

/** The one function by which all generators go on. */
const { next } = (function* (): Generator<void, void> {})();

/**
 * M/M/c with a generator for each customer and nothing that such a program could do without: rows of processes in the heap of the
 * ceiling, a ring for those that go on, a ring for those that wait, no handle, no withdrawing, no statistics but a sum. What it
 * takes beyond the ceiling is what generators cost.
 */
export const prepare: Prepare =
  ({ n, servers = 1 }) =>
  (replication) =>
    timed(n, () => meanSojourn(servers, n, replication));

class Rows {
  size = 0;
  private readonly rows: Int32Array = new Int32Array(length);
  private head = 0;

  push(row: number): void {
    this.rows[(this.head + this.size++) & (length - 1)] = row;
  }
  shift(): number {
    const row = this.rows[this.head]!;
    this.head = (this.head + 1) & (length - 1);
    this.size--;
    return row;
  }
}

class BareProcesses {
  now = 0;
  private readonly heap: Heap = new Heap(length);
  private readonly ready: Rows = new Rows();
  private readonly line: Rows = new Rows();
  private readonly stories: (Generator<void, void> | undefined)[] = [];
  private readonly free: number[] = [];
  private running = -1;
  private idle: number;

  constructor(servers: number) {
    this.idle = servers;
  }

  spawn(story: Generator<void, void>): void {
    const row = this.free.pop() ?? this.stories.length;
    this.stories[row] = story;
    this.ready.push(row);
  }
  hold(delay: number): void {
    this.heap.push(this.now + delay, this.running);
  }
  acquire(): void {
    if (this.idle === 0) this.line.push(this.running);
    else {
      this.idle--;
      this.ready.push(this.running);
    }
  }
  release(): void {
    if (this.line.size > 0) this.ready.push(this.line.shift());
    else this.idle++;
  }

  run(): void {
    const { heap, ready, stories, free } = this;
    for (;;) {
      if (ready.size > 0) this.running = ready.shift();
      else if (heap.size > 0) {
        this.now = heap.times[0]!;
        this.running = heap.codes[0]!;
        heap.drop();
      } else return;
      const row = this.running;
      if (next.call(stories[row]!).done === true) {
        stories[row] = undefined;
        free.push(row);
      }
    }
  }
}

function meanSojourn(servers: number, customers: number, replication: number): number {
  const gaps = openStream(replication, "gaps");
  const services = openStream(replication, "services");
  const gap = exponentialDelay(gapMean(servers));
  const service = exponentialDelay(serviceMean);
  const bare = new BareProcesses(servers);
  let sum = 0;

  function* customer(): Generator<void, void> {
    const arrival = bare.now;
    yield bare.acquire();
    yield bare.hold(service.sample(services));
    bare.release();
    sum += bare.now - arrival;
  }
  function* door(): Generator<void, void> {
    for (let i = 0; i < customers; i++) {
      yield bare.hold(gap.sample(gaps));
      bare.spawn(customer());
    }
  }
  bare.spawn(door());
  bare.run();
  return sum / customers;
}
