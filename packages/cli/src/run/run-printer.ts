import type { AnswerResult } from "@mpp-sim/experiment";
import type { Paper, RunOrVariants } from "@mpp-sim/report";
import type { Host } from "../host.ts";
import type { Run } from "../run-directory/manifest.ts";
import { paperOf } from "../terminal/paper-of.ts";
import { say } from "../terminal/say.ts";
import { usesColor } from "../terminal/uses-color.ts";
import { nextCommand } from "./next-command.ts";
import type { RunRequest } from "./run-request.ts";

/** Prints what a run comes to, as it becomes known: what was asked and found first, then what more was tried. */
export class RunPrinter {
  private readonly request: RunRequest;
  private readonly host: Host;
  private readonly run: Run;
  private isBegun = false;
  /** Lines that stand there already. */
  private readonly printed = { oneMore: 0, assumed: 0 };

  constructor(request: RunRequest, host: Host, run: Run) {
    this.request = request;
    this.host = host;
    this.run = run;
  }

  /** Prints the answer as the file has it, and what became of people; with `--full` all tables. */
  async begin(result: RunOrVariants, answer?: AnswerResult): Promise<void> {
    this.isBegun = true;
    if (this.isSilent) return;
    const { briefText, summaryText, variantsSummaryText } = await import("@mpp-sim/report");
    const { stdout, environment } = this.host;
    const { scenario } = this.run;
    stdout.write(briefText(result, scenario, await this.paper(), answer));
    if (!this.request.full) return;
    const color = usesColor(stdout, environment, this.request.color);
    const text =
      "variants" in result
        ? variantsSummaryText(result, scenario, { color })
        : summaryText(result, scenario, { color });
    stdout.write(`\n${text}`);
  }

  /** What more is known: lines of capacities and of assumptions that have been tried whole, in their order. */
  async goOn(answer: AnswerResult, whole: { readonly oneMore: number; readonly assumed: number }): Promise<void> {
    const { printed } = this;
    if (this.isSilent || (whole.oneMore === printed.oneMore && whole.assumed === printed.assumed)) return;
    const { assumedText, oneMoreText } = await import("@mpp-sim/report");
    const paper = await this.paper();
    const oneMore = { ...answer, oneMore: answer.oneMore.slice(0, whole.oneMore) };
    const factors = answer.verdict.factors.slice(0, whole.assumed);
    const text =
      oneMoreText(oneMore, printed.oneMore, paper) +
      assumedText({ ...answer, verdict: { ...answer.verdict, factors } }, printed.assumed, this.run.scenario, paper);
    Object.assign(printed, whole);
    this.host.stdout.write(text);
  }

  /** The rest: JSON; or the verdict, where the files are, and what to try next; or nothing. */
  async end(result: RunOrVariants, answer: AnswerResult | undefined, directory: string | undefined): Promise<void> {
    const { request, host, run } = this;
    const { resultJson, verdictText } = await import("@mpp-sim/report");
    if (result.status !== "complete") say(host.stderr, `${endingOf(result, directory)}\n`);
    if (request.json) {
      const more = { ...(directory !== undefined && { directory }), ...(answer && { answer }) };
      say(host.stdout, resultJson(result, run.scenario, more));
    } else if (!request.quiet && result.replicationsDone > 0) {
      if (!this.isBegun) await this.begin(result);
      if (answer) host.stdout.write(`\n${verdictText(answer, await this.paper())}`);
      const report = `${directory}/report.html`.replaceAll("//", "/");
      const more = request.full ? "" : "More           all tables: the same command with --full\n";
      const next = nextCommand(request, host, run);
      say(
        host.stdout,
        `\nRun directory  ${directory}\nReport         ${report}\n${more}${next === undefined ? "" : `Next, try      ${next}\n`}`,
      );
    }
  }

  private get isSilent(): boolean {
    return this.request.json || this.request.quiet;
  }

  private paper(): Promise<Paper> {
    return paperOf(this.host, this.request);
  }
}

function endingOf({ status, reason }: RunOrVariants, directory: string | undefined): string {
  const kept = directory === undefined ? "nothing was written" : `what was finished is kept in ${directory}`;
  return `The run is ${status}: ${reason}; ${kept}.`;
}
