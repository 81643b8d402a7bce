import type { Assessed, Plan, StudyPoint } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { csvOf } from "../format/csv.ts";
import { formatFixed } from "../format/number.ts";
import { counted, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What is to be met. */
export interface PlanTarget {
  readonly measure: string;
  readonly sign: "<=" | ">=";
  readonly bound: number;
  readonly probability: number;
}

type TriedPoint = Assessed & { readonly value: StudyPoint };

interface Sought {
  readonly paths: readonly string[];
  readonly target: PlanTarget;
  /** All values, or pairs of them, that might have been tried. */
  readonly points: readonly StudyPoint[];
  /** Of each at most. */
  readonly replications: number;
}

/** What came of a plan: the smallest value of one setting, or the edge of two. */
export type PlanFound = Sought &
  (
    | { readonly kind: "smallest"; readonly plan: Plan<StudyPoint> }
    | {
        readonly kind: "frontier";
        readonly frontier: readonly TriedPoint[];
        readonly tried: readonly TriedPoint[];
        readonly runs: number;
        readonly contradictions: readonly (readonly [less: StudyPoint, more: StudyPoint])[];
      }
  );

/** All that was tried. */
export function triedIn(found: PlanFound): readonly TriedPoint[] {
  return found.kind === "smallest" ? found.plan.tried : found.tried;
}

/** `plan.csv`: a row for each value that was tried. */
export function planCsv(found: PlanFound): string {
  return csvOf(
    [...found.paths, "n", "met", "share", "low", "high", "certainty"],
    triedIn(found).map(({ value, n, met, low, high, certainty }) => [
      ...value.values,
      n,
      met,
      met / n,
      low,
      high,
      certainty,
    ]),
  );
}

/** `study.json`. */
export function planObject(run: StudyRun, found: PlanFound): object {
  const { paths, target } = found;
  const setOf = ({ settings }: StudyPoint): object => settings.map(({ path, value }) => ({ path, value }));
  const objectOf = ({ value, n, met, low, high, certainty }: TriedPoint): object => ({
    ...{ set: setOf(value), n, met, low, high, certainty },
  });
  const head = { ...studyHead(run), paths, target, confidence: 0.95 };
  if (found.kind === "frontier") {
    const { frontier, tried, runs, contradictions } = found;
    return {
      ...head,
      frontier: frontier.map(objectOf),
      tried: tried.map(objectOf),
      runs,
      contradictions: contradictions.map((pair) => pair.map(setOf)),
    };
  }
  const { smallest, lastFailing, undecided, tried, runs, contradictions } = found.plan;
  return {
    ...head,
    smallest: smallest ? setOf(smallest) : null,
    lastFailing: lastFailing ? setOf(lastFailing) : null,
    undecided: undecided.map(setOf),
    tried: tried.map(objectOf),
    runs,
    contradictions: contradictions.map((pair) => pair.map(setOf)),
  };
}

/** For a terminal. */
export function planText(run: StudyRun, found: PlanFound, paper: Paper): string {
  const { target, points, replications, paths } = found;
  const tried = triedIn(found);
  const { runs, contradictions } = found.kind === "smallest" ? found.plan : found;
  const percent = (part: number): string => `${formatFixed(100 * part, 1)} %`;
  const goal = `${target.measure} ${target.sign} ${target.bound}`;
  const [against] = contradictions;
  return studyText(
    run,
    [
      `Target: ${goal} in ${percent(target.probability)} of all replications, at 95 % confidence.`,
      ...(found.kind === "smallest" ? smallestSentences(found) : frontierSentences(found)),
      {
        title: paths.join(", "),
        heads: ["n", "met", "share met", "at least", "at most", ""],
        rows: tried.map(({ value, n, met, low, high, certainty }) => ({
          label: `  ${value.values.join(", ")}`,
          cells: [String(n), String(met), percent(met / n), percent(low), percent(high), certainty].map((mean) => ({
            mean,
            interval: "",
          })),
        })),
      },
      `At least and at most are the exact bounds of the probability, each at 95 % (Clopper and Pearson). A value is left early where the rest of its ${replications} replications could not change what it comes to. It took ${counted(runs, "replication")}; trying all ${points.length} would take ${counted(points.length * replications, "replication")}.`,
      "The probability is over chance alone: every assumption is as in the file.",
      against === undefined
        ? ""
        : `More is not always better here: ${against[0].values.join(", ")} came to more than ${against[1].values.join(", ")}. So there may be others that this search did not see.`,
    ].filter((block) => block !== ""),
    paper,
  );
}

function smallestSentences({ plan: { smallest, lastFailing, undecided } }: PlanFound & { readonly kind: "smallest" }) {
  const name = (point: StudyPoint): string => point.values.join(", ");
  const [first] = undecided;
  const last = undecided.at(-1);
  return [
    smallest ? `The smallest value that surely meets it: ${name(smallest)}.` : "No value tried surely meets it.",
    lastFailing ? `The last that surely fails: ${name(lastFailing)}.` : "None surely fails.",
    first && last
      ? `Undecided: ${first === last ? name(first) : `${name(first)} to ${name(last)}`}. More replications may move the smallest value there.`
      : `No value ${smallest && lastFailing ? "between the two" : "tried"} is undecided.`,
  ];
}

function frontierSentences({ frontier }: PlanFound & { readonly kind: "frontier" }) {
  if (frontier.length === 0) return ["No pair tried surely meets it."];
  return [
    `Pairs that surely meet it, where a step less of either was not found to: ${frontier.map(({ value }) => value.values.join(" with ")).join("; ")}.`,
  ];
}
