import type { Bottleneck, RunResult } from "@mpp-sim/experiment";
import { constraintPhrase } from "../format/names.ts";
import { formatFixed } from "../format/number.ts";
import { meanText } from "./figure.ts";

/** What the people of a place waited for, largest first by person-hours. */
export function waitsAt({ bottlenecks }: RunResult, place: string): Bottleneck[] {
  return bottlenecks.filter((bottleneck) => bottleneck.place === place).sort((a, b) => a.rankByHours - b.rankByHours);
}

/** One sentence on a bottleneck. */
export function waitSentence({ constraint, personHours, share, persons, diverted }: Bottleneck): string {
  const left = (diverted.mean ?? 0) === 0 ? "nobody" : `${meanText(diverted)} people`;
  return (
    `For ${constraintPhrase(constraint)}: ${meanText(personHours)} person-hours, ${formatFixed(share * 100, 1)} % of all waiting, ` +
    `in ${meanText(persons)} waits of a person; ${left} left the pathway meanwhile.`
  );
}

/**
 * A release ends a wait, so hours can hide why people are not returned. This is the order by people not returned, if
 * its first `count` differ from the first by hours. Empty when they agree.
 */
export function divertedSentence(waits: readonly Bottleneck[], count: number): string {
  const diverting = waits
    .filter(({ diverted }) => (diverted.mean ?? 0) > 0)
    .sort((a, b) => a.rankByDiverted - b.rankByDiverted)
    .slice(0, count);
  if (diverting.every((wait, index) => wait === waits[index])) return "";
  const parts = diverting.map(({ constraint, diverted }) => `${constraintPhrase(constraint)} (${meanText(diverted)})`);
  return `By people who left the pathway while they waited, the order is: ${parts.join(", ")}.`;
}
