/**
 * `node scripts/slips.mjs --count 5000 --seed a`: slips of one letter in the keys of shipped scenarios, and the shares of them that are
 * accepted, thrown, told at the key, and told with the right word. `--show` lists those that are not. A thread on each core takes its part.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { bootstrapOrExit } from "./bootstrap.mjs";

if (isMainThread) await main();
else {
  const { register } = await import("tsx/esm/api");
  register();
  const { isMadeUp, keysOf, outcomeOf, shippedFiles, slipsOf } = await import("./slips.ts");
  const { count, seed, part, parts } = workerData;
  for (const [index, slip] of slipsOf(shippedFiles.flatMap(keysOf), count, seed).entries())
    if (index % parts === part) parentPort?.postMessage({ index, ...outcomeOf(slip), isMadeUp: isMadeUp(slip) });
}

async function main() {
  bootstrapOrExit();
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "5000" },
      seed: { type: "string", default: "a" },
      show: { type: "boolean", default: false },
    },
  });
  const parts = availableParallelism();
  /** @type {(import("./slips.ts").Outcome & { readonly index: number, readonly isMadeUp: boolean })[]} */
  const outcomes = [];
  const threads = Array.from({ length: parts }, (_, part) => {
    const workerData = { count: Number(values.count), seed: values.seed, part, parts };
    const worker = new Worker(new URL(import.meta.url), { workerData });
    worker.on("message", (outcome) => outcomes.push(outcome));
    return new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("exit", resolve);
    });
  });
  await Promise.all(threads);
  const ofSettings = outcomes
    .sort((a, b) => a.index - b.index)
    .filter(({ kind, isMadeUp }) => !(kind === "accepted" && isMadeUp));
  /** @param {string} name @param {(outcome: import("./slips.ts").Outcome) => boolean} holds */
  const say = (name, holds) => {
    const count = ofSettings.filter(holds).length;
    console.log(`${name}: ${count} of ${ofSettings.length}, ${((100 * count) / ofSettings.length).toFixed(1)} %`);
  };
  console.log(`${outcomes.length} slips, ${outcomes.length - ofSettings.length} in names that a user makes up`);
  say("accepted", ({ kind }) => kind === "accepted");
  say("thrown", ({ kind }) => kind === "thrown");
  say("at the key", ({ atKey }) => atKey);
  say("with the right word", ({ meant }) => meant);
  say("and nothing else", ({ atKey, messages }) => atKey && messages.length === 1);
  if (!values.show) return;
  for (const { slip, kind, atKey, meant, messages } of ofSettings) {
    if (kind === "refused" && atKey && meant && messages.length === 1) continue;
    const { file, line, column } = slip.place;
    console.log(`\n${kind} ${slip.path.join(".")} written ${slip.written} at ${file}:${line}:${column}`);
    for (const message of messages.slice(0, 4)) console.log(`  ${message}`);
  }
}
