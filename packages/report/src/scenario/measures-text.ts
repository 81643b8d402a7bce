import type { BorderCatalogue } from "@mpp-sim/border";
import { wrap } from "../format/plain.ts";
import { type Capitals, familiesOf, type MeasureFamily } from "./measure-families.ts";

const width = 100;

/** Name, unit and definition of everything a run reports, places and kinds of people in capitals: for `mpp show --measures`. */
export function measuresText(catalogue: BorderCatalogue): string {
  const measures = familiesOf(catalogue.measures);
  const series = familiesOf(catalogue.series);
  const blocks = [
    ["In the names below, capitals stand for", ...legend(measures.capitals)],
    ["Measures: one number a replication", ...measures.families.flatMap((family) => entry(family, family.first.unit))],
    [
      "Daily series: one number a local date and replication",
      ...series.families.flatMap((family) => {
        const { unit, kind } = family.first;
        return entry(family, `${unit}, ${kind === "flow" ? "counted over the date" : "mean over the date"}`);
      }),
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function legend(capitals: Capitals): string[] {
  return [...capitals].flatMap(([word, ids]) => [`  ${word}`, ...wrap([...ids].join(", "), width, "      ")]);
}

function entry({ names, definition }: MeasureFamily, unit: string): string[] {
  return [
    ...names.map((name, index) => `  ${name}${index === 0 ? ` (${unit})` : ""}`),
    ...wrap(definition, width, "      "),
  ];
}
