import type { Host } from "../host.ts";
import { queueAddress } from "./address.ts";
import type { OpenQueue } from "./open-queue.ts";

/** The queue that is asked for; undefined if none is. @throws InputError if there is no such address, or no Redis */
export async function queueAsked(given: string | undefined, host: Host): Promise<OpenQueue | undefined> {
  const address = queueAddress(given, host.environment);
  if (address === undefined) return undefined;
  const { openQueue } = await import("./open-queue.ts");
  return openQueue(address, host);
}
