import type { Host, Output } from "../host.ts";

/**
 * Whether to use colour: on a terminal that knows it, unless the user says no (`--no-color`, or NO_COLOR as of
 * no-color.org).
 */
export function usesColor(output: Output, environment: Host["environment"], wanted: boolean): boolean {
  const refused = (environment.NO_COLOR ?? "") !== "" || environment.TERM === "dumb";
  return wanted && !refused && output.isTTY === true;
}
