/** The answer to question 21 under weights: a table in its page, worked out from the differences it records. */
import { recordedIn } from "./question-pages.mjs";

const block = /(<!-- under weights -->\n)[\s\S]*?(<!-- end of weights -->)/;
const points = ["Nogales", "San Luis", "Presidio", "Acuna"];

/** What is better when it is less. */
const criteria = ["system.journey.hours.p95", "bus.tucson-el-paso.miles", "system.outside-shelter.person-days"];

/** Weights on custody time, distance and shelter load, in per cent. */
const weights = [
  [100, 0, 0],
  [0, 100, 0],
  [0, 0, 100],
  [34, 33, 33],
  [50, 25, 25],
  [25, 50, 25],
  [25, 25, 50],
  [32, 31, 37],
  [31, 30, 39],
  [50, 0, 50],
];

/**
 * The page with its table, if it has one. A point's gain by a criterion is what it takes away over the most that any point takes away
 * or adds, so that the greatest is 1 or -1 and that of no new point 0; the table adds them with the weights.
 * @param {string} page
 */
export function withWeights(page) {
  return page.replace(block, (_all, begin, end) => {
    const gains = criteria.map((criterion) => gainsBy(recordedIn(page).text, criterion));
    const rows = weights.map((shares) => {
      const scores = points.map((point, index) => ({
        point,
        score: shares.reduce((sum, share, at) => sum + (share / 100) * (gains[at]?.[index] ?? 0), 0),
      }));
      const better = scores.filter(({ score }) => score >= 0.005).sort((a, b) => b.score - a.score);
      return [
        ...shares.map((share) => `${share} %`),
        ...scores.map(({ score }) => (Math.abs(score) < 0.005 ? "0" : score.toFixed(2))),
        better.length === 0 ? "none" : better.map(({ point }) => point).join(", "),
      ];
    });
    const head = ["custody time", "distance", "shelter load", ...points, "better than none, best first"];
    const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
    return `${begin}\n${line(head)}${line(head.map((_, at) => (at < head.length - 1 ? "---:" : "---")))}${rows.map(line).join("")}\n${end}`;
  });
}

/**
 * Gains of each point by one criterion.
 * @param {string} text a recorded result, with points in columns
 * @param {string} criterion
 */
function gainsBy(text, criterion) {
  const [, differences = ""] = text.split("\nDifference from none");
  const row = differences.split("\n").find((line) => line.startsWith(`  ${criterion} `));
  const cells = row?.trim().slice(criterion.length).trim().split(/ {2,}/) ?? [];
  if (cells.length !== points.length) throw new Error(`the result must hold a difference a point of ${criterion}`);
  const less = cells.map((cell) => (/^[-+]\d/.test(cell) ? -Number(cell.replaceAll(",", "").split(" ")[0]) : 0));
  const most = Math.max(...less.map(Math.abs));
  return less.map((one) => one / most);
}
