import path from "node:path";
import { takeCensus } from "@mpp-sim/border";
import { dayNumber, LocalCalendar } from "@mpp-sim/engine";
import { censusCsv } from "@mpp-sim/scenario";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { openScenario } from "./open-scenario.ts";
import { runLimits } from "./run/run-limits.ts";
import { claimPlace } from "./run-directory/claim.ts";
import { writeFileWhole } from "./run-directory/write-whole.ts";
import { say } from "./terminal/say.ts";

interface CensusAsked {
  readonly file: string;
  readonly on: string;
  readonly out: string;
  readonly seed: string | undefined;
}

/**
 * Runs the first replication to the first local midnight of the date, and writes everybody who is there into a table.
 */
export async function writeCensus({ file, on, out, seed }: CensusAsked, host: Host): Promise<ExitCode> {
  const { scenario } = openScenario(file, { set: [], from: undefined, until: undefined }, host);
  const { parameters, period, experiment } = scenario;
  if (on < period.from || on > period.to) {
    throw new InputError(`--on must be a date in the period, ${period.from} to ${period.to} (got ${on})`);
  }
  const midnights = parameters.sectors.map(({ zone }) => new LocalCalendar(zone).midnight(dayNumber(on)));
  const at = Math.min(...midnights);
  const target = path.resolve(host.cwd, out);
  const { swept, release } = claimPlace(target, out);
  try {
    for (const sentence of swept) say(host.stderr, `${sentence}\n`);
    const cases = takeCensus(parameters, { seed: seed ?? experiment.seed, replication: 0, at, limits: runLimits });
    writeFileWhole(target, censusCsv(cases, parameters, at));
    say(host.stderr, `${cases.length} cases are there on ${on}: ${out}\n`);
  } finally {
    release();
  }
  return exitCodes.done;
}
