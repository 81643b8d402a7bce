import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parameterRows, parametersPage } from "../scripts/parameters-page.ts";
import { root } from "./scenario-files.ts";

it("every parameter has a unit, a meaning, what holds unless it is given, whether it may change on dates, and a source", () => {
  const rows = parameterRows();
  expect(rows.length).toBeGreaterThan(150);
  const gaps = rows.flatMap((row) =>
    (["unit", "meaning", "unlessGiven", "onDates", "source"] as const).flatMap((column) =>
      row[column].trim() === "" ? [`${row.path} has no ${column}`] : [],
    ),
  );
  expect(gaps).toEqual([]);
});

it("the page of parameters is up to date (npm run -s reference)", () => {
  expect(readFileSync(path.join(root, "docs/reference/parameters.md"), "utf8")).toBe(parametersPage(parameterRows()));
});
