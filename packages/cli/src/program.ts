import yargs, { type Argv } from "yargs";
import { bottlenecks } from "./commands/bottlenecks.ts";
import { branch } from "./commands/branch.ts";
import { census } from "./commands/census.ts";
import { clean } from "./commands/clean.ts";
import type { Action, Command } from "./commands/command.ts";
import { compare } from "./commands/compare.ts";
import { explore } from "./commands/explore.ts";
import { init } from "./commands/init.ts";
import { list } from "./commands/list.ts";
import { merge } from "./commands/merge.ts";
import { plan } from "./commands/plan.ts";
import { reproduce } from "./commands/reproduce.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { sensitivity } from "./commands/sensitivity.ts";
import { show } from "./commands/show.ts";
import { submit } from "./commands/submit.ts";
import { sweep } from "./commands/sweep.ts";
import { validate } from "./commands/validate.ts";
import { why } from "./commands/why.ts";
import { worker } from "./commands/worker.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { faultReport } from "./fault-report.ts";
import type { Host } from "./host.ts";
import { InputError } from "./input-error.ts";
import { withoutPasswords } from "./queue/address.ts";
import { say } from "./terminal/say.ts";

export const commands: readonly Command[] = [
  run,
  merge,
  reproduce,
  branch,
  list,
  validate,
  show,
  why,
  schema,
  init,
  census,
  sweep,
  bottlenecks,
  sensitivity,
  compare,
  explore,
  plan,
  submit,
  worker,
  clean,
];

/** The program `mpp`: reads the arguments and runs the command. Never throws. */
export async function mpp(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await (await actionOf(argv, host))(host);
  } catch (error) {
    if (error instanceof InputError) {
      say(host.stderr, `${withoutPasswords(error.message)}\n`);
      return exitCodes.input;
    }
    say(host.stderr, withoutPasswords(faultReport(error, argv, host.build)));
    return exitCodes.fault;
  }
}

/** @throws InputError if the arguments do not fit */
async function actionOf(argv: readonly string[], { build }: Host): Promise<Action> {
  let chosen: Action | undefined;
  const choose = (action: Action): void => {
    chosen = action;
  };
  const program = yargs([...argv])
    .scriptName(build.command)
    .usage("$0 COMMAND: simulate the Migrant Protection Protocols of 2019 from scenario files")
    .version(build.version)
    .help()
    .alias("h", "help")
    .detectLocale(false)
    .strict()
    .demandCommand(1, "a command must be given")
    .parserConfiguration({
      "camel-case-expansion": false,
      "dot-notation": false,
      "duplicate-arguments-array": true,
      // Else --set would swallow the file that follows it.
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    })
    .example(`${build.command} run ${build.example}`, "")
    .exitProcess(false)
    // It breaks lines within words.
    .wrap(null);
  for (const { define } of commands) define(program, { choose, ...build });
  const { error, output } = await parsed(program, argv);
  if (error) {
    const { explainUsage } = await import("./terminal/explain-usage.ts");
    throw new InputError(explainUsage(error.message, argv, { commands, program: build.command }));
  }
  return chosen ?? printing(`${output}\n`);
}

/** What the parser prints: an error, or the text of `--help` or `--version`, or nothing. */
function parsed(program: Argv, argv: readonly string[]): Promise<{ error: Error | undefined; output: string }> {
  return new Promise((resolve) => {
    program.parse([...argv], {}, (error, _arguments, output) => resolve({ error, output }));
  });
}

function printing(text: string): Action {
  return async (host) => {
    const [{ foldHelp }, { paperOf }] = await Promise.all([
      import("./terminal/fold-help.ts"),
      import("./terminal/paper-of.ts"),
    ]);
    say(host.stdout, foldHelp(text, (await paperOf(host, { color: false })).width));
    return exitCodes.done;
  };
}
