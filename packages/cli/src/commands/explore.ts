import type { Command } from "./command.ts";
import { onceOnly, studyOptions, wholeNumber } from "./options.ts";

const { variant: _variant, of: _of, ...common } = studyOptions;

const exploreOptions = {
  draws: {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber("--draws", 20, 10_000),
    describe: "draws of all ranges at once (else 40)",
  },
  design: {
    type: "string",
    requiresArg: true,
    choices: ["sobol", "lhs"],
    default: "sobol",
    coerce: (given: unknown) => onceOnly("--design")(given) as "sobol" | "lhs",
    describe: "how they are spread: a Sobol' sequence or a Latin hypercube",
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
