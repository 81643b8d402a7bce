import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { type Executor, type Records, runVariants, runVariantsPausing, stored } from "../src/index.ts";
import { RecordStore } from "../src/node/index.ts";
import { figures, simulateFigures, variantsOf } from "./support/figures.ts";

/** Numbers from 0 to 1 from a seed: xorshift, good enough to break things. */
function randomOf(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** Crashes in the midst of its work, after it has told a part. */
class Crash extends Error {}

/** Takes some units at a time, runs them in any order, waits, tells of some twice, is lost before it tells of others, and crashes. */
function faulty(random: () => number): Executor {
  return {
    async run(units, told) {
      const source = units[Symbol.iterator]();
      const crashAfter = Math.floor(random() * 30);
      let ran = 0;
      for (;;) {
        const window = [];
        for (let size = 1 + Math.floor(random() * 5); window.length < size; ) {
          const next = source.next();
          if (next.done) break;
          window.push(next.value);
        }
        if (window.length === 0) return;
        for (const unit of window
          .map((one) => [random(), one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one)) {
          if (random() < 0.2) await Promise.resolve();
          if (ran++ === crashAfter) throw new Crash("crashed");
          const outcome = { result: figures(unit.policy, unit.replication) };
          told(unit, outcome);
          if (random() < 0.2) told(unit, outcome);
        }
      }
    },
  };
}

/** Damages some of the files: cut short, emptied, or with a byte changed. */
function tear(folder: string, random: () => number): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".record"),
  )) {
    if (random() > 0.2) continue;
    const target = path.join(folder, file);
    const { size } = statSync(target);
    if (random() < 0.5) truncateSync(target, Math.floor(random() * size));
    else {
      const bytes = readFileSync(target);
      const at = Math.floor(random() * size);
      bytes[at] = (bytes[at] as number) ^ (1 + Math.floor(random() * 255));
      writeFileSync(target, bytes);
    }
  }
}

it("crashes, repeats, delays, other orders and torn files, from a thousand seeds: the result is that of a serial run", async () => {
  const options = { variants: variantsOf(2), reference: "a", seed: "s", replications: 12 };
  const serial = runVariants({ ...options, simulate: simulateFigures });
  const folder = mkdtempSync(path.join(tmpdir(), "mpp-test-"));
  let crashes = 0;
  let again = 0;
  try {
    for (let seed = 0; seed < 1000; seed++) {
      const random = randomOf(seed);
      const store = new RecordStore(path.join(folder, String(seed)));
      const labelOf = (policy: number, replication: number) => ({
        address: `${policy}${String(replication).padStart(3, "0")}`,
        catalogue: "c",
      });
      const records: Records = {
        read: ({ policy, replication }) => store.read(labelOf(policy, replication)),
        write: ({ policy, replication }, result) => {
          store.write(result, labelOf(policy, replication));
          return result;
        },
      };
      for (;;) {
        try {
          const result = await runVariantsPausing({ ...options, executor: () => stored(records, faulty(random)) });
          expect(result, `seed ${seed}`).toEqual(serial);
          break;
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          crashes++;
          if (existsSync(store.folder) && random() < 0.5) {
            tear(store.folder, random);
            again++;
          }
        }
      }
      rmSync(store.folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  // The driver does what it says.
  expect(crashes).toBeGreaterThan(500);
  expect(again).toBeGreaterThan(200);
}, 1_800_000);
