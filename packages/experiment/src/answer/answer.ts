import type { Answer } from "@mpp-sim/scenario";
import { type Estimate, estimateMean, type MeanEstimate } from "../estimate.ts";
import { type Control, comparePolicies, type PolicyDifference } from "../study/comparison.ts";
import { type Effect, effectOf } from "./effect.ts";
import type { Trial } from "./trials.ts";
import { type Point, type Verdict, verdictOf } from "./verdict.ts";

/** The measure by replication, under the policy of the scenario and under what it is compared with. */
export interface Compared {
  /** Under the policy of the scenario. */
  readonly own: readonly number[];
  /** Under what it is compared with, in the same replications. */
  readonly against: readonly number[];
}

/** What came of a question: `answer.json`. */
export interface AnswerResult extends Pick<Answer, "measure" | "counts" | "claim" | "label" | "matters"> {
  /** Of the measure. */
  readonly unit: string;
  /** With everything as in the file, at 95 %: what chance alone leaves open. */
  readonly base: Effect;
  /** Each value tried. Intervals hold at 95 % over the base and all of them together (Bonferroni). */
  readonly points: readonly Point[];
  /** What all of it comes to. */
  readonly verdict: Verdict;
  /** Values with a range that were tried, of all there are. */
  readonly ranges: { readonly tried: number; readonly of: number };
  /** The measure under both policies, with everything as in the file: how well each mean is known, by itself. */
  readonly means: { readonly own: MeanEstimate; readonly against: MeanEstimate };
  /** What it is worth that both met the same people: variance of the difference by that of independent runs, and with arrivals as control. */
  readonly pairing: Pick<PolicyDifference, "varianceRatio" | "controlled">;
  /** What the policy changes elsewhere, against what it is compared with: paired differences. */
  readonly elsewhere: readonly Estimate[];
  /** What more of each capacity in focus changes, the same people: paired differences from the policy as it is. */
  readonly oneMore: readonly OneMore[];
}

/** More of one capacity, and what it changes. */
export interface OneMore {
  /** Of its setting. */
  readonly path: string;
  /** How much more: `a seat on every trip`. */
  readonly label: string;
  /** Paired differences: people in focus released and returned, hours in custody anywhere. */
  readonly moves: readonly Estimate[];
}

/** What an answer is made of. */
export interface Answering {
  /** What the scenario asks. */
  readonly asked: Answer;
  /** Of the measure. */
  readonly unit: string;
  /** Values with a range in the scenario. */
  readonly ranges: number;
  /** With everything as in the file. */
  readonly base: Compared;
  /** At each value tried. */
  readonly trials: readonly (Compared & { readonly trial: Trial })[];
  /** Values that are to be tried in all; as many as there are trials unless given. Intervals hold over all of them. */
  readonly planned?: number;
  /** The arrivals that go with the measure, under what it is compared with and then under the policy; not taken into account unless given. */
  readonly control?: Control | undefined;
  /** Nothing unless given. */
  readonly elsewhere?: AnswerResult["elsewhere"];
  /** Nothing unless given. */
  readonly oneMore?: AnswerResult["oneMore"];
}

const chance = 0.05;

/** The answer to a question: the effect as it stands, and what becomes of it over the assumptions tried. */
export function answerOf({ asked, unit, ranges, base, trials, ...more }: Answering): AnswerResult {
  const { measure, counts, claim, label, matters } = asked;
  const { planned = trials.length, elsewhere = [], oneMore = [], control } = more;
  const together = 1 - chance / (1 + planned);
  const effect = ({ own, against }: Compared, level: number): Effect => effectOf(own, against, claim, level);
  const points = trials.map(({ trial: { factor, value }, ...compared }) => ({
    factor,
    value,
    effect: effect(compared, together),
  }));
  const [compared] = comparePolicies(
    [{ name: measure, unit }],
    [
      { name: label, values: [base.against] },
      { name: "own", values: [base.own] },
    ],
    [control],
  );
  const { varianceRatio = null, controlled } = compared?.differences[1] ?? {};
  return {
    measure,
    counts,
    claim,
    label,
    matters,
    unit,
    base: effect(base, 1 - chance),
    points,
    verdict: verdictOf(effect(base, together), points, matters),
    ranges: { tried: new Set(points.map(({ factor }) => factor)).size, of: ranges },
    means: { own: estimateMean(base.own), against: estimateMean(base.against) },
    pairing: { varianceRatio, ...(controlled && { controlled }) },
    elsewhere,
    oneMore,
  };
}
