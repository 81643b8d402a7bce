import { comparePolicies, estimateMean, kimNelson, type StudyMeasure } from "@mpp-sim/experiment";
import { type ComparedFiles, comparisonCsv, comparisonObject, comparisonText } from "@mpp-sim/report";
import { comparisonSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import { type Ask, conductStudy } from "./conduct-study.ts";
import { type OpenedStudy, openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** `mpp compare`, as asked for. */
export interface CompareRequest extends Omit<StudyRequest, "file" | "variant"> {
  /** A file each, or `FILE#VARIANT`. */
  readonly policies: readonly string[];
  /** Which mean of the first measure is the best, where one policy is to be chosen. */
  readonly best: "lowest" | "highest" | undefined;
}

/**
 * Runs policies with the same people and compares each with the first, replication by replication.
 * @throws InputError if there are fewer than two, one is not valid, or they have not the same period
 */
export async function compare(request: CompareRequest, host: Host): Promise<ExitCode> {
  const names = everyPolicy(request, host);
  if (names.length < 2) {
    throw new InputError(`compare must have two policies or more, or a file with variants (got ${names.join(", ")})`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`compare must name each policy once (got ${twice} twice)`);
  const studies = names.map((name) => openStudy({ ...request, ...parts(name) }, host));
  const [first] = studies as [OpenedStudy];
  for (const [index, { opened }] of studies.entries())
    mustBeAlike(first, opened.scenario.period, names[index] as string);
  const { opened, measures, seed, replications } = first;
  const policies = studies.map(({ base }, index) => ({ ...base, name: names[index] as string }));
  const run: ComparedFiles = {
    command: "compare",
    scenario: opened.scenario,
    seed,
    replications,
    points: policies.length,
    policies: names,
  };
  const inputs = new Map(studies.flatMap((study) => study.opened.inputs.map((input) => [input.file, input] as const)));
  return conductStudy(
    {
      command: run.command,
      run: { scenario: opened.scenario, inputs: [...inputs.values()], seed, replications },
      policies,
      reads: studies.flatMap((study) => study.opened.source.reads),
      options: { policies: names, best: request.best ?? null, of: measures.map(({ name }) => name) },
      work: async (ask) => {
        const values = await ask(policies, replications, measures);
        const compared = comparePolicies(
          measures,
          names.map((name, index) => ({ name, values: values[index] ?? [] })),
        );
        const chosen = request.best && (await choice(request.best, policies, measures[0] as StudyMeasure, ask));
        return {
          files: new Map([
            ["comparison.csv", comparisonCsv(run, compared)],
            ["compare.svg", comparisonSheet(run, compared)],
          ]),
          document: { ...comparisonObject(run, compared), ...(chosen && { best: chosen }) },
          text: (paper) => `${comparisonText(run, compared, paper)}${chosen ? `\n${choiceSentence(chosen)}\n` : ""}`,
        };
      },
    },
    { ...request, file: (names[0] as string).split("#")[0] as string, variant: undefined },
    host,
  );
}

/** Of the mean of the first policy: who is worse by less than that is as good. */
const matters = 0.05;
const firstLook = 20;

/** The best policy of all, so that a choice is wrong in one of twenty cases at most; policies that are clearly worse get no more replications. */
async function choice(best: "lowest" | "highest", policies: readonly RunPolicy[], measure: StudyMeasure, ask: Ask) {
  const run = async (policy: RunPolicy, count: number): Promise<readonly number[]> =>
    (await ask([policy], count, [measure]))[0]?.[0] ?? [];
  const { mean } = estimateMean(await run(policies[0] as RunPolicy, firstLook));
  if (mean === null || mean === 0) {
    throw new InputError(`--best must have a first policy in which ${measure.name} is not 0 (got ${mean ?? "none"})`);
  }
  const least = matters * Math.abs(mean);
  const found = await kimNelson({ systems: policies, best, matters: least, first: firstLook, run });
  return {
    policy: found.best.name,
    ...{ best, measure: measure.name, matters: least, settledAt: found.settledAt, runs: found.runs },
    leftOut: found.leftOut.map(({ system, at }) => ({ policy: system.name, at })),
  };
}

function choiceSentence({ policy, best, measure, matters: least, runs }: Awaited<ReturnType<typeof choice>>): string {
  return `The ${best} ${measure}: ${policy}, or one that is worse by less than ${Number(least.toPrecision(2))} (95 %, ${runs} replications in all).`;
}

/** The policies named; a file with variants that stands alone is all of them, the one that others are compared with first. */
function everyPolicy(request: CompareRequest, host: Host): readonly string[] {
  const { policies } = request;
  const [only = ""] = policies;
  if (policies.length !== 1 || only.includes("#")) return policies;
  const { scenario } = openStudy({ ...request, ...parts(only), quiet: true }, host).opened;
  const { reference } = scenario.experiment;
  const names = [reference, ...scenario.variants.map(({ name }) => name).filter((name) => name !== reference)];
  return scenario.variants.length === 0 ? policies : names.map((name) => `${only}#${name}`);
}

function parts(name: string): Pick<StudyRequest, "file" | "variant"> {
  const at = name.indexOf("#");
  return at === -1 ? { file: name, variant: undefined } : { file: name.slice(0, at), variant: name.slice(at + 1) };
}

function mustBeAlike(
  { opened }: OpenedStudy,
  { from, to }: OpenedStudy["base"]["scenario"]["period"],
  name: string,
): void {
  const { period } = opened.scenario;
  if (period.from === from && period.to === to) return;
  const both = `${period.from} to ${period.to}`;
  throw new InputError(
    `${name} must have the period of the first, ${both} (got ${from} to ${to}); give --from and --until`,
  );
}
