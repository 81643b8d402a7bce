import type { Output } from "../host.ts";
import { say } from "./say.ts";

/** Shows how far a run is. */
export interface Progress {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on a terminal; elsewhere lines, if they were asked for. */
export async function progressOf(
  { quiet, progress }: { readonly quiet: boolean; readonly progress: boolean },
  output: Output,
  asked: number,
): Promise<Progress> {
  if (quiet) return silent;
  if (output.isTTY === true) return progressBar(output, asked);
  return progress ? progressLines(output, asked) : silent;
}

/** A bar that moves with every replication; for terminals. */
async function progressBar(output: Output, asked: number): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    stream: output,
    format: "{bar} {value}/{total} replications, {eta_formatted} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    // The next output replaces a bar that has ended.
    clearOnComplete: true,
  });
  bar.start(asked, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

/** Plain lines, twenty at most; for logs. */
function progressLines(output: Output, asked: number): Progress {
  const step = Math.ceil(asked / 20);
  return {
    update: (done) => {
      if (done % step === 0 || done === asked) say(output, `${done} of ${asked} replications\n`);
    },
    stop: () => {},
  };
}
