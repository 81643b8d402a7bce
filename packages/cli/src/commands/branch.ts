import type { Command } from "./command.ts";
import { dateOption, fullOption, names, resumeOption, runningOptions, scenarioOptions } from "./options.ts";

const branchOptions = {
  at: { ...dateOption("--at", "local date at whose start the futures part"), demandOption: true },
  with: {
    type: "string",
    array: true,
    requiresArg: true,
    demandOption: true,
    coerce: names("--with"),
    describe: "a file with what changes in a future, such as suspend: returns (again for more)",
  },
  print: { type: "boolean", default: false, describe: "print the scenario that this is, and run nothing" },
  ...scenarioOptions,
  ...runningOptions,
  ...fullOption,
  ...resumeOption,
} as const;

/** `mpp branch FILE --at DATE --with FUTURE…` */
export const branch: Command = {
  name: "branch",
  options: branchOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "branch <file>",
      "Run one past and, from a date on, several futures with the same people; compare them with nothing changed",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(branchOptions)
          .example(`${command} branch ${example} --at 2020-01-13 --with injunction.yaml`, "")
          .example(`${command} branch ${example} --at 2020-01-13 --with injunction.yaml --with stay.yaml --print`, ""),
      (asked) =>
        choose(async (host) => {
          const { branch: run } = await import("../branch/branch.ts");
          return run(asked, host);
        }),
    ),
};
