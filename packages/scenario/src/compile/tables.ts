import { csvParseRows } from "d3-dsv";
import type { FileRead } from "../scenario-reader.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { anyOf } from "../text/words.ts";

/** A row of a CSV table and the line it stands on. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly file: string;
  readonly rows: readonly TableRow[];
}

/** A CSV file (RFC 4180, first line the names of its columns) that has at least the given columns. */
export function readTable(
  found: FileRead,
  columns: readonly string[],
  refuse: (problem: string) => void,
  diagnostics: Diagnostics,
): Table | undefined {
  if ("problem" in found) {
    refuse(`must name a table that can be read: ${found.file} ${found.problem}`);
    return undefined;
  }
  const { file, text } = found;
  diagnostics.file(file);
  const [header, ...rows] = csvParseRows(text);
  const missing = columns.filter((column) => !header?.includes(column));
  if (header === undefined || missing.length > 0) {
    diagnostics.error(
      { file, line: 1, column: 1 },
      "",
      `must have the columns ${columns.join(", ")} (without ${anyOf(missing)})`,
    );
    return undefined;
  }
  const table: TableRow[] = [];
  let sound = true;
  rows.forEach((row, index) => {
    const line = index + 2;
    if (row.length === 1 && row[0] === "") return;
    if (row.length !== header.length) {
      diagnostics.error(
        { file, line, column: 1 },
        "",
        `must have ${header.length} cells as the first line has (got ${row.length})`,
      );
      sound = false;
      return;
    }
    table.push({ line, cells: Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])) });
  });
  return sound ? { file, rows: table } : undefined;
}
