import type { MeasureSobol, RangeLeft, SobolRange } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { formatNumber } from "../format/number.ts";
import { boundedText, leftSentences } from "./index-rows.ts";
import { type StudyBlock, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What Sobol' indices rest on. */
export interface SobolAbout {
  readonly rows: number;
  /** Ranges that might have been varied. */
  readonly of: number;
  readonly whyRefused: readonly string[];
  readonly left: readonly RangeLeft[];
}

/** Sobol' indices as an object for JSON. */
export function sobolObject(
  run: StudyRun,
  measures: readonly MeasureSobol[],
  { rows, of, whyRefused, left }: SobolAbout,
): object {
  return {
    ...studyHead(run),
    method: "sobol",
    rows,
    of,
    results: measures.map(({ name, unit, n, variance, ranges, groups, chance, dummy }) => ({
      ...{ measure: name, unit, n, variance },
      ranges: ranges.map(({ name: path, group, first, total }) => ({ path, group, first, total })),
      groups: groups.map(({ group, ranges: count, first, total }) => ({ group, ranges: count, first, total })),
      chance,
      dummy,
    })),
    refused: whyRefused.length,
    notVaried: left.map(({ path, why }) => ({ path, why })),
  };
}

/** Sobol' indices for a terminal, with chance and the dummy below. */
export function sobolText(
  run: StudyRun,
  measures: readonly MeasureSobol[],
  { rows, of, whyRefused, left }: SobolAbout,
  paper: Paper,
): string {
  const cells = ({ first, total }: Pick<SobolRange, "first" | "total">) => [
    boundedText(first, 100),
    boundedText(total, 100),
  ];
  const heads = ["% alone (first)", "% with all others (total)"];
  const blocks = measures.flatMap(({ name, unit, n, variance, ranges, groups, chance, dummy }): StudyBlock[] => [
    {
      title: `${name}: of the variance of one season${deviationOf(variance, unit)}, n = ${n} rows`,
      heads,
      rows: [
        ...ranges.map((range) => ({ label: `  ${range.name}`, cells: cells(range) })),
        { label: "  chance: who comes when", cells: cells(chance) },
        { label: "  dummy: does nothing", cells: cells(dummy) },
      ],
    },
    {
      title: "What they belong to",
      heads,
      rows: groups.map((group) => ({ label: `  ${group.group} (${group.ranges})`, cells: cells(group) })),
    },
  ]);
  const count = measures[0]?.ranges.length ?? 0;
  const others = of > count ? " All others are as in the file; --vary names them." : "";
  return studyText(
    { ...run, people: "people of its own at each" },
    [
      `${count} of ${of} ranges vary at once, in ${rows} rows.${others}`,
      "In brackets 95 % intervals over rows. An index within the interval of the dummy is not told from none: more --rows would.",
      ...blocks,
      ...leftSentences(whyRefused, left),
    ],
    paper,
  );
}

function deviationOf(variance: number | null, unit: string): string {
  if (variance === null) return "";
  const scale = unit === "share" ? 100 : 1;
  return ` (standard deviation ${formatNumber(scale * Math.sqrt(variance))}${unit === "share" ? " points" : ` ${unit}`})`;
}
