import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { ReplicationResult } from "@mpp-sim/border";
import type { Executor, Told, Unit } from "@mpp-sim/experiment";
import { type Job, unsealed } from "@mpp-sim/experiment/node";
import type { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import type { Host } from "../host.ts";
import { say } from "../terminal/say.ts";
import { withoutPasswords } from "./address.ts";
import {
  buildsKey,
  buildText,
  keptFor,
  namesOf,
  ofUnits,
  recordKey,
  textsKey,
  tries,
  type UnitEnd,
  type UnitJob,
} from "./keys.ts";

/** So many units are in the queue at once: workers always find some, and few are left there by a run that is killed. */
const mostQueued = 256;
/** How long a record that was fetched stays for others who wait for it, in seconds. */
const afterFetch = 60;
/** Every so often what has ended is looked for without an event, and what is kept for this run is kept longer, in milliseconds. */
const lookEvery = 2_000;
const renewEvery = 10_000;

/** What is sent to workers, and how what they give is known. */
export interface Sending {
  readonly job: Job;
  readonly labelOf: (unit: Unit) => { readonly address: string; readonly catalogue: string };
  /** As a user would say it. */
  readonly nameOf: (unit: Unit) => string;
  /** Runs a unit in this process. */
  readonly here: Executor;
}

interface Used {
  readonly redis: Redis;
  readonly queue: Queue<UnitJob, UnitEnd>;
  readonly events: QueueEvents;
  readonly address: string;
  readonly build: Host["build"];
  readonly stderr: Host["stderr"];
  readonly sending: Sending;
  readonly told: Told;
}

/** Some units of a run, given to workers. One that fails again and again is set aside, and told when all others are done. */
export class QueuedUnits {
  private readonly used: Used;
  private readonly texts: Buffer;
  private readonly textsKey: string;
  /** Units in the queue, by address. */
  private readonly queued = new Map<string, Unit>();
  /** Addresses that seem to have ended. */
  private readonly ended = new Set<string>();
  private readonly setAside = new Map<Unit, Error>();
  private wake: () => void = () => {};
  private interrupted: () => boolean = () => false;
  private hasWarned = false;

  constructor(used: Used) {
    this.used = used;
    this.texts = gzipSync(JSON.stringify(used.sending.job));
    this.textsKey = textsKey(createHash("sha256").update(this.texts).digest("hex"));
  }

  async run(units: Iterable<Unit>, interrupted: () => boolean): Promise<void> {
    const { events, told } = this.used;
    this.interrupted = interrupted;
    const onEnd = ({ jobId }: { readonly jobId: string }): void => {
      if (!this.queued.has(jobId)) return;
      this.ended.add(jobId);
      this.wake();
    };
    events.on("completed", onEnd).on("failed", onEnd);
    // Nobody hears an interruption who waits for a Redis that is gone.
    let watch: NodeJS.Timeout | undefined;
    const left = new Promise<void>((resolve) => {
      watch = setInterval(() => interrupted() && resolve(), 50);
    });
    try {
      await Promise.race([this.perform(units[Symbol.iterator]()), left]);
      await Promise.race([this.withdraw(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
    } finally {
      clearInterval(watch);
      events.off("completed", onEnd).off("failed", onEnd);
    }
    for (const [unit, error] of this.setAside) told(unit, { error });
  }

  private async perform(source: Iterator<Unit, unknown>): Promise<void> {
    let looked = Date.now();
    let renewed = 0;
    for (let isLast = false; !this.interrupted(); ) {
      if (Date.now() - renewed >= renewEvery) {
        await this.renew();
        renewed = Date.now();
      }
      const next: Unit[] = [];
      while (!isLast && this.queued.size + next.length < mostQueued) {
        const { done, value } = source.next();
        if (done) isLast = true;
        else next.push(value as Unit);
      }
      await Promise.all(next.map((unit) => this.submit(unit)));
      if (isLast && this.queued.size === 0) return;
      if (this.ended.size === 0) await this.anEnd();
      if (Date.now() - looked >= lookEvery) {
        for (const address of this.queued.keys()) this.ended.add(address);
        looked = Date.now();
      }
      const ended = [...this.ended];
      this.ended.clear();
      await Promise.all(ended.map((address) => this.settle(address)));
      // A unit that exceeds a limit ends the run: there may be fewer than were asked for.
    }
  }

  /** Settles when a unit has ended, or some time later. */
  private anEnd(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 200);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async submit(unit: Unit): Promise<void> {
    const { queue, sending } = this.used;
    const { address, catalogue } = sending.labelOf(unit);
    if (await this.fetch(unit)) return;
    this.queued.set(address, unit);
    // A unit that has ended before is run again only if nothing is left of it.
    if (/^(completed|failed)$/.test(await queue.getJobState(address))) await queue.remove(address);
    const { policy, replication } = unit;
    await queue.add("unit", { texts: this.textsKey, policy, replication, catalogue }, { ...ofUnits, jobId: address });
  }

  /** Tells of a unit if its record is there. */
  private async fetch(unit: Unit): Promise<boolean> {
    const { redis, sending, told } = this.used;
    const label = sending.labelOf(unit);
    const key = recordKey(label.address);
    const whole = await redis.getBuffer(key);
    const result: ReplicationResult | undefined = whole ? unsealed(whole, label) : undefined;
    if (result === undefined) return false;
    this.queued.delete(label.address);
    told(unit, { result });
    await redis.expire(key, afterFetch);
    return true;
  }

  private async settle(address: string): Promise<void> {
    const { queue, sending, told, stderr } = this.used;
    const unit = this.queued.get(address);
    if (unit === undefined) return;
    const state = await queue.getJobState(address);
    if (state === "failed") {
      const reason = (await queue.getJob(address))?.failedReason ?? "it failed";
      this.queued.delete(address);
      this.setAside.set(unit, new Error(`${reason} (tried ${tries} times, then set aside)`));
      say(stderr, `${sending.nameOf(unit)} is set aside after ${tries} tries: ${reason}\n`);
    } else if (state === "completed") {
      if (await this.fetch(unit)) return;
      this.queued.delete(address);
      // What exceeds a limit does so here too, and at the same event.
      if ((await queue.getJob(address))?.returnvalue === "limit")
        await sending.here.run([unit], told, this.interrupted);
      else await this.submit(unit);
    } else if (state === "unknown") await this.submit(unit);
  }

  /** Says that this run waits, and what it needs stays where it is. */
  private async renew(): Promise<void> {
    const { redis, queue, build, address, stderr } = this.used;
    const { waiting } = namesOf(build);
    await redis.sadd(buildsKey, waiting);
    await redis.set(waiting, buildText(build), "EX", (3 * renewEvery) / 1000);
    if ((await redis.expire(this.textsKey, keptFor)) === 0) await redis.set(this.textsKey, this.texts, "EX", keptFor);
    if (this.hasWarned || (await queue.getWorkersCount()) > 0) return;
    this.hasWarned = true;
    const start = `${build.command} worker --queue ${withoutPasswords(address)}`;
    say(stderr, `No worker of ${buildText(build)} is there yet; this run waits for one. To start one: ${start}\n`);
  }

  /** Takes what nobody has begun out of the queue. What is under way is found by who goes on with the run. */
  private async withdraw(): Promise<void> {
    await Promise.allSettled([...this.queued.keys()].map((address) => this.used.queue.remove(address)));
  }
}
