import { existsSync } from "node:fs";
import path from "node:path";
import type { Host } from "../host.ts";
import type { Run } from "../run-directory/manifest.ts";
import { quoted } from "../terminal/quoted.ts";
import type { RunRequest } from "./run-request.ts";

/** The same people without the bus, if the question is about a bus; else what the answer rests on. Undefined where the scenario is no file here. */
export function nextCommand(
  { file, set, from, until }: RunRequest,
  { build, cwd }: Host,
  { scenario, variants, seed, replications }: Run,
): string | undefined {
  const alone = variants.length === 0 && set.length === 0;
  const without = alone ? twinWithoutBus(file, scenario, cwd) : undefined;
  if (without !== undefined) {
    const period = [
      ...(from === undefined ? [] : ["--from", from]),
      ...(until === undefined ? [] : ["--until", until]),
    ];
    return [
      build.command,
      "run",
      ...[without, "--seed", seed].map(quoted),
      "--replications",
      replications,
      ...period,
    ].join(" ");
  }
  const isHere = existsSync(path.resolve(cwd, file));
  return isHere ? `${build.command} show ${quoted(file)} --assumptions` : undefined;
}

/** The scenario beside this one that is named after it, or else after its sector, and has no bus. */
function twinWithoutBus(file: string, { focus: { bus, sector } }: Run["scenario"], cwd: string): string | undefined {
  const { dir, name } = path.posix.parse(file);
  if (bus === undefined || name.endsWith("-no-bus")) return undefined;
  return [name, sector]
    .map((one) => path.posix.join(dir, `${one}-no-bus.yaml`))
    .find((twin) => existsSync(path.resolve(cwd, twin)));
}
