import type { Build } from "./host.ts";

/** What a user reads when the program itself fails, and can pass on. */
export function faultReport(error: unknown, argv: readonly string[], build: Build, seed?: string): string {
  const { version, commit } = build;
  const lines = [
    "",
    "mpp failed. This is a fault of the program, not of your scenario. Please report it to the project as an issue, with the",
    "scenario files and these lines:",
    `  mpp-sim ${version}${commit === null ? "" : ` (${commit})`}, Node ${process.version}, ${process.platform}-${process.arch}`,
    `  arguments: ${JSON.stringify(argv)}`,
    ...(seed === undefined ? [] : [`  seed: ${JSON.stringify(seed)}`]),
    `  ${(error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll("\n", "\n  ")}`,
    "",
  ];
  return lines.join("\n");
}
