import type { AnswerResult, FactorVerdict, MeanEstimate, Verdict } from "@mpp-sim/experiment";
import { formatFixed, formatNumber, formatSupported } from "../format/number.ts";

/** What an answer says, sentence by sentence: the same words on a terminal and on a page. */

type Asked = Pick<AnswerResult, "claim" | "matters">;

/** The effect with everything as in the file, and what chance alone leaves open. */
export function baseSentence({ base, counts, label, claim, means: known }: AnswerResult): string {
  const { n, own, against, effect, low, high } = base;
  if (own === null || against === null) return `${counts}: in no replication is there anybody to count.`;
  const means = `${counts}: ${rounded(own, known.own)} on average, against ${rounded(against, known.against)} ${label}, the same people`;
  if (effect === null) return `${means}: nothing to take a part of.`;
  const sure =
    low === null || high === null
      ? "one replication: no interval"
      : `${span(low, high, claim)} by chance alone, n = ${n}`;
  return `${means}: ${span(effect, effect, claim)} (${sure}).`;
}

/** The verdict in one or two sentences. */
export function verdictSentence({ verdict, claim, matters, base }: AnswerResult): string {
  const cases = verdict.factors.length === 0 ? "with everything as in the file" : "in every case tried";
  switch (verdict.word) {
    case "yes":
      return `Yes. It is ${claim} by 90 % or more ${cases}.`;
    case "yes, mostly":
      return `Yes, mostly. It is ${claim} by a half or more ${cases}.`;
    case "partly":
      return `Partly. It is ${claim} ${cases}, but not by a half in all of them.`;
    case "no":
      return `No. It is not ${claim} by ${percent(matters)} or more ${cases}.`;
    case "not distinguishable":
      return `Not distinguishable. ${base.n} replications leave it open whether it is ${claim} by ${percent(matters)}${settling(verdict)}.`;
    case "depends":
      return `It depends on ${dependsOn(verdict)}.`;
  }
}

/** How many of the values with a range were tried, and how many of those agree. */
export function triedSentence({ ranges, verdict, claim }: AnswerResult): string {
  if (ranges.tried === 0) return `None of the ${ranges.of} values with a range was tried: this is chance alone.`;
  const agree = verdict.factors.filter(({ agrees }) => agrees).length;
  const half = verdict.factors.filter((factor) => factor.half).length;
  const holds = ["all", "most", "some"].includes(verdict.base);
  const what = holds ? `that it is ${claim}; ${half} that it is by a half or more` : `that it is not ${claim}`;
  return `${ranges.tried} of ${ranges.of} values with a range were tried, one at a time: ${agree} ${agree === 1 ? "agrees" : "agree"} ${what}.`;
}

/** What is said of one assumption behind its path: the values tried, and the effects between which they lie. */
export function assumptionWords(answer: AnswerResult, { factor, low, high, changes }: FactorVerdict): string {
  const values = answer.points.filter((point) => point.factor === factor).map(({ value }) => value);
  const effect = low === null || high === null ? "not defined everywhere" : span(low, high, answer.claim);
  const turn = changes ? `; changes between ${changes[0]} and ${changes[1]}` : "";
  return `${values[0]} to ${values.at(-1)}: ${effect}${turn}`;
}

/** A part of the measure, in the direction of the claim where it is positive. */
function span(low: number, high: number, claim: Asked["claim"]): string {
  const other = claim === "lower" ? "higher" : "lower";
  if (low < 0 && high > 0) return `from ${percent(-low)} ${other} to ${percent(high)} ${claim}`;
  const [from, to] = high <= 0 && low < 0 ? [-high, -low] : [low, high];
  const word = low < 0 ? other : claim;
  const [first, last] = [formatFixed(100 * from, 0), formatFixed(100 * to, 0)];
  return first === last ? `${first} % ${word}` : `${first} to ${last} % ${word}`;
}

function dependsOn({ factors }: Verdict): string {
  const turning = factors.filter(({ agrees }) => !agrees);
  const words = turning.map(({ factor, changes }) =>
    changes ? `${factor} (it changes between ${changes[0]} and ${changes[1]})` : factor,
  );
  return words.length === 0 ? "several together" : words.join(", and on ");
}

function settling({ settledBy }: Pick<Verdict, "settledBy">): string {
  return settledBy === undefined ? "" : `; some ${formatFixed(settledBy, 0)} would settle it`;
}

function percent(part: number): string {
  return `${formatNumber(Math.round(1000 * part) / 10)} %`;
}

/** To the place that its interval supports. */
function rounded(mean: number, { halfWidth }: MeanEstimate): string {
  return halfWidth === null ? formatFixed(mean, Math.abs(mean) < 10 ? 1 : 0) : formatSupported(mean, halfWidth).mean;
}
