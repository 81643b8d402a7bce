import { didYouMean } from "@mpp-sim/scenario";
import type { Command } from "../commands/command.ts";

/** What is wrong with the arguments, in plain words, with the nearest right word and where to read on. */
export function explainUsage(
  message: string,
  argv: readonly string[],
  { commands, program }: { readonly commands: readonly Command[]; readonly program: string },
): string {
  const command = commands.find(({ name }) => name === argv[0]);
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(", ")[0];
  const missing = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  const help = `(see ${program}${command === undefined ? "" : ` ${command.name}`} --help)`;
  if (unknown !== undefined) return `${unknownWord(unknown, argv, command, commands)} ${help}`;
  if (missing !== undefined) return `--${missing} must have a value ${help}`;
  if (/^Not enough non-option arguments/.test(message))
    return `${command?.name === "merge" ? "the directories of shards" : "a scenario file"} must be given ${help}`;
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
