import { plain } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { load, type ScenarioChanges } from "./open-scenario.ts";
import { say } from "./terminal/say.ts";

/** Checks scenarios: every problem of each on a line of its own, or that it is valid. */
export function validateScenarios(
  asked: ScenarioChanges & { readonly files: readonly string[] },
  host: Host,
): ExitCode {
  let valid = true;
  for (const file of asked.files) {
    const { scenario, problems } = load(file, asked, host);
    for (const line of problems) say(host.stdout, `${line}\n`);
    if (scenario === undefined) valid = false;
    else {
      const { from, to } = scenario.period;
      const kind = scenario.variants.some(({ past }) => past !== undefined) ? "futures" : "variants";
      const variants = scenario.variants.length === 0 ? "" : `, ${scenario.variants.length} ${kind}`;
      say(host.stdout, `${plain(`${file} is valid: ${scenario.name}, ${from} to ${to}${variants}`)}\n`);
    }
  }
  return valid ? exitCodes.done : exitCodes.input;
}
