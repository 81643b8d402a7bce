import type { Row, Rows, Section } from "./section.ts";

/** A section whose rows have one figure each: a row of several figures becomes a row for each. */
export function oneFigureARow({ title, columns, rows }: Section): Section {
  if (columns === undefined) return { title, rows };
  return {
    title,
    rows: rows.flatMap((row) =>
      row.figures.map(
        (figure, column): Row => ({ ...row, label: `${row.label}, ${columns[column]}`, figures: [figure] }),
      ),
    ),
  };
}

/** Only the measures asked for, where a section has them under its own words. */
export function inFocus(sections: readonly Section[], measures: readonly string[]): Section[] {
  const asked = (row: Row): boolean => row.figures.some(({ estimate }) => measures.includes(estimate.name));
  return sections
    .map(oneFigureARow)
    .map(({ title, rows }) => ({ title, rows: rows.filter(asked).map(({ part: _, ...row }) => row) }));
}

/** Sections that are not empty, and then under their names the measures asked for that are in none of them. */
export function withOthers(sections: readonly Section[], rows: Rows, measures: readonly string[]): Section[] {
  const shown = new Set(
    sections.flatMap(({ rows }) => rows.flatMap((row) => row.figures.map(({ estimate }) => estimate.name))),
  );
  const others = measures.filter((name) => !shown.has(name)).flatMap((name) => rows.of(name, name));
  return [...sections, { title: "Measures by name", rows: others }].filter(({ rows }) => rows.length > 0);
}
