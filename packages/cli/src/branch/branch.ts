import { readFileSync } from "node:fs";
import path from "node:path";
import { systemCode } from "@mpp-sim/scenario/node";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import type { RunRequest } from "../run/run-request.ts";
import { runScenario } from "../run/run-scenario.ts";
import { say } from "../terminal/say.ts";
import { BranchFiles } from "./branch-files.ts";
import { branchText } from "./branch-text.ts";

/** `mpp branch`, as asked for. */
export interface BranchRequest extends Omit<RunRequest, "variant" | "answer" | "shard"> {
  /** Local date at whose start the futures part. */
  readonly at: string;
  /** A file for each future. */
  readonly with: readonly string[];
  /** Prints the scenario that this is, and runs nothing. */
  readonly print: boolean;
}

/**
 * Runs a scenario up to a date once a replication, and from there each of several futures with the same people.
 * @throws InputError if a file cannot be read or holds no future, or the date is not in the period
 */
export async function branch({ at, with: futures, print, ...request }: BranchRequest, host: Host): Promise<ExitCode> {
  const text = branchText(
    request.file,
    at,
    futures.map((file) => ({ file, text: textOf(file, host) })),
  );
  if (print) {
    say(host.stdout, text);
    return exitCodes.done;
  }
  const { dir, name } = path.posix.parse(request.file);
  const file = path.posix.join(dir, `${name}-branch.yaml`);
  const { scenario, inputs, source } = openScenario(
    file,
    request,
    host,
    true,
    new BranchFiles(request.file, text, host),
  );
  if (scenario.variants.length === 0) {
    const { from, to } = scenario.period;
    throw new InputError(`--at must be a date of the period, ${from} to ${to} (got ${at})`);
  }
  return runScenario(
    { ...request, file, variant: [], answer: false },
    { ...host, recorded: { reads: source.reads, inputs } },
  );
}

function textOf(file: string, { cwd }: Host): string {
  try {
    return readFileSync(path.resolve(cwd, file), "utf8");
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${file} must be a file that can be read (${code})`);
  }
}
