import { existsSync } from "node:fs";
import path from "node:path";
import type { AnswerResult } from "@mpp-sim/experiment";
import type { RunOrVariants } from "@mpp-sim/report";
import type { Host } from "../host.ts";
import type { Run } from "../run-directory/manifest.ts";
import { quoted } from "../terminal/quoted.ts";
import { say } from "../terminal/say.ts";
import { usesColor } from "../terminal/uses-color.ts";
import type { RunRequest } from "./run-request.ts";

interface Printed {
  readonly request: RunRequest;
  readonly host: Host;
  readonly run: Run;
  readonly result: RunOrVariants;
  /** What the question came to; undefined if nothing was asked. */
  readonly answer: AnswerResult | undefined;
  /** As the user would write it; undefined if nothing was written. */
  readonly directory: string | undefined;
  /** Whether the summary has been printed. */
  readonly isShown: boolean;
}

/** Prints the answer as the file has it, and the summary, while assumptions are still being tried. */
export async function printFirst({
  request,
  host,
  run,
  result,
  answer,
}: Omit<Printed, "directory" | "isShown">): Promise<void> {
  if (request.json || request.quiet) return;
  const { answerText } = await import("@mpp-sim/report");
  const color = usesColor(host.stdout, host.environment, request.color);
  if (answer) say(host.stdout, `${answerText(answer, { color })}\n`);
  await printSummary({ request, host, run, result });
}

/** Prints the rest: JSON; or the verdict or the summary, where the files are, and what to try next; or nothing. */
export async function printResult({ request, host, run, result, answer, directory, isShown }: Printed): Promise<void> {
  const { stdout, stderr, environment } = host;
  const { resultJson, verdictText } = await import("@mpp-sim/report");
  if (result.status !== "complete") say(stderr, `${endingOf(result, directory)}\n`);
  if (request.json)
    say(
      stdout,
      resultJson(result, run.scenario, { ...(directory !== undefined && { directory }), ...(answer && { answer }) }),
    );
  else if (!request.quiet && result.replicationsDone > 0) {
    if (answer) say(stdout, `\n${verdictText(answer, { color: usesColor(stdout, environment, request.color) })}`);
    if (!isShown) await printSummary({ request, host, run, result });
    const report = `${directory}/report.html`.replaceAll("//", "/");
    say(
      stdout,
      `\nRun directory  ${directory}\nReport         ${report}\nNext, try      ${nextCommand(request, host, run)}\n`,
    );
  }
}

async function printSummary({
  request,
  host,
  run,
  result,
}: Omit<Printed, "answer" | "directory" | "isShown">): Promise<void> {
  const { stdout, environment } = host;
  const { summaryText, variantsSummaryText } = await import("@mpp-sim/report");
  const color = usesColor(stdout, environment, request.color);
  stdout.write(
    "variants" in result
      ? variantsSummaryText(result, run.scenario, { color })
      : summaryText(result, run.scenario, { color }),
  );
}

function endingOf({ status, reason }: RunOrVariants, directory: string | undefined): string {
  const kept = directory === undefined ? "nothing was written" : `what was finished is kept in ${directory}`;
  return `The run is ${status}: ${reason}; ${kept}.`;
}

/** The same people without the bus, if the question is about a bus; else what the answer rests on. */
function nextCommand(
  { file, set, from, until }: RunRequest,
  { build, cwd }: Host,
  { scenario, variants, seed, replications }: Run,
): string {
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
  return `${build.command} show ${quoted(file)} --assumptions`;
}

/** The scenario beside this one that is named after it, or else after its sector, and has no bus. */
function twinWithoutBus(file: string, { focus: { bus, sector } }: Run["scenario"], cwd: string): string | undefined {
  const { dir, name } = path.posix.parse(file);
  if (bus === undefined || name.endsWith("-no-bus")) return undefined;
  return [name, sector]
    .map((one) => path.posix.join(dir, `${one}-no-bus.yaml`))
    .find((twin) => existsSync(path.resolve(cwd, twin)));
}
