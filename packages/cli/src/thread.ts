import { Worker, workerData } from "node:worker_threads";
import { exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";

/** What both threads see: whether the program listens for an interruption, and whether one was heard. */
const listening = 0;
const heard = 1;

interface Shared {
  readonly flags: Int32Array;
  /** What only the first thread knows of the terminal. */
  readonly terminals: Readonly<
    Record<"stdout" | "stderr", { readonly isTTY: boolean; readonly columns: number | undefined }>
  >;
}

/** Who presses again after this has waited long enough, in milliseconds. */
const patience = 10_000;

/**
 * Runs the program in a thread of its own: a simulation leaves its thread no moment for anything else, and a signal is heard by the
 * first thread alone, which has nothing else to do. SIGINT and SIGTERM ask a program that listens to end, and end any other as usual.
 */
export function runInThread(entry: URL): void {
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const terminals = { stdout: terminalOf(process.stdout), stderr: terminalOf(process.stderr) };
  const shared: Shared = { flags, terminals };
  let first: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (Atomics.load(flags, listening) === 0 || (first !== undefined && Date.now() - first > patience)) {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      process.kill(process.pid, signal);
    }
    if (first === undefined) process.stderr.write("Interrupted: this ends soon, and what was finished is kept.\n");
    first ??= Date.now();
    Atomics.store(flags, heard, 1);
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);

  // Who reads our output may stop early, as `head` does, or a disk may be full. Without a reader of what is said beside it, a run still
  // has files to write.
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit();
    const full = code === "ENOSPC" ? ": no space is left" : "";
    process.stderr.write(`What is printed must go where it can be written (${code}${full}).\n`);
    process.exit(exitCodes.input);
  });
  process.stderr.on("error", () => {});

  const worker = new Worker(entry, { argv: process.argv.slice(2), workerData: shared });
  worker.on("error", (error) => {
    process.stderr.write(`mpp ended early: ${error.message}\n`);
    process.exitCode = exitCodes.fault;
  });
  worker.on("exit", (code) => {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    process.exitCode ??= code;
  });
}

/** The machine as the program sees it from its thread. */
export function inThread(): Pick<Host, "stdout" | "stderr" | "listenForInterruption"> {
  const { flags, terminals } = workerData as Shared;
  return {
    stdout: Object.assign(process.stdout, terminals.stdout),
    stderr: Object.assign(process.stderr, terminals.stderr),
    listenForInterruption: () => {
      Atomics.store(flags, listening, 1);
      return {
        heard: () => Atomics.load(flags, heard) === 1,
        stop: () => void Atomics.store(flags, listening, 0),
      };
    },
  };
}

function terminalOf({ isTTY = false, columns }: NodeJS.WriteStream): Shared["terminals"]["stdout"] {
  return { isTTY, columns };
}
