import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Settles when the program has printed this on standard error, or has ended without. */
  readonly says: (text: string) => Promise<void>;
  /** What it has printed there so far. */
  readonly said: () => string;
}

/** Starts a program as a child process, with nothing of ours in its environment that changes what it prints. */
export function start(
  program: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Running {
  const { NO_COLOR: _color, ...own } = process.env;
  const environment = { ...own, ...more };
  const child = spawn(program, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
  const says = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (err.includes(text)) resolve();
      };
      child.stderr.on("data", look);
      child.on("close", () => resolve());
      look();
    });
  return { ended, kill: (signal) => child.kill(signal), says, said: () => err };
}

/** Runs a program to its end. */
export function ran(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return start(program, args, cwd).ended;
}
