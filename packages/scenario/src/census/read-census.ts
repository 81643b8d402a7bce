import { type CensusCase, categories, causes, dispositions } from "@mpp-sim/border";
import { isoDate } from "@mpp-sim/engine";
import type { CompileContext } from "../compile/compile-context.ts";
import { isOnePerson } from "../compile/compile-scripted.ts";
import type { Table, TableRow } from "../compile/tables.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { defined } from "../text/nearest.ts";
import { censusStates, never, requiredColumns, unknown, yesNoColumns } from "./census-columns.ts";
import { hoursOfInstant } from "./instant.ts";

const inMexico: readonly CensusCase["state"][] = ["city", "hearing", "re-entry"];

/** Words that can stand in place of the next instant. */
const orWord: Readonly<Partial<Record<CensusCase["state"], string>>> = {
  exit: `, or ${unknown}`,
  city: `, ${never} or ${unknown}`,
  "re-entry": `, ${never} or ${unknown}`,
  away: `, or ${unknown}`,
};

/** The cases at the start, as the model takes them. `midnight` is the moment of a census of a date, in hours of simulation time. */
export function readCensus(context: CompileContext, midnight: (day: number) => number): readonly CensusCase[] {
  const { start } = context.file;
  if (start === "empty") return [];
  const path = ["start", "census"];
  const table = context.table(start.census, path, requiredColumns);
  const momentOf = (day: number): number => context.firstDay * 24 + midnight(day);
  const moment = momentOf(context.firstDay);
  const { censuses } = context.before;
  const names = [context.names("sectors"), context.names("returnPoints"), context.file.nationalities];
  const key = JSON.stringify([table?.file, moment, names]);
  const known = censuses.get(key);
  if (known !== undefined) return known;
  if (table !== undefined && refuseOther(context, table, momentOf)) return [];
  const rows = table?.rows ?? [];
  const read = rows.flatMap((row) => caseOf(context, new Cells(context, table?.file ?? "", row, moment)) ?? []);
  if (read.length === rows.length) censuses.set(key, read);
  return read;
}

/** Whether the census is of another moment: somebody has been somewhere since a later one, or is expected before it. Reports it. */
function refuseOther(context: CompileContext, { file, rows }: Table, momentOf: (day: number) => number): boolean {
  const begins = momentOf(context.firstDay);
  const last = lastOf(rows, ["apprehended", "since", "serviceSince"], 1);
  const first = lastOf(rows, ["next"], -1);
  const isLater = last !== undefined && last.hours > begins;
  const other = isLater ? last : first;
  if (other === undefined || (!isLater && other.hours >= begins)) return false;
  // Its moment is the first midnight since which nobody has come, or the last before which nobody is due.
  let day = Math.floor(other.hours / 24) + (isLater ? -2 : 2);
  while (isLater ? momentOf(day) < other.hours : momentOf(day) > other.hours) day += isLater ? 1 : -1;
  const [of, period] = [isoDate(day), isoDate(context.firstDay)];
  const or = "take another (mpp census), or begin with `start: empty`";
  const table = `${file}:${other.line}`;
  const path = ["period", "from"];
  if (context.isOwn(["start", "census"]) && !context.isOwn(path))
    context.error(
      ["start", "census"],
      `must be of ${period}, when the period begins: ${or} (got one of ${of}, ${table})`,
    );
  else context.error(path, `must be ${of}, the date of the census: ${or} (got ${period}, with ${table})`);
  return true;
}

/** The last instant of some columns with its line, or by a `sign` of -1 the first. */
function lastOf(rows: readonly TableRow[], columns: readonly string[], sign: 1 | -1) {
  let end: { readonly hours: number; readonly line: number } | undefined;
  for (const { cells, line } of rows) {
    for (const column of columns) {
      const hours = hoursOfInstant(cells[column] ?? "");
      if (hours !== undefined && (end === undefined || sign * hours > sign * end.hours)) end = { hours, line };
    }
  }
  return end;
}

