import type { Command } from "./command.ts";
import { colorOption, scenarioOptions, textOption } from "./options.ts";

const showOptions = {
  ...scenarioOptions,
  variant: textOption("--variant", "the effective scenario of this variant"),
  assumptions: { type: "boolean", describe: "what the answer rests on: sources and ranges" },
  measures: { type: "boolean", describe: "what a run of it reports: names, units, definitions" },
  ...colorOption,
} as const;

/** `mpp show FILE` */
export const show: Command = {
  name: "show",
  options: showOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "show <file>",
      "Print the effective scenario with the origin of each value",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(showOptions)
          .conflicts("assumptions", "measures")
          .example(`${command} show ${example} --assumptions`, ""),
      (asked) =>
        choose(async (host) => {
          const { showScenario } = await import("../show-scenario.ts");
          return showScenario(asked, host);
        }),
    ),
};
