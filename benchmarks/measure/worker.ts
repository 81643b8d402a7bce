/** A process that runs one program, whenever it is told to. `worker BUNDLE SETTINGS`; a message names the replication. */
import { pathToFileURL } from "node:url";
import type { Prepare, Settings } from "./program.ts";

const [bundle, settings] = process.argv.slice(2) as [string, string];
const { prepare } = (await import(pathToFileURL(bundle).href)) as { prepare: Prepare };
const run = prepare(JSON.parse(settings) as Settings);

process.on("message", async (replication: number) => {
  const measured = await run(replication);
  process.send?.({ ...measured, peakMb: process.resourceUsage().maxRSS / 1024 });
});
process.send?.("ready");
