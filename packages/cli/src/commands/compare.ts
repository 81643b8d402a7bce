import type { Command } from "./command.ts";
import { numberOption, studyOptions, wordOption } from "./options.ts";

const { variant: _, ...common } = studyOptions;

const compareOptions = {
  best: wordOption(
    "--best",
    ["lowest", "highest"],
    "choose the policy with the lowest or the highest mean of the first measure",
  ),
  budget: numberOption(
    "--budget",
    20,
    1_000_000,
    "of --best: replications over all policies (else as many as make the choice sure)",
  ),
  ...common,
} as const;

/** `mpp compare A B…` */
export const compare: Command = {
  name: "compare",
  options: compareOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "compare <policies..>",
      "Run policies with the same people, or take runs that are there; compare each with the first",
      (yargs) =>
        yargs
          .positional("policies", {
            type: "string",
            array: true,
            demandOption: true,
            describe: "scenarios or run directories, or NAME#VARIANT; one name alone stands for all of its variants",
          })
          .options(compareOptions)
          .example(`${command} compare ${example} ${beside(example, "tucson-no-bus.yaml")}`, "")
          .example(`${command} compare ${beside(example, "tucson-buses.yaml")} --of sector.tucson.released`, "")
          .example(`${command} compare runs/before runs/after`, ""),
      (asked) =>
        choose(async (host) => {
          const { compare: run } = await import("../study/compare.ts");
          return run(asked, host);
        }),
    ),
};

/** Another scenario of the folder in which one lies. */
function beside(example: string, name: string): string {
  return example.replace(/[^/]*$/, name);
}
