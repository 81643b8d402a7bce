import { nearest } from "../text/nearest.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Table } from "./tables.ts";

export const countColumns = ["sector", "month", "category", "count"];
export const mixColumns = ["place", "month", "category", "nationality", "count"];

/** A table of which a setting names rows, and the column that has the names. */
interface Naming {
  readonly path: readonly PropertyKey[];
  readonly table: Table;
  readonly column: "sector" | "place";
  readonly rows: readonly string[];
}

/**
 * Checks the names of sectors and places in the tables of arrivals and nationalities. One that is almost that of some rows is a slip, which
 * leaves a hole in them. Others are not used, and are told once a table.
 */
export function checkTableNames(context: CompileContext): void {
  const all = Object.entries(context.file.sectors).flatMap(([id, { arrivals }]): readonly Naming[] => {
    const path = ["sectors", id, "arrivals"];
    const named = (
      path: readonly PropertyKey[],
      { table, rows }: { readonly table?: string | undefined; readonly rows?: string | readonly string[] | undefined },
      column: Naming["column"],
      columns: readonly string[],
    ): readonly Naming[] => {
      const read = table && rows ? context.table(table, [...path, "table"], columns) : undefined;
      return read === undefined ? [] : [{ path, table: read, column, rows: [rows ?? []].flat() }];
    };
    const mixes = Object.entries(arrivals.categories).flatMap(([category, of]) =>
      named([...path, "categories", category, "nationality"], of?.nationality ?? {}, "place", mixColumns),
    );
    return [...named(path, arrivals, "sector", countColumns), ...mixes];
  });
  for (const column of ["sector", "place"] as const) {
    const own = all.filter((one) => one.column === column);
    const tables = [...new Set(own.map(({ table }) => table))];
    const there = new Set(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[column])));
    const named = [...new Set(own.flatMap(({ rows }) => rows))];
    const known = named.filter((name) => there.has(name));
    for (const table of tables) {
      const unused = checkNames(context, table, column, known, own);
      // Rows that no table has are told elsewhere: those of a misspelt name are then not used. Nobody changes the tables of a base.
      const isOwn = own.some((one) => one.table === table && context.isOwn([...one.path, "table"]));
      if (isOwn && known.length === named.length) warnOfUnused(context, table, column, unused);
    }
  }
}

/** Reports slips. Returns the other names that no setting names, with the line of each. */
function checkNames(
  { diagnostics }: CompileContext,
  { file, rows }: Table,
  column: Naming["column"],
  known: readonly string[],
  namings: readonly Naming[],
): ReadonlyMap<string, number> {
  const unused = new Map<string, number>();
  for (const { cells, line } of rows) {
    const name = cells[column] ?? "";
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    if (meant === undefined || isNumbered(name, meant)) {
      unused.set(name, unused.get(name) ?? line);
      continue;
    }
    const sentence = `must be one that \`rows\` of a sector names (got ${JSON.stringify(name)}) (did you mean "${meant}"?)`;
    diagnostics.error({ file, line, column: 1 }, column, sentence);
    for (const { path, rows } of namings) if (rows.includes(meant)) diagnostics.excuse([...path, "table"]);
  }
  return unused;
}

function warnOfUnused(
  { diagnostics }: CompileContext,
  { file }: Table,
  column: Naming["column"],
  unused: ReadonlyMap<string, number>,
): void {
  const [[, line] = []] = unused;
  if (line === undefined || diagnostics.hasErrors) return;
  const names = [...unused.keys()].slice(0, 12).map((name) => JSON.stringify(name));
  const got = `${names.join(", ")}${unused.size > names.length ? ", …" : ""}`;
  const sentence = `has rows that are not used: no \`rows\` of a sector names them (got ${got})`;
  diagnostics.warning({ file, line, column: 1 }, column, sentence);
}

/** Whether two names differ in their numbers alone, and so are two names. */
function isNumbered(name: string, other: string): boolean {
  const [plain, otherPlain] = [name, other].map((one) => one.replace(/\d+/g, ""));
  return plain === otherPlain;
}
