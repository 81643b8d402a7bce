import { exitCodes } from "../exit-code.ts";
import type { Interruption } from "../host.ts";

/** npm passes on a Ctrl-C that the terminal sends to everyone as well: what comes at once is one press. */
const onePressMilliseconds = 1000;

/** Hears SIGINT and SIGTERM. The first asks for an end after the replication that runs; a second press ends at once. */
export function listenForInterruption(): Interruption {
  let first: number | undefined;
  const onSignal = (): void => {
    const now = Date.now();
    first ??= now;
    if (now - first > onePressMilliseconds) process.exit(exitCodes.interrupted);
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return {
    heard: () => first !== undefined,
    stop: () => {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    },
  };
}
