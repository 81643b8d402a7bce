import type { Command } from "./command.ts";

/** `mpp init [DIR]` */
export const init: Command = {
  name: "init",
  options: {},
  define: (program, { choose, command }) =>
    program.command(
      "init [directory]",
      "Make a folder with the scenarios of the project, their tables and a scenario to start from",
      (yargs) =>
        yargs
          .positional("directory", { type: "string", default: ".", describe: "where; made if it is not there" })
          .example(`${command} init my-border`, ""),
      ({ directory }) =>
        choose(async (host) => {
          const { initFolder } = await import("../init-folder.ts");
          return initFolder(directory, host);
        }),
    ),
};
