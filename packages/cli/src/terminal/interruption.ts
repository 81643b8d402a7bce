import { exitCodes } from "../exit-code.ts";
import type { Interruption } from "../host.ts";

/**
 * The terminal sends a Ctrl-C to all processes, and npm passes it on once more. Signals that come together are one
 * press.
 */
const onePressMilliseconds = 1000;

/**
 * Listens to SIGINT and SIGTERM. The first asks for an end after the current replication; a second press ends at once.
 */
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
