import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";

const like = "redis://HOST:PORT, rediss://USER:PASSWORD@HOST:PORT for an encrypted connection with a password, or off";

/**
 * The Redis that is asked for: by the option, else by MPP_QUEUE. Undefined if none is.
 * @throws InputError if it is no address; a password is never shown
 */
export function queueAddress(given: string | undefined, environment: Host["environment"]): string | undefined {
  const [name, text] = given === undefined ? ["MPP_QUEUE", environment.MPP_QUEUE] : ["--queue", given];
  if (text === undefined || text === "" || text === "off") return undefined;
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text) || new URL(text).hostname === "") {
    throw new InputError(`${name} must be like ${like} (got ${withoutPasswords(text)})`);
  }
  return text;
}

/** A text as it may be printed: what stands between the user and the host of an address is no longer there. */
export function withoutPasswords(text: string): string {
  return text.replace(/(\brediss?:\/\/[^\s:@/]*):[^\s]*@/gi, "$1:***@");
}
