import { readdirSync } from "node:fs";
import path from "node:path";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { say } from "../terminal/say.ts";
import type { Command } from "./command.ts";

/** `mpp list [FOLDER]` */
export const list: Command = {
  name: "list",
  options: {},
  define: (program, { choose, command, example }) =>
    program.command(
      "list [folder]",
      "List the scenarios of a folder with their titles and questions",
      (yargs) =>
        yargs
          .positional("folder", { type: "string", default: ".", describe: "where the scenarios are" })
          .example(`${command} list ${path.posix.dirname(example)}`, ""),
      ({ folder }) => choose((host) => listScenarios(folder, host)),
    ),
};

/**
 * Prints each scenario that lies in a folder itself, by name of file: its title, its question. They are not checked further. One that
 * cannot be read has its problems there instead.
 * @throws InputError if the folder cannot be read or holds no scenario
 */
async function listScenarios(folder: string, { build, cwd, stdout }: Host): Promise<ExitCode> {
  const { plain } = await import("@mpp-sim/report");
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
  let [readable, listed] = [true, 0];
  for (const name of names.sort()) {
    const file = path.posix.join(folder.replaceAll(path.sep, "/"), name);
    const files = new ScenarioFiles(cwd, build.command);
    const title = titleOf(file, files);
    // Other programs have files of this kind too.
    if (title.diagnostics.length === 0 && title.name === "" && title.question === "") continue;
    listed++;
    if (title.diagnostics.length > 0) readable = false;
    const problems = title.diagnostics.map((one) => formatDiagnostic(files.asShown(one)));
    const question = title.question === "" ? [] : [`  ${plain(title.question)}`];
    const lines = problems.length > 0 ? problems.map(plain) : [plain(`${file}: ${title.name}`), ...question];
    say(stdout, `${lines.join("\n")}\n`);
  }
  if (listed === 0)
    throw new InputError(`${folder} must hold a scenario (got no file that ends in .yaml or .yml and has a name)`);
  return readable ? exitCodes.done : exitCodes.input;
}
