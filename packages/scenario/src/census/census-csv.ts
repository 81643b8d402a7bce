import { type BorderParameters, type CensusCase, categories, causes, dispositions } from "@mpp-sim/border";
import { csvFormatRows } from "d3-dsv";
import { censusColumns, never, unknown, yesNoColumns } from "./census-columns.ts";
import { instantText } from "./instant.ts";

/** A census as CSV. `at` is its moment in hours of simulation time; instants are written as UTC. */
export function censusCsv(cases: readonly CensusCase[], parameters: BorderParameters, at: number): string {
  const moment = parameters.firstDay * 24 + at;
  const name = (names: readonly { readonly id: string }[], index: number): string => names[index]?.id ?? "";
  const rows = cases.map((one): string[] => {
    const cells: Record<(typeof censusColumns)[number], string> = {
      sector: name(parameters.sectors, one.sector),
      category: categories[one.category] ?? "",
      nationality: parameters.nationalities[one.nationality] ?? "",
      size: String(one.size),
      attempt: String(one.attempt),
      state: one.state,
      custody: name(parameters.sectors, one.hub),
      point: name(parameters.returnPoints, one.point),
      apprehended: instantText(moment + one.apprehended, "down"),
      since: instantText(moment + one.since, "down"),
      serviceSince: one.serviceSince === undefined ? "" : instantText(moment + one.serviceSince, "down"),
      next: nextText(one, moment),
      disposition: dispositions[one.disposition] ?? "",
      cause: causes[one.cause] ?? "",
      hearings: String(one.hearings),
      sheltered: one.sheltered ? "yes" : "no",
      interviewed: "",
      noticeFailed: "",
      exempt: "",
      discretion: "",
      claims: "",
      atRisk: "",
      acceptsBed: "",
    };
    for (const column of yesNoColumns) {
      const known = one[column];
      if (known !== undefined) cells[column] = known ? "yes" : "no";
    }
    return censusColumns.map((column) => cells[column]);
  });
  return `${csvFormatRows([[...censusColumns], ...rows])}\n`;
}

function nextText({ state, next }: CensusCase, moment: number): string {
  const dated: readonly CensusCase["state"][] = ["exit", "city", "hearing", "re-entry", "away"];
  if (!dated.includes(state)) return "";
  if (next === undefined) return unknown;
  return next === Number.POSITIVE_INFINITY ? never : instantText(moment + next, "up");
}
