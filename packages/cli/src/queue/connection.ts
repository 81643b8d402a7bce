import { Redis } from "ioredis";
import { InputError } from "../input-error.ts";
import { withoutPasswords } from "./address.ts";

/** What Redis is given to answer, in milliseconds. */
const patience = 1_800;

/**
 * A connection to a Redis that answers. Once it has, a connection that is lost is made again.
 * @throws InputError if it does not answer in time
 */
export async function connected(address: string): Promise<Redis> {
  let hasAnswered = false;
  const redis = new Redis(address, {
    lazyConnect: true,
    connectTimeout: patience,
    // Who waits for units waits for Redis too.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (hasAnswered ? Math.min(100 * times, 2_000) : null),
  });
  let fault = "no answer";
  redis.on("error", (error: NodeJS.ErrnoException) => {
    fault = error.code ?? error.message;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(fault)), patience);
  });
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), late]);
    hasAnswered = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    const said = error instanceof Error && /^(NOAUTH|WRONGPASS|ERR)/.test(error.message) ? error.message : fault;
    throw new InputError(
      withoutPasswords(
        `Redis must answer at ${address} (got ${said}): start it (Debian: apt-get install redis-server), or give another --queue`,
      ),
    );
  } finally {
    clearTimeout(timer);
  }
}
