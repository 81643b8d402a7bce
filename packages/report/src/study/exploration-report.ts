import type { Condition, DecidingBox, Exploration, PointClass, RangeLeft } from "@mpp-sim/experiment";
import type { Paper } from "../brief/paper.ts";
import { csvOf } from "../format/csv.ts";
import { formatFixed } from "../format/number.ts";
import { type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What is not in an exploration, and why. */
export interface NotExplored {
  readonly left: readonly RangeLeft[];
  readonly refused: readonly { readonly draw: number; readonly why: string }[];
}

const classWords: Readonly<Record<PointClass, string>> = {
  all: "nearly all of it, 90 % or more",
  most: "most of it, half or more",
  some: "some of it",
  none: "moved by less than matters",
  opposite: "the opposite",
  unresolved: "not resolved: its interval leaves it open",
};

const classes = Object.keys(classWords) as readonly PointClass[];

/** `draws.csv`: a row for each draw, with its class, its effect, and the value of each range. */
export function drawsCsv(paths: readonly string[], { draws }: Exploration): string {
  return csvOf(
    ["draw", "class", "n", "mean", "meanAgainst", "effect", "low", "high", ...paths],
    draws.map(({ point, effect: { n, own, against, effect, low, high }, class: one }, index) => [
      ...[index + 1, one, n, own, against, effect, low, high],
      ...point.values,
    ]),
  );
}

/** An exploration as an object for JSON. */
export function explorationObject(
  run: StudyRun,
  paths: readonly string[],
  exploration: Exploration,
  { left, refused }: NotExplored,
): object {
  const { measure, counts, claim, label, matters, base, verdict, draws, same, variance, box, tree } = exploration;
  return {
    ...studyHead(run),
    ...{ measure, counts, claim, against: label, matters },
    verdict: verdict.word,
    base: { class: verdict.base, n: base.n, effect: base.effect, low: base.low, high: base.high },
    classes: Object.fromEntries(classes.map((one) => [one, draws.filter((draw) => draw.class === one).length])),
    same: { draws: same.draws, of: same.of, low: same.low, high: same.high },
    variance: {
      draws: variance.draws,
      n: variance.n,
      assumption: variance.assumption,
      chance: variance.chance,
      share: { value: variance.share.value, low: variance.share.low, high: variance.share.high },
    },
    box: box ?? null,
    tree: tree ?? null,
    ranges: paths,
    draws: draws.map(({ effect, class: one }, index) => ({
      draw: index + 1,
      class: one,
      n: effect.n,
      mean: effect.own,
      meanAgainst: effect.against,
      effect: effect.effect,
      low: effect.low,
      high: effect.high,
    })),
    refused,
    notVaried: left.map(({ path, why }) => ({ path, why })),
  };
}

/** An exploration for a terminal. */
export function explorationText(
  run: StudyRun,
  paths: readonly string[],
  exploration: Exploration,
  { left, refused }: NotExplored,
  paper: Paper,
): string {
  const { counts, claim, label, verdict, draws, same, variance, box, tree } = exploration;
  const rows = classes.flatMap((one) => {
    const count = draws.filter((draw) => draw.class === one).length;
    if (count === 0) return [];
    return [
      {
        label: `  ${classWords[one]}`,
        cells: [{ mean: `${count}`, interval: one === verdict.base ? "as the file" : "" }],
      },
    ];
  });
  const { share } = variance;
  const sentences = [
    `${counts}: ${claim} than ${label}? ${paths.length === 1 ? "The only range varies" : `All ${paths.length} ranges vary at once`}. Intervals hold over all draws together.`,
    `The verdict over all of them: ${verdict.word}${verdict.word === "depends" ? " on several together" : ""}. ${same.draws} of ${same.of} draws are on the side of the file: ${part(same.low)} to ${part(same.high)} of the space (95 %).${verdict.base === "unresolved" ? " The file itself is open with so few replications, so no draw can agree with it." : ""}`,
  ];
  const shares =
    share.value === null || share.low === null || share.high === null
      ? []
      : [
          `Of the variance of the effect ${part(share.value)} comes from the ranges (${part(share.low)} to ${part(share.high)}), the rest from chance.`,
        ];
  const deciding = box
    ? [
        `Where it is another one: ${boxWords(box)}. ${box.conditions.some(({ quasiP = 0 }) => quasiP > 0.05) ? "Conditions marked ? may be noise." : ""}`.trim(),
        ...(tree ? [`A tree says: ${boxWords(tree)}.`] : []),
      ]
    : [];
  const not = [
    ...(refused.length > 0
      ? [
          `${refused.length === 1 ? "1 draw was" : `${refused.length} draws were`} refused, the first because ${refused[0]?.why}.`,
        ]
      : []),
    ...(left.length > 0 ? [`Not varied: ${left.map(({ path, why }) => `${path} (${why})`).join("; ")}.`] : []),
  ];
  return studyText(
    run,
    [
      ...sentences,
      { title: "Draws by how far the measure moves the way of the claim", heads: ["draws"], rows },
      ...shares,
      ...deciding,
      ...not,
    ],
    paper,
  );
}

/** The conditions of a box, and how well they single out the draws. */
export function boxWords({ conditions, n, hits, coverage, density }: DecidingBox): string {
  const words = conditions.map(conditionWords).join(" and ") || "anywhere";
  return `${words} (${hits} of ${n} draws there: density ${part(density)}, coverage ${part(coverage)})`;
}

/** A part of 1. */
function part(value: number | null): string {
  return value === null ? "–" : `${formatFixed(100 * value, 0)} %`;
}

function conditionWords({ path, low, high, levels, quasiP = 0 }: Condition): string {
  const mark = quasiP > 0.05 ? " (?)" : "";
  if (levels !== undefined) return `${path} ${levels.join(" or ")}${mark}`;
  const [from, to] = [low ?? "", high ?? ""].map(rounded);
  if (low !== undefined && high !== undefined) return `${path} from ${from} to ${to}${mark}`;
  return low === undefined ? `${path} up to ${to}${mark}` : `${path} from ${from}${mark}`;
}

/** Draws lie anywhere: of their figures two decimals are enough. */
function rounded(value: string): string {
  return value.replace(/\d+\.\d{3,}/g, (figure) => String(Number(Number(figure).toFixed(2))));
}
