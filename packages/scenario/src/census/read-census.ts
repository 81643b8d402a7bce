import { type CensusCase, categories, causes, dispositions } from "@mpp-sim/border";
import { isoDate } from "@mpp-sim/engine";
import type { CompileContext } from "../compile/compile-context.ts";
import { isOnePerson } from "../compile/compile-scripted.ts";
import type { Table, TableRow } from "../compile/tables.ts";
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

/**
 * The cases at the start, in the terms of the model. `midnight` gives the moment of a census of a date, in hours of simulation time.
 */
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
  const read = rows.flatMap((row) => {
    const reader = new RowReader(context, table?.file ?? "", row, moment);
    const one = reader.read();
    return one === undefined ? [] : [one];
  });
  if (read.length === rows.length) censuses.set(key, read);
  return read;
}

/** Whether the census is of another moment: somebody has been somewhere since a later one, or is expected before it. Reports it. */
function refuseOther(context: CompileContext, { file, rows }: Table, momentOf: (day: number) => number): boolean {
  const begins = momentOf(context.firstDay);
  const last = endOf(rows, ["apprehended", "since", "serviceSince"], (hours, latest) => hours > latest);
  const first = endOf(rows, ["next"], (hours, earliest) => hours < earliest);
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

/** The extreme instant of some columns, and its line. */
function endOf(
  rows: readonly TableRow[],
  columns: readonly string[],
  isFarther: (hours: number, than: number) => boolean,
): { readonly hours: number; readonly line: number } | undefined {
  let end: { readonly hours: number; readonly line: number } | undefined;
  for (const { cells, line } of rows) {
    for (const column of columns) {
      const hours = hoursOfInstant(cells[column] ?? "");
      if (hours !== undefined && (end === undefined || isFarther(hours, end.hours))) end = { hours, line };
    }
  }
  return end;
}

class RowReader {
  private readonly context: CompileContext;
  private readonly file: string;
  private readonly row: TableRow;
  private readonly moment: number;
  private sound = true;

  constructor(context: CompileContext, file: string, row: TableRow, moment: number) {
    this.context = context;
    this.file = file;
    this.row = row;
    this.moment = moment;
  }

  read(): CensusCase | undefined {
    const { context } = this;
    const state = censusStates[this.word("state", censusStates)];
    if (state === undefined) return undefined;
    const returned = inMexico.includes(state);
    const leaves = state === "exit" || state === "held";
    const away = state === "away";
    const listed = state === "list";
    const dated = returned || away || state === "exit";
    const sectors = context.names("sectors");
    // A name that means nothing of a case in its state must be one all the same.
    const named = (column: string, known: readonly string[], isMeant: boolean): number => {
      const index = isMeant || this.cell(column) !== "" ? this.word(column, known) : -1;
      return isMeant ? index : -1;
    };
    const one: CensusCase = {
      sector: this.word("sector", sectors),
      category: this.word("category", categories),
      nationality: this.word("nationality", context.file.nationalities),
      size: this.whole("size", 1),
      attempt: this.whole("attempt", 1),
      state,
      hub: named("custody", sectors, !(returned || away || listed)),
      point: named("point", context.names("returnPoints"), returned),
      apprehended: this.past("apprehended"),
      since: this.past("since"),
      ...(this.cell("serviceSince") !== "" && { serviceSince: this.serviceSince(state) }),
      next: dated ? this.coming("next", state) : 0,
      disposition: named("disposition", dispositions, leaves),
      cause: named("cause", causes, leaves && this.cell("cause") !== ""),
      hearings: this.whole("hearings", 0),
      sheltered: this.yesOrNo("sheltered") ?? false,
      ...Object.fromEntries(
        yesNoColumns.flatMap((column) => {
          const known = this.yesOrNo(column);
          return known === undefined ? [] : [[column, known]];
        }),
      ),
    };
    const category = categories[one.category];
    if (one.size > 1 && category !== undefined && isOnePerson(context, sectors[one.sector] ?? "", category))
      this.wrong("size", "must be 1 of an adult or a child alone");
    if (listed && context.file.sectors[sectors[one.sector] ?? ""]?.list === undefined)
      this.wrong("sector", "must be one with a list, for somebody who waits on it");
    return this.sound ? one : undefined;
  }

  private cell(column: string): string {
    return this.row.cells[column] ?? "";
  }

  private wrong(column: string, sentence: string): void {
    this.sound = false;
    const place = { file: this.file, line: this.row.line, column: 1 };
    this.context.diagnostics.error(place, column, `${sentence} (got ${JSON.stringify(this.cell(column))})`);
  }

  private word(column: string, known: readonly string[]): number {
    const index = known.indexOf(this.cell(column));
    if (index < 0) this.wrong(column, `must be one that is defined${defined(this.cell(column), known)}`);
    return index;
  }

  private whole(column: string, least: number): number {
    const number = /^\d{1,9}$/.test(this.cell(column)) ? Number(this.cell(column)) : Number.NaN;
    if (!(number >= least)) this.wrong(column, `must be a whole number from ${least}`);
    return number;
  }

  private yesOrNo(column: string): boolean | undefined {
    const text = this.cell(column);
    if (text !== "" && text !== "yes" && text !== "no") this.wrong(column, "must be yes, no or empty");
    return text === "" ? undefined : text === "yes";
  }

  /** Hours from the census, at or before it. */
  private past(column: string): number {
    const hours = hoursOfInstant(this.cell(column));
    if (hours === undefined) this.wrong(column, "must be an instant, written 2019-11-22T06:00Z");
    return (hours ?? this.moment) - this.moment;
  }

  /**
   * The same of a service. Only these can be in one: a case with an agent, a case that claims fear and has not been interviewed, or a
   * case that is to be interviewed again.
   */
  private serviceSince(state: CensusCase["state"]): number {
    const asked = state === "pathway" && this.cell("interviewed") !== "yes" && this.cell("claims") !== "no";
    const askedAgain = state === "re-entry" && this.cell("interviewed") === "no";
    if (state !== "processing" && !asked && !askedAgain)
      this.wrong("serviceSince", "must be empty, except of a case that is processed or interviewed");
    return this.past("serviceSince");
  }

  /** Hours from the census, at or after it; undefined if they are not known. */
  private coming(column: string, state: CensusCase["state"]): number | undefined {
    if (this.cell(column) === never && (state === "city" || state === "re-entry")) return Number.POSITIVE_INFINITY;
    if (this.cell(column) === unknown && state !== "hearing") return undefined;
    const hours = hoursOfInstant(this.cell(column));
    if (hours === undefined) this.wrong(column, `must be an instant, written 2020-01-22T14:00Z${orWord[state] ?? ""}`);
    return (hours ?? this.moment) - this.moment;
  }
}
