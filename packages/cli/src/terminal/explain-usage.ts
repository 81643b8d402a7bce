import { didYouMean } from "@mpp-sim/scenario";
import type { Command } from "../commands/command.ts";

/** What a command takes in place of a scenario file. */
const positionals: Readonly<Record<string, string>> = {
  merge: "the directories of shards",
  reproduce: "the directory of a run",
  compare: "policies",
};

/** What is wrong with the arguments, in plain words, with the nearest right word and where to read on. */
export function explainUsage(
  message: string,
  argv: readonly string[],
  { commands, program }: { readonly commands: readonly Command[]; readonly program: string },
): string {
  const command = commands.find(({ name }) => name === argv[0]);
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(", ")[0];
  const required = /^Missing required arguments?: (.*)$/.exec(message)?.[1]?.split(", ") ?? [];
  const [, option = "", given = "", choices = ""] =
    /Argument: (\S+), Given: "(.*)", Choices: (.*)$/m.exec(message) ?? [];
  const missing = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  const help = `(see ${program}${command === undefined ? "" : ` ${command.name}`} --help)`;
  if (unknown !== undefined) return `${unknownWord(unknown, argv, command, commands)} ${help}`;
  if (missing !== undefined) return `--${missing} must have a value ${help}`;
  if (required.length > 0) return `${required.map((name) => `--${name}`).join(" and ")} must be given ${help}`;
  if (option !== "") {
    const known = choices.split(", ").map((choice) => choice.slice(1, -1));
    return `--${option} must be one of ${known.join(", ")} (got ${given})${didYouMean(given, known)} ${help}`;
  }
  if (/^Not enough non-option arguments/.test(message))
    return `${positionals[command?.name ?? ""] ?? "a scenario file"} must be given ${help}`;
  return `${message} ${help}`;
}

function unknownWord(
  word: string,
  argv: readonly string[],
  command: Command | undefined,
  commands: readonly Command[],
): string {
  const spellings = [`--${word}`, `--no-${word}`, `-${word}`];
  const option = argv.map((argument) => argument.split("=")[0] as string).find((name) => spellings.includes(name));
  if (command === undefined && option === undefined) {
    return `${word} is not a command${didYouMean(
      word,
      commands.map(({ name }) => name),
    )}`;
  }
  if (option === undefined) return `${word} is one argument too many`;
  const known = [
    ...Object.keys(command?.options ?? {}).flatMap((name) => [`--${name}`, `--no-${name}`]),
    "--help",
    "--version",
  ];
  return `${option} is not an option${didYouMean(option, known)}`;
}
