/** docs/reference/parameters.md: every setting of scenario files, from the schema and the base scenario. */
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  distributionForms,
  formatDiagnostic,
  loadScenario,
  type ParameterValues,
  parameterValues,
} from "@mpp-sim/scenario";
import { root } from "./bootstrap.mjs";

const base = "scenarios/southwest-border-2019.yaml";

/** Of the repository's files. */
export const reader = {
  read(reference: string, from?: string) {
    const file = from === undefined ? reference : path.posix.join(path.posix.dirname(from), reference);
    return { file, text: readFileSync(path.join(root, file), "utf8") };
  },
};

/** Where what the base scenario gives without a source comes from. */
const otherwise: Readonly<Record<string, string>> = {
  "sectors.*.arrivals.table": "each row of the table names its own",
  "sectors.*.arrivals.categories.single-adult.nationality.table": "each row of the table names its own",
  "sectors.*.arrivals.categories.family.nationality.table": "each row of the table names its own",
  "sectors.*.arrivals.categories.unaccompanied-child.nationality.table": "each row of the table names its own",
  "sectors.*.arrivals.categories.single-adult.size": "by definition",
  "sectors.*.arrivals.categories.unaccompanied-child.size": "by definition",
  "sectors.*.arrivals.large.category": "part of `rate` and `persons` beside it",
};

/** One row of the page. An empty cell is a gap that a test finds. */
export interface Row {
  readonly path: string;
  readonly unit: string;
  readonly meaning: string;
  readonly unlessGiven: string;
  readonly onDates: string;
  readonly source: string;
}

export function parameterRows(): readonly Row[] {
  const { scenario, diagnostics } = loadScenario(base, reader);
  if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return parameterValues(scenario).map((values) => ({ ...values, source: sourceOf(values) }));
}

function sourceOf({ path: name, structure, given, sourced }: ParameterValues): string {
  if (sourced.length === 0) {
    if (given.length === 0) return "not set in the base scenario";
    return otherwise[name] ?? (structure ? "of the scenario itself" : "");
  }
  const ranges = distinct(sourced.filter(({ source }) => source === "assumption").map(({ range }) => range));
  const assumption =
    ranges.length > 2
      ? [`assumption (${ranges.length} ranges, by place or date)`]
      : ranges.map((range) => `assumption (${range})`);
  return [
    ...distinct(sourced.map(({ source }) => source).filter((source) => source !== "assumption")),
    ...assumption,
  ].join("; ");
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

export function parametersPage(rows: readonly Row[]): string {
  const sections = new Map<string, Row[]>();
  for (const row of rows) {
    const [section = ""] = row.path.split(".");
    const title = row.path.includes(".") ? section : "the scenario";
    sections.set(title, [...(sections.get(title) ?? []), row]);
  }
  const parts = [...sections].map(([title, of]) =>
    [
      `## ${title}`,
      "",
      "| setting | unit | meaning | default | on dates | source in the base scenario |",
      "|---|---|---|---|---|---|",
      ...of.map(({ path: name, unit, meaning, unlessGiven, onDates, source }) => {
        const cells = [`\`${name}\``, unit, meaning, unlessGiven, onDates, source].map((cell) =>
          cell.replaceAll("|", "\\|"),
        );
        return `| ${cells.join(" | ")} |`;
      }),
    ].join("\n"),
  );
  return `# Parameters

Every setting of a scenario file. \`*\` stands for the name of a place, or for each entry of a list. How values are written is in
[scenario-format.md](../scenario-format.md), what the model does with them in [model.md](model.md). Sources are those of
\`${base}\`, by id; \`npm run -s mpp -- show ${base} --assumptions\`
lists every value with its range. What must be given can also come from the scenario that a file \`extends\`, or from \`defaults\`; a
variant may hold all settings of places beside its own. What may change on dates can be a calendar of values, and be set by the
policy; of what is fixed the reason is given. This page is made by \`npm run -s reference\`.

${parts.join("\n\n")}

## Distributions

What may be a distribution may be each of these: \`{ gamma: { mean: 2 h, cv: 0.5 } }\`. Counts such as \`poisson\` are for people and cases
alone, and a number of people in a case takes whole numbers alone.

| distribution | written with |
|---|---|
${distributionForms.map(({ name, takes }) => `| \`${name}\` | ${takes} |`).join("\n")}
`;
}
