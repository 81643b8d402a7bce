import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { scenarioJsonSchema } from "@mpp-sim/scenario";
import { systemCode } from "@mpp-sim/scenario/node";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { starterFile, starterScenario } from "./starter-scenario.ts";
import { quoted } from "./terminal/quoted.ts";
import { say } from "./terminal/say.ts";

const base = "southwest-border-2019.yaml";
const schemaFile = "scenario.schema.json";

/**
 * Makes a folder to work in: the base and the scenarios that the README runs, with their tables and the census; the schema for
 * editors; and a scenario to start from.
 * @throws InputError if one of the files is there already (nothing is then written), or the folder cannot be written to
 */
export function initFolder(directory: string, host: Host): ExitCode {
  if (!existsSync(path.join(host.scenarios, base))) {
    throw new Error(`the base scenario must be found in ${host.scenarios}`);
  }
  const scenarios = filesIn(host.scenarios, ".", ".yaml");
  const copied = [...scenarios, ...filesIn(host.scenarios, "data", ".csv")];
  const written = new Map([
    [schemaFile, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`],
    [starterFile, starterScenario(base)],
  ]);
  const folder = path.resolve(host.cwd, directory);
  const inTheWay = [...copied, ...written.keys()].filter((file) => existsSync(path.join(folder, file)));
  if (inTheWay.length > 0) {
    throw new InputError(`${directory} must not hold ${inTheWay.join(", ")} yet: nothing is overwritten`);
  }
  try {
    mkdirSync(path.join(folder, "data"), { recursive: true });
    for (const file of copied) {
      copyFileSync(path.join(host.scenarios, file), path.join(folder, file), constants.COPYFILE_EXCL);
    }
    for (const [file, text] of written) writeFileSync(path.join(folder, file), text, { flag: "wx" });
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${directory} must be a folder that can be written to (${code})`);
  }
  const starter = path.posix.join(directory.replaceAll(path.sep, "/"), starterFile);
  const where = directory === "." ? "the current folder" : directory;
  say(
    host.stdout,
    `In ${where}: ${starterFile} to begin with, ${scenarios.length} scenarios of the project to build on, their tables in data, ` +
      `and ${schemaFile} for editors.\nNext, try: ${host.build.command} run ${quoted(starter)}\n`,
  );
  return exitCodes.done;
}

/** Names of the files of a kind in one folder below another, from the latter. */
function filesIn(folder: string, below: string, extension: string): string[] {
  return readdirSync(path.join(folder, below))
    .filter((file) => file.endsWith(extension))
    .map((file) => path.join(below, file));
}
