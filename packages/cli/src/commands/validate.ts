import type { Command } from "./command.ts";
import { scenarioOptions } from "./options.ts";

/** `mpp validate FILE…` */
export const validate: Command = {
  name: "validate",
  options: scenarioOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "validate <file..>",
      "Check scenarios; print every problem with its place",
      (yargs) =>
        yargs
          .positional("file", { type: "string", array: true, demandOption: true, describe: "scenarios" })
          .options(scenarioOptions)
          .example(`${command} validate ${example}`, ""),
      (asked) =>
        choose(async (host) => {
          const { validateScenarios } = await import("../validate-scenarios.ts");
          return validateScenarios({ ...asked, files: asked.file }, host);
        }),
    ),
};
