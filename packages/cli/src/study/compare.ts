import { arrivalsControl, comparePolicies, type StudyMeasure } from "@mpp-sim/experiment";
import { type ComparedFiles, comparisonCsv, comparisonObject, comparisonText } from "@mpp-sim/report";
import { comparisonSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import { isDirectory, ranAt } from "../run-directory/ran.ts";
import { bestOf, bestSentence, budgetEach } from "./best-policy.ts";
import { type Compared, comparedOf, parts, valuesOfRun } from "./compared-policies.ts";
import { conductStudy } from "./conduct-study.ts";
import { openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** `mpp compare`, as asked for. */
export interface CompareRequest extends Omit<StudyRequest, "file" | "variant"> {
  /** A scenario or a run directory each, perhaps with `#VARIANT`. */
  readonly policies: readonly string[];
  /** Which mean of the first measure is the best, where one policy is to be chosen. */
  readonly best: "lowest" | "highest" | undefined;
  /** Replications over all policies with which to choose; as many as make it sure unless given. */
  readonly budget: number | undefined;
}

/**
 * Runs policies with the same people and compares each with the first, replication by replication. Runs that are there are read. Those that met
 * other people are compared as independent runs.
 * @throws InputError if there are fewer than two, one is not valid, or they have not the same period
 */
export async function compare(request: CompareRequest, host: Host): Promise<ExitCode> {
  const names = everyPolicy(request, host);
  if (names.length < 2) {
    throw new InputError(`compare must have two policies or more, or a file with variants (got ${names.join(", ")})`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`compare must name each policy once (got ${twice} twice)`);
  const [first, ...others] = allOf(names, request, host);
  for (const { written, name } of others) mustBeAlike(first.written.period, written.period, name);
  const { measures } = first;
  const seed = request.seed ?? first.seed;
  const replications = request.replications ?? first.replications;
  const all = [first, ...others];
  const policies = all.flatMap(({ from }) => (from.kind === "scenario" ? [from.policy] : []));
  const runs = all.filter(({ from }) => from.kind === "run");
  if (request.best !== undefined && runs.length > 0) {
    throw new InputError(`--best must have scenarios, which it runs until it can tell (got the run ${runs[0]?.name})`);
  }
  mustChoose(request, policies.length);
  const apart = others.filter(({ people }) => people !== first.people);
  const run: ComparedFiles = {
    command: "compare",
    scenario: first.written,
    seed,
    replications,
    points: all.length,
    policies: names,
    ...(apart.length > 0 && {
      people: "not all with the same people",
      apart: apart.map((one) => whyApart(one, first)),
    }),
  };
  const inputs = new Map(all.flatMap((one) => one.inputs.map((input) => [input.file, input] as const)));
  return conductStudy(
    {
      command: run.command,
      run: { scenario: first.written, inputs: [...inputs.values()], seed, replications },
      policies,
      reads: all.flatMap(({ from }) => (from.kind === "scenario" ? from.reads : [])),
      options: {
        policies: names,
        best: request.best ?? null,
        ...(request.budget !== undefined && { budget: request.budget }),
        of: measures.map(({ name }) => name),
        ...(runs.length > 0 && {
          runs: runs.flatMap(({ name, people, from }) =>
            from.kind === "run"
              ? [{ name, people, key: from.ran.manifest.key, done: from.ran.manifest.replications.done }]
              : [],
          ),
        }),
      },
      work: async (ask) => {
        const controls = controlsOf(policies, measures);
        const looked = [...measures, ...controls.flatMap((one) => one ?? [])];
        const found = policies.length === 0 ? [] : await ask(policies, replications, looked);
        const values = await Promise.all(
          all.map(({ from }, index) =>
            from.kind === "run"
              ? valuesOfRun(all[index] as Compared, from, measures)
              : (found[policies.indexOf(from.policy)] ?? []),
          ),
        );
        const compared = comparePolicies(
          measures,
          all.map((one, index) => ({
            name: one.name,
            otherPeople: apart.includes(one),
            values: (values[index] ?? []).slice(0, measures.length),
          })),
          controls.map(
            (control) => control && { ...control, values: values.map((own) => own[looked.indexOf(control)] ?? []) },
          ),
        );
        const asked = { ...request, policies, measure: measures[0] as StudyMeasure };
        const chosen = request.best && (await bestOf({ ...asked, best: request.best }, ask));
        return {
          files: new Map([
            ["comparison.csv", comparisonCsv(run, compared)],
            ["compare.svg", comparisonSheet(run, compared)],
          ]),
          document: { ...comparisonObject(run, compared), ...(chosen && { best: chosen }) },
          text: (paper) => `${comparisonText(run, compared, paper)}${chosen ? `\n${bestSentence(chosen)}\n` : ""}`,
        };
      },
    },
    { ...request, seed, replications, file: first.written.file, variant: undefined },
    host,
  );
}

/** All that is compared. Scenarios beside a run that stands first are run as it was: with its seed, and as often. */
function allOf(names: readonly string[], request: CompareRequest, host: Host): [Compared, ...Compared[]] {
  const [name = "", ...rest] = names;
  const first = comparedOf(name, request, host);
  const seed = request.seed ?? first.seed;
  const ofFirst = first.measures.map((measure) => measure.name);
  return [first, ...rest.map((other) => comparedOf(other, { ...request, seed }, host, ofFirst))];
}

/** The arrivals that go with each measure, where every policy that is run has them as the first. */
function controlsOf(policies: readonly RunPolicy[], measures: readonly StudyMeasure[]) {
  const known = (policy: RunPolicy, { name }: StudyMeasure) => arrivalsControl(policy.scenario.parameters, name);
  return measures.map((measure) => {
    const [own, ...others] = policies.map((policy) => known(policy, measure));
    const isSame = others.every((other) => other?.name === own?.name && other?.expected === own?.expected);
    return own && isSame ? { ...own, unit: "persons" } : undefined;
  });
}

/** @throws InputError if a budget is for nothing, or lets not every policy begin */
function mustChoose({ best, budget }: CompareRequest, policies: number): void {
  if (budget === undefined) return;
  if (best === undefined) throw new InputError("--budget must be with --best lowest or highest (got neither)");
  const least = policies * budgetEach;
  if (budget >= least) return;
  throw new InputError(
    `--budget must be ${least} replications at least, ${budgetEach} for each of ${policies} policies (got ${budget})`,
  );
}

function whyApart({ name, seed }: Compared, first: Compared): string {
  const why =
    seed === first.seed
      ? "it was run by another build of the program"
      : `its seed is ${JSON.stringify(seed)} and not ${JSON.stringify(first.seed)}`;
  return `${name} met other people than ${first.name}: ${why}. The two are compared as independent runs, whose difference has the chance of both in it.`;
}

/** The policies named; a file or a run with variants that stands alone is all of them, the one that others are compared with first. */
function everyPolicy(request: CompareRequest, host: Host): readonly string[] {
  const { policies } = request;
  const [only = ""] = policies;
  if (policies.length !== 1 || only.includes("#")) return policies;
  const { reference, variants } = variantsOf(only, request, host);
  const names = [reference, ...variants.filter((name) => name !== reference)];
  return variants.length === 0 ? policies : names.map((name) => `${only}#${name}`);
}

function variantsOf(only: string, request: CompareRequest, host: Host) {
  if (isDirectory(only, host.cwd)) {
    const { reference = "", variants = [] } = ranAt(only, host.cwd).manifest;
    return { reference, variants: variants.map(({ name }) => name) };
  }
  const { experiment, variants } = openStudy({ ...request, ...parts(only), quiet: true }, host).opened.scenario;
  return { reference: experiment.reference, variants: variants.map(({ name }) => name) };
}

function mustBeAlike(
  period: Compared["written"]["period"],
  { from, to }: Compared["written"]["period"],
  name: string,
): void {
  if (period.from === from && period.to === to) return;
  const both = `${period.from} to ${period.to}`;
  throw new InputError(
    `${name} must have the period of the first, ${both} (got ${from} to ${to}); give --from and --until`,
  );
}
