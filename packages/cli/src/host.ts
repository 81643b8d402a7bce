import type { Job } from "@mpp-sim/experiment/node";

/** What a bundle knows of itself; `scripts/bundle.mjs` writes it. */
export interface Build {
  readonly version: string;
  /** Of the sources, with `-dirty` if they were changed since; null if unknown. */
  readonly commit: string | null;
  /** Hash of the sources: two builds that may differ in a result differ in it. */
  readonly sources: string;
  /** How a user calls the program: `mpp`, or through npm in the repository. */
  readonly command: string;
  /** The scenario that examples in help name. */
  readonly example: string;
  /** Folder of the scenarios that come with the program, from the entry file. */
  readonly scenarios: string;
  /** Module that runs units in a thread, from the entry file. */
  readonly unitWorker: string;
}

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number | undefined };

/** Ctrl-C, or a signal to end, while something long runs. */
export interface Interruption {
  readonly heard: () => boolean;
  /** Stops listening: from then on a signal ends the program as it ends any other. */
  readonly stop: () => void;
}

/** Texts that were read before, in place of files. */
export interface Recorded {
  readonly reads: Job["reads"];
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** All that commands see of the machine, so that tests can give their own. */
export interface Host {
  readonly build: Build;
  readonly cwd: string;
  /** Absolute folder of the scenarios that come with the program. */
  readonly scenarios: string;
  /** The program's own file, for those that start it again. */
  readonly entry: string;
  /** The module that runs units in a thread. */
  readonly unitWorker: URL;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly listenForInterruption: () => Interruption;
  /** Scenarios are read from here if it is given, else from disk. */
  readonly recorded?: Recorded;
}
