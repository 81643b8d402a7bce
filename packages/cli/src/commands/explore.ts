import type { Command } from "./command.ts";
import { numberOption, studyOptions, wordOption } from "./options.ts";

const { variant: _variant, of: _of, ...common } = studyOptions;

const exploreOptions = {
  draws: numberOption("--draws", 20, 10_000, "draws of all ranges at once (else 40)"),
  design: {
    ...wordOption("--design", ["sobol", "lhs"], "how they are spread: a Sobol' sequence or a Latin hypercube"),
    default: "sobol",
  },
  ...common,
} as const;

/** `mpp explore FILE` */
export const explore: Command = {
  name: "explore",
  options: exploreOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "explore <file>",
      "Vary all ranges at once: where the verdict stays, and what decides it",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "a scenario that asks something" })
          .options(exploreOptions)
          .example(`${command} explore ${example} --draws 20`, "")
          .example(`${command} explore ${example} --design lhs --until 2019-12-21`, ""),
      (asked) =>
        choose(async (host) => {
          const { explore: run } = await import("../study/explore.ts");
          return run(asked, host);
        }),
    ),
};
