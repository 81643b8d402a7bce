import { parse } from "#csv-parse";

/** Part of every system that scripts run on, but of no types that know neither Node nor browsers. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A row of cells, and the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The most that a table may hold. A larger table is refused before it is parsed. */
const tableLimits = { characters: 8_000_000, rows: 50_000 } as const;

/** Rows of a CSV text (RFC 4180), without empty lines and blanks at the ends of cells; or the first fault that hides the rest. */
export function readCsv(text: string): readonly CsvRow[] | { readonly line: number; readonly problem: string } {
  const { characters, rows } = tableLimits;
  if (text.length > characters)
    return { line: 0, problem: `must be at most ${characters} characters long (got ${text.length})` };
  const lines = linesIn(text);
  if (lines > rows) return { line: 0, problem: `must have at most ${rows} lines (got ${lines})` };
  try {
    let next = 1;
    // The library itself would take ten times as long to make bytes of a text as to parse them.
    const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, ""));
    return parse(bytes, { relax_column_count: true }).flatMap((cells) => {
      const line = next;
      next += 1 + cells.reduce((sum, cell) => sum + linesIn(cell), 0);
      return cells.length === 1 && cells[0] === "" ? [] : [{ line, cells: cells.map((cell) => cell.trim()) }];
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return { line: lineOfOpenQuote(text), problem: openQuote };
  }
}

const openQuote =
  'must close each quote: from this line on cells run into one another (a cell with a quote in it is written "like ""this""")';

/** Ends of lines, in either of three ways. */
function linesIn(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++)
    if (text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n")) lines++;
  return lines;
}

/** The line of the first quote within a cell, or not closed at the end of its cell: the library only says where it gave up. */
function lineOfOpenQuote(text: string): number {
  const isEdge = (letter: string | undefined): boolean => letter === undefined || ",\r\n\uFEFF".includes(letter);
  let opens = text.indexOf('"');
  while (opens >= 0) {
    let closes = text.indexOf('"', opens + 1);
    while (closes >= 0 && text[closes + 1] === '"') closes = text.indexOf('"', closes + 2);
    if (!isEdge(text[opens - 1]) || closes < 0 || !isEdge(text[closes + 1])) break;
    opens = text.indexOf('"', closes + 1);
  }
  return 1 + linesIn(text.slice(0, opens));
}
