#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { exitCodes } from "./exit-code.ts";
import type { Build } from "./host.ts";
import { mpp } from "./program.ts";
import { listenForInterruption } from "./terminal/interruption.ts";

/** Put in by the bundler. */
declare const MPP_BUILD: Build;

// The reader of our output may stop early, as `head` does, or a disk may be full. Without a reader of standard error, a
// run still has files to write.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  const { code } = error;
  process.stderr.write(
    `What is printed must go where it can be written (${code}${code === "ENOSPC" ? ": no space is left" : ""}).\n`,
  );
  process.exit(exitCodes.input);
});
process.stderr.on("error", () => {});

process.exitCode = await mpp(process.argv.slice(2), {
  build: MPP_BUILD,
  cwd: process.cwd(),
  scenarios: fileURLToPath(new URL(MPP_BUILD.scenarios, import.meta.url)),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  listenForInterruption,
});
