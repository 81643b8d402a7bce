import type { AnswerResult, Estimate, OneMore } from "@mpp-sim/experiment";
import { roomFor } from "../format/equal.ts";
import { placeName } from "../format/names.ts";
import { changeText } from "./figure-table.ts";

/** What a change brings, sentence by sentence: the same words on a terminal and on a page. */

/** What more of one capacity changes: `an officer, El Paso: released 0 ± 3 · returned +1 ± 2 · hours in custody −40 ± 60`. */
export function oneMoreWords({ label, path, moves }: OneMore): string {
  const [section, place = ""] = path.split(".");
  const where = section === "buses" ? "" : `, ${placeName(place)}`;
  return `${label}${where}: ${moves.map((move) => `${whatMoves(move.name)} ${unbroken(changeText(move))}`).join(" · ")}`;
}

/** Over how many replications that is, and what is not said by a change that is 0 in each of them. */
export function oneMoreNote({ oneMore }: Pick<AnswerResult, "oneMore">): string {
  const n = Math.max(0, ...oneMore.flatMap(({ moves }) => moves.map((move) => move.n)));
  const equal = n < 2 ? "" : ` (0 ± 0: no change in any; there may be one in up to ${roomFor(n)} of all)`;
  return `The same people with more of one thing, ${n} replication${n === 1 ? "" : "s"}, paired ± 95 %${equal}:`;
}

/** What the policy changes elsewhere, a sentence a place. */
export function elsewhereWords({ elsewhere }: Pick<AnswerResult, "elsewhere">): readonly string[] {
  const places = [...new Set(elsewhere.map(({ name }) => placeOf(name)))];
  return places.map((place) => {
    const moved = elsewhere.filter(({ name }) => placeOf(name) === place);
    return `${place}: ${moved.map((move) => `${unbroken(changeText(move))} ${whatElsewhere(move)}`).join(" · ")}`;
  });
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/** What a figure that may move is called. */
export function whatMoves(name: string): string {
  if (name.endsWith("person-hours")) return "hours in custody";
  return name.endsWith(".released") ? "released" : "returned";
}

function whatElsewhere({ name }: Estimate): string {
  if (name.endsWith("custody.person-hours")) return "hours in custody";
  if (name.endsWith("own.diverted")) return "of its own people not returned for want of anything there";
  return name.endsWith("person-days") ? "person-days outside a shelter" : "released";
}

function placeOf(name: string): string {
  const [kind, place = ""] = name.split(".");
  return kind === "system" ? "All sectors" : placeName(place);
}
