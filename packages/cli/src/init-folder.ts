import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadScenario, scenarioJsonSchema } from "@mpp-sim/scenario";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { NodeReader } from "./files/node-reader.ts";
import { systemCode } from "./files/system-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { starterFile, starterScenario } from "./starter-scenario.ts";
import { say } from "./terminal/say.ts";

const base = "southwest-border-2019.yaml";

/**
 * Makes a folder to work in: the base scenario, the tables it reads, the schema for editors, and a scenario to start from.
 * @throws InputError if one of the files is there already (nothing is then written), or the folder cannot be written to
 */
export function initFolder(directory: string, host: Host): ExitCode {
  const { scenario } = loadScenario(base, new NodeReader(host.scenarios));
  if (scenario === undefined) throw new Error(`the base scenario must be found in ${host.scenarios}`);
  const files = new Map([
    ...scenario.inputs.map(({ file, text }): [string, string] => [file, text]),
    ["scenario.schema.json", `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`],
    [starterFile, starterScenario(base)],
  ]);
  const folder = path.resolve(host.cwd, directory);
  const inTheWay = [...files.keys()].filter((file) => existsSync(path.join(folder, file)));
  if (inTheWay.length > 0) {
    throw new InputError(`${directory} must not hold ${inTheWay.join(", ")} yet: nothing is overwritten`);
  }
  try {
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${directory} must be a folder that can be written to (${code})`);
  }
  const starter = path.posix.join(directory.replaceAll(path.sep, "/"), starterFile);
  const where = directory === "." ? "the current folder" : directory;
  say(host.stdout, `In ${where}: ${[...files.keys()].join(", ")}.\nNext, try: ${host.build.command} run ${starter}\n`);
  return exitCodes.done;
}
