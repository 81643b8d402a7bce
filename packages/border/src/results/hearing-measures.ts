import type { HearingCounts } from "../ledger/hearing-counts.ts";
import { outcomes } from "../parameters/vocabulary.ts";
import { type AddMeasure, type Measure, quantile, share } from "./measure.ts";

/**
 * Hearings of one court, or of some of those who are heard there. `since`: what the first date is counted from; `removals`: whether a
 * lost case is followed by them.
 */
export function hearingMeasures(
  measure: AddMeasure<HearingCounts>,
  { since, removals }: { readonly since: "return" | "release"; readonly removals: boolean },
): Measure[] {
  const missed = (counts: HearingCounts): number => counts.absentNotice + counts.absentChoice + counts.abandoned;
  const date = "on the date of the hearing";
  const lost = "whose case was denied or ended in their absence";
  return [
    measure("heard", "persons", "Persons in hearings held, at the start of the hearing", "heard"),
    measure("heard.cases", "cases", "Hearings held, at their start", "heardCases"),
    measure(
      "absent.share",
      "share",
      "Share of cases' dates in the period that passed without them: no notice, choice, or, of those returned, gone from the city",
      (counts) => share(missed(counts), missed(counts) + counts.heardCases),
    ),
    measure("absent.notice.cases", "cases", `Cases absent for want of notice, ${date}`, "absentNotice"),
    measure("absent.choice.cases", "cases", `Cases absent by choice, ${date}`, "absentChoice"),
    measure(
      "never-told",
      "persons",
      "Persons who missed a date for want of notice, on the first one, each once however many they missed",
      "neverTold",
    ),
    measure("pending.end", "persons", "Persons who wait for a hearing at the end: unfinished, not lost", "pending"),
    measure("pending.end.cases", "cases", "Cases that wait for a hearing at the end", "pendingCases"),
    measure(
      "wait.days.median",
      "days",
      `Median days from the ${since} to the first date, cases, at the booking, so that dates beyond the end count`,
      ({ waitDays }) => quantile(waitDays, 0.5),
    ),
    measure("ended.in-absentia", "persons", `Persons whose case ended in their absence, ${date}`, "inAbsentia"),
    ...outcomes.flatMap((outcome, index) => {
      if (outcome === "continued") return [];
      const definition = `Persons whose case ended ${outcome}, at the end of the hearing`;
      return [measure(`ended.${outcome}`, "persons", definition, (counts) => counts.outcomes[index]!)];
    }),
    ...(removals
      ? [
          measure("lost", "persons", `Persons ${lost}`, (counts) => counts.lostRemoved + counts.lostStayed),
          measure("lost.removed", "persons", `Persons ${lost}, removed by the share of that moment`, "lostRemoved"),
          measure("lost.stayed", "persons", `Persons ${lost}, who stay on where they are`, "lostStayed"),
        ]
      : []),
  ];
}
