import { describeBorder } from "@mpp-sim/border";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { openScenario, type ScenarioChanges } from "./open-scenario.ts";
import { say } from "./terminal/say.ts";
import { usesColor } from "./terminal/uses-color.ts";
import { variantNamed } from "./variant-choice.ts";

interface Shown extends ScenarioChanges {
  readonly file: string;
  readonly variant: string | undefined;
  readonly assumptions: boolean | undefined;
  readonly measures: boolean | undefined;
  readonly color: boolean;
}

/** Prints the effective scenario, what it assumes, or what a run of it reports. */
export async function showScenario(asked: Shown, host: Host): Promise<ExitCode> {
  const { scenario: whole } = openScenario(asked.file, asked, host);
  const scenario = asked.variant === undefined ? whole : variantNamed(whole, asked.variant).scenario;
  if (!asked.assumptions && !asked.measures) {
    say(host.stdout, scenario.resolved);
    return exitCodes.done;
  }
  const { assumptionsText, measuresText } = await import("@mpp-sim/report");
  const color = usesColor(host.stdout, host.environment, asked.color);
  host.stdout.write(
    asked.assumptions ? assumptionsText(scenario, { color }) : measuresText(describeBorder(scenario.parameters)),
  );
  return exitCodes.done;
}
