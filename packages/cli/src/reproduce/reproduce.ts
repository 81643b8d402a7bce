import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plainJson } from "@mpp-sim/report";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { openScenario } from "../open-scenario.ts";
import { askedAgain, type RunRequest } from "../run/run-request.ts";
import type { HashedFile, Manifest } from "../run-directory/manifest.ts";
import { type Ran, ranAt } from "../run-directory/ran.ts";
import { say } from "../terminal/say.ts";
import type { Again, Reproduced } from "./again.ts";
import { oneAgain } from "./one-again.ts";
import { wholeAgain } from "./whole-again.ts";

/** `mpp reproduce`, as asked for. */
export interface ReproduceRequest extends Pick<RunRequest, "workers" | "json" | "quiet" | "progress" | "color"> {
  readonly directory: string;
  /** Only this one, from 0. */
  readonly replication: number | undefined;
  /** Where the scenario is now, if it is not where it was. */
  readonly scenario: string | undefined;
}

/**
 * Runs what a run directory holds again, from its manifest, and says whether it comes to the same bytes. Nothing is written.
 * @throws InputError if it is no such directory, or its scenario is not there or has changed
 */
export async function reproduce(request: ReproduceRequest, host: Host): Promise<ExitCode> {
  const ran = ranAt(request.directory, host.cwd);
  const { manifest, shown } = ran;
  const asked = askedBy(ran);
  const file = request.scenario ?? asked.file;
  if (!existsSync(path.resolve(host.cwd, file))) {
    const where = request.scenario === undefined ? "; say where it is with --scenario FILE" : "";
    throw new InputError(`${file}, the scenario of ${shown}, must be there (got nothing of that name)${where}`);
  }
  const again = askedAgain({ ...asked, file }, { ...request, json: false, out: "again", fresh: true });
  const opened = openScenario(file, again, host, true);
  mustBeUnchanged(shown, manifest.inputs, opened.inputs);
  const { program } = manifest;
  const sameBuild = program.version === host.build.version && program.sources === host.build.sources;
  const folder = mkdtempSync(path.join(tmpdir(), "mpp-reproduce-"));
  let found: Reproduced | ExitCode;
  try {
    const how: Again = { ran, request: again, opened, sameBuild, folder, host };
    found = request.replication === undefined ? await wholeAgain(how) : await oneAgain(how, request.replication);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (typeof found === "number") return found;
  const { same, sentences, about } = found;
  if (request.json) {
    const { version, commit, sources } = host.build;
    const document = {
      directory: shown,
      same,
      ...about,
      program: { was: program, is: { version, commit, sources } },
    };
    say(host.stdout, `${plainJson(document, 2)}\n`);
  } else if (!request.quiet || !same) {
    const builds = sameBuild ? [] : [buildSentence(program, host.build)];
    say(request.quiet ? host.stderr : host.stdout, `${[...sentences, ...builds].join("\n")}\n`);
  }
  return same ? exitCodes.done : exitCodes.differs;
}

function askedBy({ shown, manifest: { asked, program } }: Ran): NonNullable<Manifest["asked"]> {
  if (asked !== undefined) return asked;
  throw new InputError(
    `${shown} must say how its run was asked for (its manifest does not: mpp-sim ${program.version} of that day kept no such thing)`,
  );
}

/** @throws InputError with the files that are not what they were */
function mustBeUnchanged(shown: string, then: readonly HashedFile[], now: readonly HashedFile[]): void {
  const hashes = (files: readonly HashedFile[]) => new Map(files.map(({ file, sha256 }) => [file, sha256]));
  const [was, is] = [hashes(then), hashes(now)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((file) => was.get(file) !== is.get(file));
  if (changed.length === 0) return;
  const names = changed.slice(0, 5).join(", ");
  const more = changed.length > 5 ? ` and ${changed.length - 5} more` : "";
  throw new InputError(`the files of ${shown} must be those it was run from (changed since: ${names}${more})`);
}

function buildSentence(then: Manifest["program"], now: Host["build"]): string {
  const words = ({ version, sources = "" }: Partial<Manifest["program"]>): string =>
    `mpp-sim ${version}${sources === "" ? "" : ` (sources ${sources.slice(0, 12)})`}`;
  return `It was run by ${words(then)}, and again by ${words(now)}.`;
}
