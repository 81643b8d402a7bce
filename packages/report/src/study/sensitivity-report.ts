import type { MeasureEffects, RangeEffect, RangeLeft, TornadoEnd } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { apart } from "../format/apart.ts";
import { csvOf } from "../format/csv.ts";
import type { GridRow } from "../format/grid.ts";
import type { EstimateText } from "../format/number.ts";
import { shortened } from "../format/plain.ts";
import { figureText } from "../summary/figure.ts";
import { figures, spreadObject } from "./points-csv.ts";
import { signedText } from "./signed-text.ts";
import { counted, type StudyBlock, type StudyRun, studyHead, studyText } from "./study-text.ts";

/** So many rows are read on a terminal; all are in the table. */
const mostRows = 12;
/** Letters of a value: it may be a whole distribution. */
const longest = 18;

/** `ranges.csv`: a row for each measure, range and value that was tried, the widest range first. */
export function rangesCsv(measures: readonly MeasureEffects[]): string {
  return csvOf(
    ["measure", "unit", "rank", "path", "group", "swing", "base", "value", ...figures],
    measures.flatMap(({ base: { name: measure, unit }, effects }) =>
      effects.flatMap(({ name, group, swing, base, trials }, index) =>
        trials.map(({ value, difference }) => {
          const row = [measure, unit, index + 1, name, group, swing, base, value];
          return [...row, ...figures.map((figure) => difference[figure])];
        }),
      ),
    ),
  );
}

/** What ranges do one at a time, as an object for JSON. Differences are paired, from the base. */
export function sensitivityObject(
  run: StudyRun,
  measures: readonly MeasureEffects[],
  notVaried: readonly RangeLeft[],
): object {
  return {
    ...studyHead(run),
    method: "oat",
    results: measures.map(({ base, effects, groups }) => ({
      measure: base.name,
      unit: base.unit,
      base: spreadObject(base),
      ranges: effects.map(({ name, group, base: value, swing, trials }) => ({
        path: name,
        group,
        base: value,
        swing,
        tried: trials.map((trial) => ({ value: trial.value, difference: spreadObject(trial.difference) })),
      })),
      groups: groups.map(({ group, ranges, widest }) => ({
        group,
        ranges,
        widest: widest.name,
        swing: widest.swing,
      })),
    })),
    notVaried: notVaried.map(({ path, why }) => ({ path, why })),
  };
}

/** What ranges do one at a time, for a terminal: the widest of them, what they belong to, and how many do nothing. */
export function sensitivityText(
  run: StudyRun,
  measures: readonly MeasureEffects[],
  notVaried: readonly RangeLeft[],
  paper: Paper,
): string {
  const blocks = measures.flatMap(({ base, effects, groups }): StudyBlock[] => {
    const moving = effects.filter(({ swing }) => swing > 0);
    const figure = figureText({ estimate: base, whyNone: "not defined" }, base.n);
    const shown = moving.slice(0, mostRows);
    const belong = groups.filter(({ widest }) => widest.swing > 0);
    return [
      {
        title: `${base.name}: ${figure.mean} ${figure.interval}${base.unit === "share" ? "" : ` ${base.unit}`}, with nothing changed`,
        heads: ["lowest", "highest"],
        rows: shown.map((effect): GridRow => ({ label: `  ${effect.name}`, cells: endsText(effect, base.unit) })),
      },
      countSentence(effects, shown.length),
      {
        title: "What they belong to",
        heads: ["ranges", "widest swing"],
        rows: belong.slice(0, mostRows).map(({ group, ranges, widest }) => ({
          label: `  ${group}`,
          cells: [plainCell(`${ranges}`), { mean: swingText(widest, base.unit), interval: "" }],
        })),
      },
    ];
  });
  const legend =
    "Each range moved to its ends by itself: the paired difference from the base ± half of its 95 % interval, which holds chance alone.";
  const left = notVaried.map(({ path, why }) => `${path} (${why})`);
  return studyText(run, [legend, ...blocks, ...(left.length > 0 ? [`Not varied: ${left.join("; ")}.`] : [])], paper);
}

/** Both ends of the bar of a range. One that has the value of the file at an end has no difference there. */
function endsText({ least, greatest, base }: RangeEffect, unit: string): readonly EstimateText[] {
  const values = [base, ...[least, greatest].map(({ value }) => String(value))];
  const at = (value: number | string): string => `at ${shortened(apart(String(value), values), longest)}`;
  const nothing: EstimateText = { mean: "0", interval: at(base) };
  const text = ({ value, difference }: TornadoEnd): EstimateText => {
    const { mean, interval } = signedText(difference, unit);
    return { mean, interval: `${interval} ${at(value)}`.trim() };
  };
  if (least === greatest || least.value === greatest.value)
    return (least.difference.mean ?? 0) < 0 ? [text(least), nothing] : [nothing, text(greatest)];
  return [text(least), text(greatest)];
}

function countSentence(effects: readonly RangeEffect[], shown: number): string {
  const moving = effects.filter(({ swing }) => swing > 0).length;
  const still = effects.filter(({ swing }) => swing === 0);
  const fewest = Math.min(...still.map(({ least }) => least.difference.n));
  const more = moving > shown ? ` The ${shown} widest of those that move it are shown.` : "";
  const rest =
    still.length === 0
      ? ""
      : ` ${still.length} gave the same figure in every replication tried (${counted(fewest, "replication")} at least).`;
  return `${counted(effects.length, "range")} tried, ${moving} of them ${moving === 1 ? "moves" : "move"} it.${more}${rest}`;
}

function swingText({ swing }: RangeEffect, unit: string): string {
  return signedText({ n: 1, mean: swing, halfWidth: null }, unit).mean.replace("+", "");
}

function plainCell(mean: string): EstimateText {
  return { mean, interval: "" };
}
