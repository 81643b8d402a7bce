import type { Output } from "../host.ts";
import { Remaining } from "./remaining.ts";
import { say } from "./say.ts";

/** Shows how far a run is. */
export interface Progress {
  readonly update: (done: number) => void;
  /** Makes room for something else to be printed; the next update shows it again. */
  readonly hide: () => void;
  readonly stop: () => void;
}

const silent: Progress = { update: () => {}, hide: () => {}, stop: () => {} };

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
    format: "{bar} {value}/{total} replications{left}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    // The next output replaces a bar that has ended.
    clearOnComplete: true,
  });
  const remaining = new Remaining();
  let isShown = true;
  bar.start(asked, 0, { left: "" });
  const hide = (): void => {
    if (isShown) bar.stop();
    isShown = false;
  };
  return {
    update: (done) => {
      const left = { left: remaining.words(done, asked, performance.now()) };
      if (isShown) bar.update(done, left);
      else bar.start(asked, done, left);
      isShown = true;
    },
    hide,
    stop: hide,
  };
}

/** Plain lines, twenty at most; for logs. */
function progressLines(output: Output, asked: number): Progress {
  const step = Math.ceil(asked / 20);
  return {
    update: (done) => {
      if (done % step === 0 || done === asked) say(output, `${done} of ${asked} replications\n`);
    },
    hide: () => {},
    stop: () => {},
  };
}
