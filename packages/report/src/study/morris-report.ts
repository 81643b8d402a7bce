import type { MeasureMorris, MorrisRange, RangeLeft } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { boundedText, leftSentences } from "./index-rows.ts";
import { counted, type StudyBlock, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** How the space of ranges was walked. */
export interface MorrisAbout {
  readonly trajectories: number;
  /** Those in which every range was moved. */
  readonly first: number;
  /** Ranges that did something there, and were moved in all. */
  readonly moving: number;
  readonly whyRefused: readonly string[];
  readonly left: readonly RangeLeft[];
}

/** So many lines are read on a terminal; all are in the table. */
const mostRows = 12;

/** Elementary effects as an object for JSON. */
export function morrisObject(
  run: StudyRun,
  measures: readonly MeasureMorris[],
  { whyRefused, left, ...about }: MorrisAbout,
): object {
  return {
    ...studyHead(run),
    method: "morris",
    ...about,
    results: measures.map(({ name, unit, ranges, groups }) => ({
      measure: name,
      unit,
      ranges: ranges.map(({ name: path, group, n, meanAbsolute, mean, deviation, variance }) => ({
        ...{ path, group, n, meanAbsolute, mean, deviation },
        fromRanges: variance.share,
      })),
      groups: groups.map(({ group, ranges: count, widest }) => ({
        ...{ group, ranges: count, widest: widest.name, meanAbsolute: widest.meanAbsolute },
      })),
    })),
    refused: whyRefused.length,
    notVaried: left.map(({ path, why }) => ({ path, why })),
  };
}

/** Elementary effects for a terminal: the ranges that do most, and what they belong to. */
export function morrisText(
  run: StudyRun,
  measures: readonly MeasureMorris[],
  { trajectories, first, moving, whyRefused, left }: MorrisAbout,
  paper: Paper,
): string {
  const blocks = measures.flatMap(({ name, unit, ranges, groups }): StudyBlock[] => {
    const scale = unit === "share" ? 100 : 1;
    const doing = ranges.filter(isDoing);
    const cell = ({ meanAbsolute, mean, deviation, variance }: MorrisRange) => [
      boundedText(meanAbsolute, scale),
      boundedText(mean, scale),
      boundedText(deviation, scale),
      boundedText(variance.share, 100),
    ];
    return [
      {
        title: `${name}, in ${unit === "share" ? "points" : unit}: effect of a range from its lower end to its upper`,
        heads: ["mean size (μ*)", "mean (μ)", "differs by (σ)", "% of σ² from the others"],
        rows: doing.slice(0, mostRows).map((range) => ({ label: `  ${range.name}`, cells: cell(range) })),
      },
      doing.length > mostRows ? `The ${mostRows} widest of ${doing.length} are shown.` : "",
      {
        title: "What they belong to",
        heads: ["ranges", "widest μ*"],
        rows: groups
          .filter(({ widest }) => isDoing(widest))
          .slice(0, mostRows)
          .map(({ group, ranges: count, widest }) => ({
            label: `  ${group}`,
            cells: [{ mean: `${count}`, interval: "" }, boundedText(widest.meanAbsolute, scale)],
          })),
      },
    ];
  });
  const count = measures[0]?.ranges.length ?? 0;
  return studyText(
    { ...run, people: "people of its own at each" },
    [
      `${counted(trajectories, "walk")} through the space of ${counted(count, "range")}, each with people of its own; ${moving} of them did something in the first ${first} and were moved in all.`,
      "In brackets 95 % intervals over walks: they hold chance, and where the other ranges stand. The last column tells how much of what differs comes from where those stand; the rest is chance.",
      ...blocks,
      ...leftSentences(whyRefused, left),
    ].filter((one) => one !== ""),
    paper,
  );
}

function isDoing({ meanAbsolute }: MorrisRange): boolean {
  return (meanAbsolute.value ?? 0) > 0;
}
