import type { BorderView } from "../border-view.ts";
import type { HearingCounts } from "../ledger/hearing-counts.ts";
import { outcomes } from "../parameters/vocabulary.ts";
import { type AddMeasure, type Measure, quantile, share } from "./measure.ts";

/** What becomes of those who lost. */
function removalMeasures(measure: AddMeasure, of: (model: BorderView) => HearingCounts): Measure[] {
  return [
    measure("lost", "persons", "Persons whose case was denied or ended in their absence", (m) => {
      const { lostRemoved, lostStayed } = of(m);
      return lostRemoved + lostStayed;
    }),
    measure("lost.removed", "persons", "Of those, removed, by the share of the moment", (m) => of(m).lostRemoved),
    measure("lost.stayed", "persons", "Of those, who stay on where they are", (m) => of(m).lostStayed),
  ];
}

/** Hearings of one court, or of some of those who are heard there. `since`: what the first date is counted from; `removals`: whether a lost case is followed by them. */
export function hearingMeasures(
  measure: AddMeasure,
  of: (model: BorderView) => HearingCounts,
  { since, removals }: { readonly since: "return" | "release"; readonly removals: boolean },
): Measure[] {
  const missed = (counts: HearingCounts): number => counts.absentNotice + counts.absentChoice + counts.abandoned;
  return [
    measure("heard", "persons", "Persons in hearings held, at the start of the hearing", (m) => of(m).heard),
    measure("heard.cases", "cases", "Hearings held, at their start", (m) => of(m).heardCases),
    measure(
      "absent.share",
      "share",
      "Share of cases' dates in the period that passed without them: no notice, choice, or, of those returned, gone from the city",
      (m) => share(missed(of(m)), missed(of(m)) + of(m).heardCases),
    ),
    measure("absent.notice.cases", "cases", "Absent for want of notice", (m) => of(m).absentNotice),
    measure("absent.choice.cases", "cases", "Absent by choice", (m) => of(m).absentChoice),
    measure(
      "never-told",
      "persons",
      "Persons who missed a date for want of notice, each once however many they missed",
      (m) => of(m).neverTold,
    ),
    measure(
      "pending.end",
      "persons",
      "Persons who wait for a hearing at the end: unfinished, not lost",
      (m) => of(m).pending,
    ),
    measure("pending.end.cases", "cases", "Cases that wait for a hearing at the end", (m) => of(m).pendingCases),
    measure(
      "wait.days.median",
      "days",
      `Median days from the ${since} to the first date, cases, at the booking, so that dates beyond the end count`,
      (m) => quantile(of(m).waitDays, 0.5),
    ),
    measure("ended.in-absentia", "persons", "Persons whose case ended in their absence", (m) => of(m).inAbsentia),
    ...outcomes.flatMap((outcome, index) =>
      outcome === "continued"
        ? []
        : [
            measure(
              `ended.${outcome}`,
              "persons",
              `Persons whose case ended: ${outcome}`,
              (m) => of(m).outcomes[index]!,
            ),
          ],
    ),
    ...(removals ? removalMeasures(measure, of) : []),
  ];
}
