import type { AnswerResult } from "@mpp-sim/experiment";
import { assumptionWords, baseSentence, triedSentence, verdictSentence } from "../answer/answer-words.ts";
import { labelMarkup } from "./breakable.ts";
import { html, type Markup } from "./markup.ts";

/** What the question comes to, at the head of a report. Nothing where the scenario asks nothing. */
export function answerSection(answer: AnswerResult | undefined): Markup {
  if (answer === undefined) return html``;
  const lines = answer.verdict.factors.map(
    (one) => html`<li>${labelMarkup(one.factor)}, ${assumptionWords(answer, one)}</li>`,
  );
  return html`
<h2>The answer</h2>
<p><strong>${verdictSentence(answer)}</strong></p>
<p>${baseSentence(answer)}</p>
<p>${triedSentence(answer)}</p>
${
  lines.length === 0
    ? ""
    : html`<ul>
${lines}
</ul>`
}`;
}
