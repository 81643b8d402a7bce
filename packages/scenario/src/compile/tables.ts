import type { FileRead } from "../scenario-reader.ts";
import { readCsv } from "../text/csv.ts";
import type { Diagnostics } from "../text/diagnostics.ts";

/** A row of a CSV table and the line it begins on. */
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
  const wrong = (line: number, problem: string): undefined => {
    diagnostics.error({ file, line, column: Math.min(line, 1) }, "", problem);
  };
  const read = readCsv(text);
  if ("problem" in read) return wrong(read.line, read.problem);
  const [header, ...rows] = read;
  const names = header?.cells ?? [];
  const problem = problemOf(names, columns);
  if (problem !== undefined) return wrong(header?.line ?? 1, problem);
  const ragged = rows.filter(({ cells }) => cells.length !== names.length);
  for (const { line, cells } of ragged)
    wrong(line, `must have ${names.length} cells as the first line has (got ${cells.length})`);
  if (ragged.length > 0) return undefined;
  const asTable = ({ line, cells }: (typeof rows)[number]): TableRow => ({
    line,
    cells: Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ""])),
  });
  return { file, rows: rows.map(asTable) };
}

/** What is wrong with the first line of a table. */
function problemOf(names: readonly string[], columns: readonly string[]): string | undefined {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return `must name each column once (got ${twice} twice)`;
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0) return undefined;
  const separator = [";", "\t", "|"].find((letter) => names.length === 1 && names[0]?.includes(letter));
  const looks = { ";": "semicolons", "\t": "tabs", "|": "bars" }[separator ?? ""];
  const hint = looks === undefined ? "" : `: its cells look as if parted by ${looks}, and must be by commas`;
  const got = names.length === 0 ? "nothing" : names.slice(0, 12).join(", ");
  return `must have the columns ${columns.join(", ")} (lacks ${missing.join(", ")}; got ${got})${hint}; docs/scenario-format.md describes them`;
}
