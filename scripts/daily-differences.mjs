/** Pages of docs/questions that ask for it hold what variants change by date, in a table that `npm run -s questions` writes. */

const block = /(<!-- by date: (\S+) from (\S+) -->\n)[\s\S]*?(<!-- end of dates -->)/;

/**
 * The page with the means of `daily.csv`, less those of the reference, rounded to whole numbers; unchanged if it does not ask for a series.
 * @param {string} page
 * @param {{ daily: string, reference: string }} run
 */
export function withDates(page, { daily, reference }) {
  return page.replace(block, (_all, begin, series, from, end) => {
    const means = new Map();
    for (const row of daily.trimEnd().split("\n").slice(1)) {
      const [date = "", measure, , mean, , , , variant = ""] = row.split(",");
      if (measure !== series || date < from) continue;
      means.set(variant, (means.get(variant) ?? new Map()).set(date, Number(mean)));
    }
    const base = means.get(reference);
    const others = [...means.keys()].filter((variant) => variant !== reference);
    const rows = [...base.keys()].map((date) => [
      date,
      ...others.map((variant) => String(Math.round(means.get(variant).get(date) - base.get(date)))),
    ]);
    const head = ["date", ...others];
    const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
    const rule = `|---|${others.map(() => "---:|").join("")}\n`;
    return `${begin}\n${line(head)}${rule}${rows.map(line).join("")}\n${end}`;
  });
}
