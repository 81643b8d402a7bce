import { plain } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { NodeReader } from "./files/node-reader.ts";
import type { Host } from "./host.ts";
import { load, problemLines, type ScenarioChanges } from "./open-scenario.ts";
import { say } from "./terminal/say.ts";

/** Checks scenarios: every problem of each on a line of its own, or that it is valid. */
export function validateScenarios(
  asked: ScenarioChanges & { readonly files: readonly string[] },
  host: Host,
): ExitCode {
  let valid = true;
  for (const file of asked.files) {
    const loaded = load(file, asked, new NodeReader(host.cwd));
    for (const line of problemLines(loaded)) say(host.stdout, `${line}\n`);
    const { scenario } = loaded;
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
