import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Measured, Settings } from "./program.ts";

/** A program that takes part: the file that rolldown made of it, and what it is told. */
export interface Contender {
  readonly engine: string;
  readonly bundle: string;
  readonly settings: Settings;
}

/** A run, with the most memory its process had held by then, Node itself included. */
export interface Sample extends Measured {
  readonly peakMb: number;
}

/**
 * Runs every contender `rounds` times, after a first run in which its code is compiled, each in a process of its own. The runs
 * are interleaved, and who begins changes from round to round: whatever else the machine does meets all alike.
 * Returns the samples of each contender, that of the first run at index 0.
 */
export async function contest(contenders: readonly Contender[], rounds: number, bundles: string): Promise<Sample[][]> {
  const workers: Worker[] = [];
  try {
    for (const contender of contenders) workers.push(await Worker.start(contender, bundles));
    const samples: Sample[][] = contenders.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (let i = 0; i < workers.length; i++) {
        const next = (i + round) % workers.length;
        samples[next]!.push(await workers[next]!.run(round));
      }
    }
    return samples;
  } finally {
    for (const worker of workers) worker.stop();
  }
}

class Worker {
  private readonly child: ChildProcess;
  private readonly what: string;

  private constructor(child: ChildProcess, what: string) {
    this.child = child;
    this.what = what;
  }

  static async start({ bundle, settings }: Contender, bundles: string): Promise<Worker> {
    const child = fork(join(bundles, "measure/worker.mjs"), [bundle, JSON.stringify(settings)]);
    const worker = new Worker(child, bundle);
    await worker.answer();
    return worker;
  }

  async run(replication: number): Promise<Sample> {
    this.child.send(replication);
    return (await this.answer()) as Sample;
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private answer(): Promise<unknown> {
    const { child, what } = this;
    return new Promise((resolve, reject) => {
      const left = (code: number | null) => reject(new Error(`${what} must go on running, got exit code ${code}`));
      child.once("exit", left);
      child.once("message", (message) => {
        child.off("exit", left);
        resolve(message);
      });
    });
  }
}
