import { readdirSync } from "node:fs";
import path from "node:path";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { say } from "../terminal/say.ts";
import type { Command } from "./command.ts";
import { printOptions } from "./options.ts";

const options = { json: printOptions.json };

/** `mpp list [FOLDER]` */
export const list: Command = {
  name: "list",
  options,
  define: (program, { choose, command, example }) =>
    program.command(
      "list [folder]",
      "List the scenarios of a folder with their titles and questions",
      (yargs) =>
        yargs
          .positional("folder", { type: "string", default: ".", describe: "where the scenarios are" })
          .options(options)
          .example(`${command} list ${path.posix.dirname(example)}`, ""),
      ({ folder, json }) => choose((host) => listScenarios(folder, json, host)),
    ),
};

/**
 * Prints each scenario that lies in a folder itself, by name of file: its title, its question. They are not checked further. One that
 * cannot be read has its problems there instead.
 * @throws InputError if the folder cannot be read or holds no scenario
 */
async function listScenarios(folder: string, json: boolean, { build, cwd, stdout }: Host): Promise<ExitCode> {
  const { plain, plainJson } = await import("@mpp-sim/report");
  const { formatDiagnostic, titleOf } = await import("@mpp-sim/scenario");
  const { systemCode } = await import("@mpp-sim/scenario/node");
  const { ScenarioFiles } = await import("../files/scenario-files.ts");
  let names: string[];
  try {
    names = readdirSync(path.resolve(cwd, folder)).filter((name) => /\.ya?ml$/i.test(name));
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new InputError(`${folder} must be a folder that can be read (${code})`);
  }
  const listed: { file: string; name: string; question: string; problems: readonly string[] }[] = [];
  for (const name of names.sort()) {
    const file = path.posix.join(folder.replaceAll(path.sep, "/"), name);
    const files = new ScenarioFiles(cwd, build.command);
    const title = titleOf(file, files);
    // Other programs have files of this kind too.
    if (title.diagnostics.length === 0 && title.name === "" && title.question === "") continue;
    const problems = title.diagnostics.map((one) => formatDiagnostic(files.asShown(one)));
    listed.push({ file, name: title.name, question: title.question, problems });
  }
  if (listed.length === 0)
    throw new InputError(`${folder} must hold a scenario (got no file that ends in .yaml or .yml and has a name)`);
  for (const { file, name, question, problems } of json ? [] : listed) {
    const asked = question === "" ? [] : [`  ${plain(question)}`];
    const lines = problems.length > 0 ? problems.map(plain) : [plain(`${file}: ${name}`), ...asked];
    say(stdout, `${lines.join("\n")}\n`);
  }
  if (json) say(stdout, `${plainJson(listed, 2)}\n`);
  return listed.every(({ problems }) => problems.length === 0) ? exitCodes.done : exitCodes.input;
}
