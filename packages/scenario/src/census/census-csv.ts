import { type BorderParameters, type CensusCase, categories, causes, dispositions } from "@mpp-sim/border";
import { csvFormatRows } from "d3-dsv";
import { censusColumns, never, unknown, yesNoColumns } from "./census-columns.ts";
import { instantText } from "./instant.ts";

type Cells = Readonly<Record<(typeof censusColumns)[number], string>>;

/** A census as CSV. `at` is its moment in hours of simulation time; instants are written as UTC. */
export function censusCsv(cases: readonly CensusCase[], parameters: BorderParameters, at: number): string {
  const { firstDay, nationalities, returnPoints, sectors } = parameters;
  const moment = firstDay * 24 + at;
  const past = (hours: number | undefined): string => (hours === undefined ? "" : instantText(moment + hours, "down"));
  const rows = cases.map((one): string[] => {
    const yesOrNo = yesNoColumns.map((column) => [column, yesNo(one[column])]);
    const cells: Cells = {
      sector: sectors[one.sector]?.id ?? "",
      category: categories[one.category] ?? "",
      nationality: nationalities[one.nationality] ?? "",
      size: String(one.size),
      attempt: String(one.attempt),
      state: one.state,
      custody: sectors[one.hub]?.id ?? "",
      point: returnPoints[one.point]?.id ?? "",
      apprehended: past(one.apprehended),
      since: past(one.since),
      serviceSince: past(one.serviceSince),
      next: nextText(one, moment),
      disposition: dispositions[one.disposition] ?? "",
      cause: causes[one.cause] ?? "",
      hearings: String(one.hearings),
      sheltered: yesNo(one.sheltered),
      ...(Object.fromEntries(yesOrNo) as Pick<Cells, (typeof yesNoColumns)[number]>),
    };
    return censusColumns.map((column) => cells[column]);
  });
  return `${csvFormatRows([[...censusColumns], ...rows])}\n`;
}

function yesNo(known: boolean | undefined): string {
  return known === undefined ? "" : known ? "yes" : "no";
}

function nextText({ state, next }: CensusCase, moment: number): string {
  const dated: readonly CensusCase["state"][] = ["exit", "city", "hearing", "re-entry", "away"];
  if (!dated.includes(state)) return "";
  if (next === undefined) return unknown;
  return next === Number.POSITIVE_INFINITY ? never : instantText(moment + next, "up");
}
