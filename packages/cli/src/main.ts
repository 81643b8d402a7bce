#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import type { Build } from "./host.ts";
import { inThread, runInThread } from "./thread.ts";

/** Put in by the bundler. */
declare const MPP_BUILD: Build;

if (isMainThread) {
  runInThread(new URL(import.meta.url));
} else {
  const { mpp } = await import("./program.ts");
  process.exitCode = await mpp(process.argv.slice(2), {
    build: MPP_BUILD,
    cwd: process.cwd(),
    scenarios: fileURLToPath(new URL(MPP_BUILD.scenarios, import.meta.url)),
    entry: fileURLToPath(import.meta.url),
    unitWorker: new URL(MPP_BUILD.unitWorker, import.meta.url),
    environment: process.env,
    ...inThread(),
  });
}
