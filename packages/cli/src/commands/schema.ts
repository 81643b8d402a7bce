import { exitCodes } from "../exit-code.ts";
import { say } from "../terminal/say.ts";
import type { Command } from "./command.ts";

/** `mpp schema` */
export const schema: Command = {
  name: "schema",
  options: {},
  define: (program, { choose, command }) =>
    program.command(
      "schema",
      "Print the JSON Schema of scenario files, for completion in editors",
      (yargs) => yargs.example(`${command} schema > scenario.schema.json`, ""),
      () =>
        choose(async ({ stdout }) => {
          const { scenarioJsonSchema } = await import("@mpp-sim/scenario");
          say(stdout, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
          return exitCodes.done;
        }),
    ),
};
