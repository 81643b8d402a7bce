import { Writable } from "node:stream";
import type { Host, Output } from "../../src/host.ts";
import { scenarios } from "./folder.ts";

export interface FakeHost extends Host {
  readonly printed: { out: string; err: string };
}

export interface Given {
  readonly terminal?: boolean;
  readonly environment?: Host["environment"];
  /** Asked before each replication. */
  readonly interrupted?: () => boolean;
  /** Told when nobody listens for an interruption any more. */
  readonly deaf?: () => void;
}

/** A machine of the test's own: what is printed is kept, nobody presses Ctrl-C unless the test says so. */
export function fakeHost(
  cwd: string,
  { terminal = false, environment = {}, interrupted = () => false, deaf = () => {} }: Given = {},
): FakeHost {
  const printed = { out: "", err: "" };
  const output = (name: "out" | "err"): Output =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          printed[name] += String(chunk);
          done();
        },
      }),
      { isTTY: terminal },
    );
  return {
    build: {
      version: "1.2.3",
      commit: null,
      sources: "0123456789abcdef",
      command: "mpp",
      example: "my-scenario.yaml",
      scenarios: "unused",
      unitWorker: "unused",
    },
    cwd,
    scenarios,
    entry: "/opt/mpp/mpp.mjs",
    unitWorker: new URL("../../../experiment/src/node/unit-worker.ts", import.meta.url),
    stdout: output("out"),
    stderr: output("err"),
    environment,
    listenForInterruption: () => ({ heard: interrupted, stop: deaf }),
    printed,
  };
}
