import { gunzipSync } from "node:zlib";
import type { Outcome, Unit } from "@mpp-sim/experiment";
import { type Job, type Threads, threads } from "@mpp-sim/experiment/node";
import type { Redis } from "ioredis";

/** Runs for which threads are held at once. */
const mostHeld = 2;

interface Pool {
  readonly threads: Promise<Threads>;
  /** Units under way. */
  busy: number;
}

/** Threads for each run of which units come: they hold its scenario. */
export class Pools {
  private readonly redis: Redis;
  private readonly workers: number;
  private readonly entry: URL;
  private readonly held = new Map<string, Pool>();

  constructor(redis: Redis, workers: number, entry: URL) {
    this.redis = redis;
    this.workers = workers;
    this.entry = entry;
  }

  /** Undefined if it was interrupted. `texts` is the key of those of its run. */
  async run(texts: string, unit: Unit): Promise<Outcome | undefined> {
    const pool = this.poolOf(texts);
    pool.busy++;
    try {
      return await (await pool.threads).runOne(unit);
    } finally {
      pool.busy--;
    }
  }

  /** Gives up what is under way. */
  interrupt(): void {
    for (const { threads } of this.held.values()) threads.then((pool) => pool.interrupt()).catch(() => {});
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.held.values()].map(async ({ threads }) => (await threads).close()));
  }

  private poolOf(texts: string): Pool {
    const known = this.held.get(texts);
    if (known !== undefined) return known;
    for (const [key, { threads, busy }] of this.held) {
      if (this.held.size < mostHeld || busy > 0) continue;
      this.held.delete(key);
      threads.then((pool) => pool.close()).catch(() => {});
    }
    const pool: Pool = { threads: this.start(texts), busy: 0 };
    this.held.set(texts, pool);
    // What could not be fetched is tried again with the next unit.
    pool.threads.catch(() => this.held.delete(texts));
    return pool;
  }

  private async start(texts: string): Promise<Threads> {
    const zipped = await this.redis.getBuffer(texts);
    if (zipped === null) throw new Error("the texts of its run are not in Redis any more");
    return threads(JSON.parse(gunzipSync(zipped).toString("utf8")) as Job, this.workers, this.entry);
  }
}
