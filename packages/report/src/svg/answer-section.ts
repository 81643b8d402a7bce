import type { AnswerResult } from "@mpp-sim/experiment";
import { assumptionWords, baseSentence, triedSentence, verdictSentence } from "../answer/answer-words.ts";
import { elsewhereWords, oneMoreNote, oneMoreWords } from "../brief/worth-words.ts";
import { labelMarkup } from "./breakable.ts";
import { html, type Markup } from "./markup.ts";

/** What the question comes to, at the head of a report. Nothing where the scenario asks nothing. */
export function answerSection(answer: AnswerResult | undefined): Markup {
  if (answer === undefined) return html``;
  const text = (line: string): Markup => html`<li>${line}</li>`;
  return html`
<h2>The answer</h2>
<p><strong>${verdictSentence(answer)}</strong></p>
<p>${baseSentence(answer)}</p>
<p>${triedSentence(answer)}</p>
${listed(
  "What nobody published does to it",
  answer.verdict.factors.map((one) => html`<li>${labelMarkup(one.factor)}, ${assumptionWords(answer, one)}</li>`),
)}
${listed("What one more is worth", answer.oneMore.map(oneMoreWords).map(text), oneMoreNote(answer))}
${listed("What it costs elsewhere", elsewhereWords(answer).map(text), "Against what it is compared with, the same people, paired ± 95 %:")}`;
}

function listed(title: string, lines: readonly Markup[], note = ""): Markup {
  if (lines.length === 0) return html``;
  return html`<h3>${title}</h3>
${note === "" ? "" : html`<p class="soft">${note}</p>`}
<ul>
${lines}
</ul>`;
}
