import type { Argv, Options } from "yargs";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";

/** What a command does once its arguments are understood. */
export type Action = (host: Host) => Promise<ExitCode>;

/**
 * A command of the program. `define` describes its arguments and calls `choose` with the action. The action loads the
 * libraries that it needs, so that help does not wait for them.
 */
export interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, Options>>;
  readonly define: (program: Argv, context: { readonly choose: (action: Action) => void } & Help) => Argv;
}

/** Names that examples in help use. */
export interface Help {
  readonly command: string;
  readonly example: string;
}
