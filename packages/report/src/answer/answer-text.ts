import type { AnswerResult } from "@mpp-sim/experiment";
import { inkOf } from "../format/ink.ts";
import { paragraphs, wrap } from "../format/plain.ts";
import { assumptionWords, baseSentence, triedSentence, verdictSentence } from "./answer-words.ts";

const width = 100;
const margin = 9;

/** The answer as the file has it, for a terminal: before any assumption is tried. */
export function answerText(answer: AnswerResult, { color }: { readonly color: boolean }): string {
  return paragraphs([block("ANSWER", [baseSentence(answer)], color)]);
}

/** What the question comes to over the assumptions tried, for a terminal. */
export function verdictText(answer: AnswerResult, { color }: { readonly color: boolean }): string {
  return paragraphs([
    block("VERDICT", [verdictSentence(answer), triedSentence(answer)], color),
    ...(answer.verdict.factors.length === 0
      ? []
      : [
          block(
            "ASSUMED",
            answer.verdict.factors.map((one) => `${one.factor}, ${assumptionWords(answer, one)}`),
            color,
          ),
        ]),
  ]);
}

/** Sentences beside a word. */
function block(word: string, sentences: readonly string[], color: boolean): string[] {
  const lines = sentences.flatMap((sentence, index) =>
    wrap(sentence, width, " ".repeat(margin), index === 0 ? word.padEnd(margin) : undefined),
  );
  return lines.map((line, index) => (index === 0 ? inkOf(color).strong(word) + line.slice(word.length) : line));
}
