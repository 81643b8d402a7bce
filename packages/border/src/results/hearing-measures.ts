import type { HearingCounts } from "../ledger/hearing-counts.ts";
import { outcomes } from "../parameters/vocabulary.ts";
import { type Measure, type MeasuresAt, quantile, share } from "./measure.ts";

const date = "on the date of the hearing";
const lost = "whose case was denied or ended in their absence";

/** Hearings of one court, or of some heard there. `since`: from what the first date counts; `removals`: whether removal follows a lost case. */
export function hearingMeasures(
  measures: MeasuresAt<HearingCounts>,
  { since, removals }: { readonly since: "return" | "release"; readonly removals: boolean },
): Measure[] {
  const missed = (of: HearingCounts): number => of.absentNotice + of.absentChoice + of.abandoned;
  const ended = outcomes.flatMap((outcome, index) =>
    measures({
      [`ended.${outcome} [persons]: Persons whose case ended ${outcome}, at the end of the hearing`]: (of) =>
        of.outcomes[index]!,
    }),
  );
  return [
    ...measures({
      "heard [persons]: Persons in hearings held, at the start of the hearing": "heard",
      "heard.cases [cases]: Hearings held, at their start": "heardCases",
      "absent.share [share]: Share of cases' dates in the period that passed without them: no notice, choice, or, of those returned, gone from the city":
        (of) => share(missed(of), missed(of) + of.heardCases),
      [`absent.notice.cases [cases]: Cases absent for want of notice, ${date}`]: "absentNotice",
      [`absent.choice.cases [cases]: Cases absent by choice, ${date}`]: "absentChoice",
      "never-told [persons]: Persons who missed a date for want of notice, on the first one, each once however many they missed":
        "neverTold",
      "pending.end [persons]: Persons who wait for a hearing at the end: unfinished, not lost": "pending",
      "pending.end.cases [cases]: Cases that wait for a hearing at the end": "pendingCases",
      [`wait.days.median [days]: Median days from the ${since} to the first date, cases, at the booking, so that dates beyond the end count`]:
        (of) => quantile(of.waitDays, 0.5),
      [`ended.in-absentia [persons]: Persons whose case ended in their absence, ${date}`]: "inAbsentia",
    }),
    ...ended.slice(1), // "continued" is no end.
    ...(removals
      ? measures({
          [`lost [persons]: Persons ${lost}`]: (of) => of.lostRemoved + of.lostStayed,
          [`lost.removed [persons]: Persons ${lost}, removed by the share of that moment`]: "lostRemoved",
          [`lost.stayed [persons]: Persons ${lost}, who stay on where they are`]: "lostStayed",
        })
      : []),
  ];
}
