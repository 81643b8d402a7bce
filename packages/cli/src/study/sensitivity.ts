import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { morris } from "./morris.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { SensitivityRequest } from "./ranged-study.ts";
import { sobol } from "./sobol.ts";

/**
 * `mpp sensitivity`: what the values with a range do to a measure, by one of three methods.
 * @throws InputError if an option belongs to another method, or as the method says
 */
export async function sensitivity(request: SensitivityRequest, host: Host): Promise<ExitCode> {
  const { method, trajectories, rows, replications } = request;
  const only = (option: string, given: unknown, methods: readonly string[]): void => {
    if (given === undefined || methods.includes(method)) return;
    throw new InputError(`--${option} must be with --method ${methods.join(" or ")} (got --method ${method})`);
  };
  only("trajectories", trajectories, ["morris"]);
  only("rows", rows, ["sobol"]);
  // Chance is an input of Sobol' indices: each row has people of its own.
  only("replications", replications, ["oat", "morris"]);
  return { oat: oneAtATime, morris, sobol }[method](request, host);
}
