import type { AnswerResult, Effect } from "@mpp-sim/experiment";
import { plainJson } from "../format/plain.ts";
import { measureObject } from "./measure-object.ts";

/** `answer.json`. */
export function answerJson(answer: AnswerResult): string {
  return `${plainJson(answerObject(answer), 2)}\n`;
}

// Keys are named one by one, so that files keep their form when a type gains a field.
export function answerObject(answer: AnswerResult): object {
  const {
    measure,
    unit,
    counts,
    claim,
    label,
    matters,
    base,
    verdict,
    ranges,
    points,
    means,
    pairing,
    elsewhere,
    oneMore,
  } = answer;
  const { word, settledBy, factors } = verdict;
  return {
    measure,
    unit,
    counts,
    claim,
    against: label,
    matters,
    ...effectObject(base),
    verdict: word,
    ...(settledBy === undefined ? {} : { settledBy }),
    ranges,
    assumptions: factors.map(({ factor, low, high, agrees, half, changes }) => ({
      path: factor,
      low,
      high,
      agrees,
      half,
      ...(changes === undefined ? {} : { changes }),
      tried: points
        .filter((point) => point.factor === factor)
        .map(({ value, effect }) => ({ value, ...effectObject(effect) })),
    })),
    halfWidth: means.own.halfWidth,
    halfWidthAgainst: means.against.halfWidth,
    oneMore: oneMore.map(({ path, label, moves }) => ({ path, label, differences: moves.map(measureObject) })),
    elsewhere: elsewhere.map(measureObject),
    varianceRatio: pairing.varianceRatio,
    ...(pairing.controlled && { controlled: pairing.controlled }),
  };
}

function effectObject({ n, own, against, effect, low, high }: Effect): object {
  return { n, mean: own, meanAgainst: against, effect, low, high };
}
