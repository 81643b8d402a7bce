/** A cell of a table; null and NaN, which stand for an undefined value, are empty. */
export type Cell = string | number | null;

/** A table after RFC 4180 (quotes doubled, fields quoted where needed), with lines that end in a bare line feed. */
export function csvOf(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [lineOf(head)];
  for (const row of rows) lines.push(lineOf(row));
  return `${lines.join("\n")}\n`;
}

/** The cells of a row, or of a part of one. */
export function lineOf(cells: readonly Cell[]): string {
  return cells.map(field).join(",");
}

function field(cell: Cell): string {
  if (cell === null || Number.isNaN(cell)) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
