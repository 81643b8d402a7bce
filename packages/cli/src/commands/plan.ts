import { readTarget } from "../study/read-target.ts";
import type { Command } from "./command.ts";
import { onceOnly, studyOptions, varyOption } from "./options.ts";

const { of: _of, ...withoutMeasures } = studyOptions;
const once = onceOnly("--target");

const planOptions = {
  target: {
    type: "string",
    requiresArg: true,
    demandOption: true,
    coerce: (given: unknown) => readTarget(once(given)),
    describe: "what is to be met, and in how many of all replications: 'MEASURE <= X with 90 %'",
  },
  vary: varyOption(
    "path=a..b or path=a,b,c, from what meets the target least to what meets it most (twice: both together)",
  ),
  ...withoutMeasures,
} as const;

/** `mpp plan FILE --target 'MEASURE <= X with 90 %' --vary path=a..b` */
export const plan: Command = {
  name: "plan",
  options: planOptions,
  define: (program, { choose, command, example }) =>
    program.command(
      "plan <file>",
      "Find the smallest value with which a target is surely met, or what two settings must be together",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "the scenario" })
          .options(planOptions)
          .example(
            `${command} plan ${example} --vary buses.tucson-el-paso.seats=40..90 --target 'system.released <= 9000 with 90 %'`,
            "",
          )
          .example(
            `${command} plan ${example} --vary A=a..b --vary B=c,d --target 'sector.tucson.released.cause.no-seat <= 0 with 90 %'`,
            "",
          ),
      (asked) =>
        choose(async (host) => {
          const { plan: run } = await import("../study/plan.ts");
          return run(asked, host);
        }),
    ),
};
