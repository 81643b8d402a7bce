import { constraints, describeBorder } from "@mpp-sim/border";
import {
  type Capacity,
  capacitiesOf,
  capacitiesOnTheWay,
  estimate,
  type Moved,
  outcomesOf,
  pairsToTry,
  type Reported,
  worthOf,
} from "@mpp-sim/experiment";
import { type Bottlenecks, bottlenecksObject, bottlenecksText, worthCsv } from "@mpp-sim/report";
import { worthSheet } from "@mpp-sim/report/svg";
import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { policyAt, type RunPolicy } from "../run/run-policies.ts";
import { conductStudy } from "./conduct-study.ts";
import { openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** `mpp bottlenecks`, as asked for. */
export interface BottlenecksRequest extends Omit<StudyRequest, "of"> {
  /** Capacities of the whole border, not those alone that the people in focus may meet. */
  readonly all: boolean;
}

/**
 * Runs a scenario with more of each capacity, one at a time and then in pairs, with the same people.
 * @throws InputError if the scenario has no capacity that could be more
 */
export async function bottlenecks(request: BottlenecksRequest, host: Host): Promise<ExitCode> {
  const asked: StudyRequest = { ...request, of: [] };
  const { opened, start, base, seed, replications } = openStudy(asked, host);
  const { scenario } = base;
  const capacities = request.all ? capacitiesOf(scenario) : capacitiesOnTheWay(scenario);
  if (capacities.length === 0) throw new InputError(`${request.file} must have a capacity that can be more (got none)`);
  const catalogue = describeBorder(scenario.parameters);
  const figures = outcomesOf(scenario, catalogue);
  const people = scenario.focus.sector === undefined ? "system" : `sector.${scenario.focus.sector}`;
  const waits = constraints.map((constraint) => ({ constraint, name: `${people}.waited.${constraint}` }));
  const names = [...new Set([...figures.flatMap(({ of }: Moved) => of), ...waits.map(({ name }) => name)])];
  const measures = catalogue.measures.filter(({ name }) => names.includes(name));
  const policies = new Map<string, RunPolicy>();
  const policyWith = (more: readonly Capacity[]): RunPolicy => {
    const name = more
      .map(({ path }) => path)
      .sort()
      .join(" and ");
    const known = policies.get(name) ?? policyAt(base, { name, settings: more.flatMap(({ settings }) => settings) });
    policies.set(name, known);
    return known;
  };
  // All that may be asked for: which pairs are tried is known once each has been tried by itself.
  for (const [index, one] of capacities.entries()) {
    policyWith([one]);
    for (const other of capacities.slice(index + 1)) policyWith([one, other]);
  }
  return conductStudy(
    {
      command: "bottlenecks",
      run: start,
      policies: [base, ...policies.values()],
      reads: opened.source.reads,
      options: { all: request.all },
      work: async (ask) => {
        const reported = async (some: readonly RunPolicy[]): Promise<readonly Reported[]> =>
          (await ask(some, replications, measures)).map((columns) => ({
            catalogue: { measures },
            replications: Array.from({ length: replications }, (_, replication) => ({
              measures: columns.map((values) => values[replication] as number),
            })),
          }));
        const [own, ...alone] = await reported([base, ...capacities.map((one) => policyWith([one]))]);
        const asIs = own as Reported;
        const triedAlone = capacities.map((one, index) => ({ capacities: [one], reported: alone[index] as Reported }));
        const pairs = pairsToTry(worthOf(figures, asIs, triedAlone));
        const together = pairs.length === 0 ? [] : await reported(pairs.map(policyWith));
        const triedPairs = pairs.map((pair, index) => ({ capacities: pair, reported: together[index] as Reported }));
        const planned = triedAlone.length + triedPairs.length;
        const found: Bottlenecks = {
          figures,
          singles: worthOf(figures, asIs, triedAlone, planned),
          pairs: worthOf(figures, asIs, triedPairs, planned),
          waits: waits.flatMap(({ constraint, name }) => {
            const row = measures.findIndex((measure) => measure.name === name);
            const hours = estimate(row < 0 ? [] : asIs.replications.map((one) => one.measures[row] as number));
            return row < 0 || hours.max === 0 ? [] : [{ constraint, hours }];
          }),
        };
        const run = { command: "bottlenecks", scenario: opened.scenario, seed, replications, points: planned + 1 };
        return {
          files: new Map([
            ["worth.csv", worthCsv(found)],
            ["worth.svg", worthSheet(opened.scenario.name, found)],
          ]),
          document: bottlenecksObject(run, found),
          text: (paper) => bottlenecksText(run, found, paper),
        };
      },
    },
    asked,
    host,
  );
}
