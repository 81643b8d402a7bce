import { readFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { runScenario } from "../run/run-scenario.ts";
import { recordsIn, recordsTable, sha256 } from "../run-directory/manifest.ts";
import { type Ran, ranAt, recordsOf } from "../run-directory/ran.ts";
import { type Again, policiesAgain, type Reproduced } from "./again.ts";

/** Most names in a sentence. */
const mostNamed = 5;

/** Runs all of it, into a folder of its own, and compares each file and each record. A number is the exit code of a run that did not end. */
export async function wholeAgain(again: Again): Promise<Reproduced | ExitCode> {
  const { ran, request, opened, folder, host } = again;
  const { status, reason } = ran.manifest;
  if (status !== "complete") {
    throw new InputError(
      `${ran.shown} must hold a complete run (it is ${status}: ${reason}); --replication K runs one of its replications again`,
    );
  }
  const { reads } = policiesAgain(again).policies;
  const away: Host = { ...host, cwd: folder, recorded: { reads, inputs: opened.inputs }, stdout: nowhere() };
  const code = await runScenario(request, away);
  return code === exitCodes.done ? compared(again, ranAt("again", folder)) : code;
}

function nowhere(): Host["stdout"] {
  return Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY: false });
}

/** A file that is not as it was, and how. */
interface Differing {
  readonly file: string;
  readonly how: string;
}

function compared({ ran, sameBuild, host }: Again, now: Ran): Reproduced {
  const { shown, manifest } = ran;
  // Addresses of records hold the build.
  const left = sameBuild ? [] : [recordsTable];
  const names = [...new Set([manifest, now.manifest].flatMap(({ outputs }) => outputs.map(({ file }) => file)))];
  const files = names.filter((file) => !left.includes(file));
  const differing = files.flatMap((file): Differing[] => {
    const how = howItDiffers(file, ran, now);
    return how === "" ? [] : [{ file, how }];
  });
  const records = sameBuild ? recordsOf(now) : [];
  const otherRecords = records.filter(({ file }) => howItDiffers(path.join(recordsIn, file), ran, now) !== "");
  const [was, is] = [manifest.fingerprint, now.manifest.fingerprint];
  const same = differing.length === 0 && otherRecords.length === 0 && was === is;
  const about = {
    fingerprint: { was, is },
    files: files.map((file) => ({ file, same: differing.every((one) => one.file !== file) })),
    records: { compared: records.length, differing: otherRecords },
  };
  const counted = `${files.length} files${sameBuild ? ` and ${records.length} records` : ""}`;
  if (same) {
    return { same, about, sentences: [`The same, byte for byte: ${counted} of ${shown}, fingerprint ${is}.`] };
  }
  const events =
    was === is
      ? `The same events happened (fingerprint ${is}).`
      : `Other events happened: the fingerprint was ${was}, and is ${is}.`;
  const [first] = otherRecords;
  const recordSentences = first
    ? [
        `${otherRecords.length} of ${records.length} records differ, the first of replication ${first.replication}${first.policy && ` of ${first.policy}`}: ${host.build.command} reproduce ${shown} --replication ${first.replication}`,
      ]
    : [];
  return {
    same,
    about,
    sentences: [
      `Not the same: ${differing.length} of ${files.length} files of ${shown} differ${differing.length === 0 ? "" : ":"}`,
      ...differing.slice(0, mostNamed).map(({ file, how }) => `  ${file} ${how}`),
      ...(differing.length > mostNamed ? [`  and ${differing.length - mostNamed} more`] : []),
      ...recordSentences,
      events,
    ],
  };
}

/** Empty if a file has the same bytes in both directories. */
function howItDiffers(file: string, then: Ran, now: Ran): string {
  const [was, is] = [then, now].map(({ folder }) => bytesOf(path.join(folder, file)));
  if (is === undefined) return "is not written any more";
  if (was?.equals(is)) return "";
  const written = then.manifest.outputs.find((output) => output.file === file);
  if (was !== undefined && written === undefined) return "is another";
  if (was === undefined) return written === undefined ? "was not there" : "is not there any more";
  return written?.sha256 === sha256(is) ? "was changed after the run" : "comes out otherwise";
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
