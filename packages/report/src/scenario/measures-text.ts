import type { BorderCatalogue, MeasureDefinition } from "@mpp-sim/border";
import { wrap } from "../format/plain.ts";

const width = 100;

/** Name, unit and definition of everything a run reports: for `mpp show --measures`. */
export function measuresText({ measures, series }: BorderCatalogue): string {
  const blocks = [
    ["Measures: one number a replication", ...measures.flatMap((measure) => definition(measure, measure.unit))],
    [
      "Daily series: one number a local date and replication",
      ...series.flatMap((one) =>
        definition(one, `${one.unit}, ${one.kind === "flow" ? "counted over the date" : "mean over the date"}`),
      ),
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function definition({ name, description }: MeasureDefinition, unit: string): string[] {
  return [`  ${name} (${unit})`, ...wrap(description, width, "      ")];
}