/** The case of a row; undefined after reporting what is wrong with it. */
function caseOf(context: CompileContext, cells: Cells): CensusCase | undefined {
  const state = censusStates[cells.word("state", censusStates)];
  if (state === undefined) return undefined;
  const returned = inMexico.includes(state);
  const leaves = state === "exit" || state === "held";
  const dated = returned || state === "away" || state === "exit";
  const sectors = context.names("sectors");
  // A name must be known, even where it says nothing of a case in its state.
  const named = (column: string, known: readonly string[], isMeant: boolean): number => {
    const index = isMeant || cells.of(column) !== "" ? cells.word(column, known) : -1;
    return isMeant ? index : -1;
  };
  const one: CensusCase = {
    sector: cells.word("sector", sectors),
    category: cells.word("category", categories),
    nationality: cells.word("nationality", context.file.nationalities),
    size: cells.whole("size", 1),
    attempt: cells.whole("attempt", 1),
    state,
    hub: named("custody", sectors, !(returned || state === "away" || state === "list")),
    point: named("point", context.names("returnPoints"), returned),
    apprehended: cells.past("apprehended"),
    since: cells.past("since"),
    ...(cells.of("serviceSince") !== "" && { serviceSince: cells.serviceSince(state) }),
    next: dated ? cells.coming("next", state) : 0,
    disposition: named("disposition", dispositions, leaves),
    cause: named("cause", causes, leaves && cells.of("cause") !== ""),
    hearings: cells.whole("hearings", 0),
    sheltered: cells.yesOrNo("sheltered") ?? false,
    ...Object.fromEntries(
      yesNoColumns.map((column) => [column, cells.yesOrNo(column)] as const).filter(([, known]) => known !== undefined),
    ),
  };
  const category = categories[one.category];
  const sector = sectors[one.sector] ?? "";
  if (one.size > 1 && category !== undefined && isOnePerson(context, sector, category))
    cells.wrong("size", "must be 1 of an adult or a child alone");
  if (state === "list" && context.file.sectors[sector]?.list === undefined)
    cells.wrong("sector", "must be one with a list, for somebody who waits on it");
  return cells.areSound ? one : undefined;
}

/** The cells of one row, each read as what its column holds. */
class Cells {
  areSound = true;
  private readonly diagnostics: Diagnostics;
  private readonly file: string;
  private readonly row: TableRow;
  private readonly moment: number;

  constructor({ diagnostics }: CompileContext, file: string, row: TableRow, moment: number) {
    this.diagnostics = diagnostics;
    this.file = file;
    this.row = row;
    this.moment = moment;
  }

  of(column: string): string {
    return this.row.cells[column] ?? "";
  }

  wrong(column: string, sentence: string): void {
    this.areSound = false;
    const place = { file: this.file, line: this.row.line, column: 1 };
    this.diagnostics.error(place, column, `${sentence} (got ${JSON.stringify(this.of(column))})`);
  }

  word(column: string, known: readonly string[]): number {
    const index = known.indexOf(this.of(column));
    if (index < 0) this.wrong(column, `must be one that is defined${defined(this.of(column), known)}`);
    return index;
  }

  whole(column: string, least: number): number {
    const number = /^\d{1,9}$/.test(this.of(column)) ? Number(this.of(column)) : Number.NaN;
    if (!(number >= least)) this.wrong(column, `must be a whole number from ${least}`);
    return number;
  }

  yesOrNo(column: string): boolean | undefined {
    const text = this.of(column);
    if (text !== "" && text !== "yes" && text !== "no") this.wrong(column, "must be yes, no or empty");
    return text === "" ? undefined : text === "yes";
  }

  /** Hours from the census, at or before it. */
  past(column: string): number {
    return this.hoursFrom(column, "2019-11-22T06:00Z");
  }

  /** Hours since a service began. In one can be a case with an agent, and one that is to be interviewed, for the first time or again. */
  serviceSince(state: CensusCase["state"]): number {
    const asked = state === "pathway" && this.of("interviewed") !== "yes" && this.of("claims") !== "no";
    const askedAgain = state === "re-entry" && this.of("interviewed") === "no";
    if (state !== "processing" && !asked && !askedAgain)
      this.wrong("serviceSince", "must be empty, except of a case that is processed or interviewed");
    return this.past("serviceSince");
  }

  /** Hours from the census, at or after it; undefined if they are not known. */
  coming(column: string, state: CensusCase["state"]): number | undefined {
    if (this.of(column) === never && (state === "city" || state === "re-entry")) return Number.POSITIVE_INFINITY;
    if (this.of(column) === unknown && state !== "hearing") return undefined;
    return this.hoursFrom(column, `2020-01-22T14:00Z${orWord[state] ?? ""}`);
  }

  private hoursFrom(column: string, example: string): number {
    const hours = hoursOfInstant(this.of(column));
    if (hours === undefined) this.wrong(column, `must be an instant, written ${example}`);
    return (hours ?? this.moment) - this.moment;
  }
}
