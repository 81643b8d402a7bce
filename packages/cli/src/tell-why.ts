import { type Cause, type FollowOptions, followCase } from "@mpp-sim/border";
import type { Scenario } from "@mpp-sim/scenario";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { openScenario, type ScenarioChanges } from "./open-scenario.ts";
import { runLimits } from "./run/run-limits.ts";
import { say } from "./terminal/say.ts";
import { variantNamed } from "./variant-choice.ts";

interface Asked extends ScenarioChanges {
  readonly file: string;
  readonly case: number | undefined;
  readonly released: Cause | undefined;
  readonly sector: string | undefined;
  readonly replication: number;
  readonly variant: string | undefined;
  readonly seed: string | undefined;
}

/**
 * Prints the story of one case.
 * @throws InputError if neither a case nor a cause is asked for, the sector is not one of the scenario, or there is no such case
 */
export async function tellWhy(asked: Asked, host: Host): Promise<ExitCode> {
  const { replication } = asked;
  const { scenario: whole } = openScenario(asked.file, asked, host);
  const scenario = asked.variant === undefined ? whole : variantNamed(whole, asked.variant).scenario;
  const { parameters, experiment } = scenario;
  const which = whichOf(asked, parameters);
  const story = followCase(parameters, {
    seed: asked.seed ?? experiment.seed,
    replication,
    which,
    limits: runLimits,
  });
  if (!story.found) {
    const none =
      asked.case === undefined
        ? `nobody${asked.sector === undefined ? "" : ` of ${asked.sector}`} is released for ${asked.released}`
        : `there is no case ${asked.case}`;
    throw new InputError(`${none} in replication ${replication}: it has ${story.cases} cases`);
  }
  const { storyText } = await import("@mpp-sim/report");
  say(host.stdout, storyText(story));
  return exitCodes.done;
}

function whichOf(
  { case: number, released, sector }: Asked,
  { sectors }: Scenario["parameters"],
): FollowOptions["which"] {
  if (number !== undefined) return { number };
  if (released !== undefined && sector === undefined) return { releasedFor: released };
  if (released !== undefined) {
    const names = sectors.map(({ id }) => id);
    if (names.includes(sector as string)) return { releasedFor: released, sector: names.indexOf(sector as string) };
    throw new InputError(`--sector must be one of ${names.join(", ")} (got ${sector})`);
  }
  throw new InputError("a case must be named, by --case NUMBER or --released CAUSE");
}
