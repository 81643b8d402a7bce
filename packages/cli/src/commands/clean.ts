import type { Command } from "./command.ts";
import { numberOption } from "./options.ts";

const cleanOptions = {
  days: { ...numberOption("--days", 0, 100_000, "only what was kept for more than so many days"), default: 30 },
  "dry-run": { type: "boolean", default: false, describe: "tell what would go, and remove nothing" },
} as const;

/** `mpp clean` */
export const clean: Command = {
  name: "clean",
  options: cleanOptions,
  define: (program, { choose, command }) =>
    program.command(
      "clean",
      "Remove replications that were kept long ago below runs/; run directories have their own and stay",
      (yargs) =>
        yargs.options(cleanOptions).example(`${command} clean`, "").example(`${command} clean --days 7 --dry-run`, ""),
      ({ days, "dry-run": dry }) =>
        choose(async (host) => {
          const { cleanRecords } = await import("../clean-records.ts");
          return cleanRecords({ days, dry }, host);
        }),
    ),
};
