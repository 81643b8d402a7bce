/** Tables in pages of docs/questions that `npm run -s questions` works out anew, in pages that have them. */
import { recordedIn } from "./question-pages.mjs";

/** @param {readonly (readonly string[])[]} rows the first is the head; columns of numbers stand to the right */
function tableOf([head = [], ...rows]) {
  const rule = head.map((_, at) => (rows.every((row) => /^-?\d[\d.]*( %)?$/.test(row[at] ?? "")) ? "---:" : "---"));
  return `\n${[head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("")}\n`;
}

/**
 * The page with what variants change by date: the means of `daily.csv` less those of the reference, in whole numbers.
 * @param {string} page
 * @param {{ daily: string, reference: string }} run
 */
export function withDates(page, { daily, reference }) {
  const table = /(<!-- by date: (\S+) from (\S+) -->\n)[\s\S]*?(<!-- end of dates -->)/;
  return page.replace(table, (_all, begin, series, from, end) => {
    const rows = daily.split("\n").map((row) => row.split(","));
    const asked = rows.filter(([date = "", measure]) => measure === series && date >= from);
    const means = new Map(asked.map(([date, , , mean, , , , variant]) => [`${variant} ${date}`, Number(mean)]));
    const dates = new Set(asked.map(([date = ""]) => date));
    const others = new Set(asked.map((row) => row[7] ?? "").filter((variant) => variant !== reference));
    const change = (/** @type {string} */ variant, /** @type {string} */ date) =>
      String(Math.round(Number(means.get(`${variant} ${date}`)) - Number(means.get(`${reference} ${date}`))));
    const changes = [...dates].map((date) => [date, ...[...others].map((variant) => change(variant, date))]);
    return begin + tableOf([["date", ...others], ...changes]) + end;
  });
}

const points = ["Nogales", "San Luis", "Presidio", "Acuna"];

/** What is better when it is less. */
const criteria = {
  "custody time": "system.journey.hours.p95",
  distance: "bus.tucson-el-paso.miles",
  "shelter load": "system.outside-shelter.person-days",
};

/** Weights on the criteria, in per cent. */
const weights = "100 0 0, 0 100 0, 0 0 100, 34 33 33, 50 25 25, 25 50 25, 25 25 50, 32 31 37, 31 30 39, 50 0 50".split(
  ", ",
);

/**
 * The page of question 21 with its answer under weights. A point's gain by a criterion is what it takes away over the most that any
 * point takes away or adds, so that the greatest is 1 or -1 and that of no new point 0; the table adds them with the weights.
 * @param {string} page
 */
export function withWeights(page) {
  return page.replace(/(<!-- under weights -->\n)[\s\S]*?(<!-- end of weights -->)/, (_all, begin, end) => {
    const gains = Object.values(criteria).map((criterion) => gainsBy(recordedIn(page).text, criterion));
    const rows = weights.map((row) => {
      const shares = row.split(" ").map(Number);
      const scores = points.map((_, index) =>
        shares.reduce((sum, share, at) => sum + (share / 100) * (gains[at]?.[index] ?? 0), 0),
      );
      const better = points
        .map((point, index) => ({ point, score: scores[index] ?? 0 }))
        .filter(({ score }) => score >= 0.005)
        .sort((a, b) => b.score - a.score);
      return [
        ...shares.map((share) => `${share} %`),
        ...scores.map((score) => (Math.abs(score) < 0.005 ? "0" : score.toFixed(2))),
        better.map(({ point }) => point).join(", ") || "none",
      ];
    });
    const head = [...Object.keys(criteria), ...points, "better than none, best first"];
    return begin + tableOf([head, ...rows]) + end;
  });
}

/**
 * Gains of each point by one criterion.
 * @param {string} text a recorded result, with points in columns
 * @param {string} criterion
 */
function gainsBy(text, criterion) {
  const [, differences = ""] = text.split("\nDifference from none");
  const row = differences.split("\n").find((line) => line.startsWith(`  ${criterion} `)) ?? "";
  const cells = row.trim().slice(criterion.length).trim().split(/ {2,}/);
  if (cells.length !== points.length) throw new Error(`the result must hold a difference a point of ${criterion}`);
  // Words, such as "the same", stand where there is no difference to tell.
  const less = cells.map((cell) => -Number.parseFloat(cell.replaceAll(",", "")) || 0);
  const most = Math.max(...less.map(Math.abs));
  return less.map((one) => one / most);
}
