import { type Cause, type FollowOptions, followCase } from "@mpp-sim/border";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { openScenario, type ScenarioChanges } from "./open-scenario.ts";
import { runLimits } from "./run/run-limits.ts";
import { variantNamed } from "./variant-choice.ts";

interface Asked extends ScenarioChanges {
  readonly file: string;
  readonly case: number | undefined;
  readonly released: Cause | undefined;
  readonly replication: number;
  readonly variant: string | undefined;
  readonly seed: string | undefined;
}

/**
 * Prints the story of one case.
 * @throws InputError if neither a case nor a cause is asked for, or there is no such case
 */
export async function tellWhy(asked: Asked, host: Host): Promise<ExitCode> {
  const { replication } = asked;
  const which = whichOf(asked);
  const { scenario: whole } = openScenario(asked.file, asked, host);
  const scenario = asked.variant === undefined ? whole : variantNamed(whole, asked.variant).scenario;
  const { parameters, experiment } = scenario;
  const story = followCase(parameters, {
    seed: asked.seed ?? experiment.seed,
    replication,
    which,
    limits: runLimits,
  });
  if (!story.found) {
    const none =
      asked.case === undefined ? `nobody is released for ${asked.released}` : `there is no case ${asked.case}`;
    throw new InputError(`${none} in replication ${replication}: it has ${story.cases} cases`);
  }
  const { storyText } = await import("@mpp-sim/report");
  const [{ what }] = story.entries as [(typeof story.entries)[number]];
  const sector = parameters.sectors.find(({ id }) => what.kind === "apprehended" && id === what.sector);
  host.stdout.write(storyText(story, sector?.custody.limitHours ?? 72));
  return exitCodes.done;
}

function whichOf({ case: number, released }: Asked): FollowOptions["which"] {
  if (number !== undefined) return { number };
  if (released !== undefined) return { releasedFor: released };
  throw new InputError("a case must be named, by --case NUMBER or --released CAUSE");
}
