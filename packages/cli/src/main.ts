#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import type { Build } from "./host.ts";
import { mpp } from "./program.ts";
import { listenForInterruption } from "./terminal/interruption.ts";

/** Put in by the bundler. */
declare const MPP_BUILD: Build;

// Who reads our output may stop early, as `head` does. Without a reader of what is said beside it, a run still has files to write.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await mpp(process.argv.slice(2), {
  build: MPP_BUILD,
  cwd: process.cwd(),
  scenarios: fileURLToPath(new URL(MPP_BUILD.scenarios, import.meta.url)),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  listenForInterruption,
});
