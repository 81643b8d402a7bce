/** Numbers in the words of a question's page, and what each rests on. */
import { recordedIn, wordsOf } from "./question-pages.mjs";

const number = /(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)/g;

/**
 * Figures that the words of a page quote with their interval, `12.5 ± 0.4`, and its recorded result does not hold.
 * @param {string} page
 */
export function figuresNotRecorded(page) {
  const recorded = new Set(figuresIn(recordedIn(page).text));
  return figuresIn(wordsOf(page)).filter((figure) => !recorded.has(figure));
}

/** @param {string} text */
function figuresIn(text) {
  return [...text.matchAll(/[-+]?\d[\d,.]* ± \d+(?:,\d{3})*(?:\.\d+)?/g)].map(([figure]) => figure);
}

/**
 * Numbers of a page's answer that nothing bears out: its recorded result and tables, the scenario (`known`: its text, the days of its period), and
 * the lines of the page's hidden comment "worked out". Such a line is `28 = 853 / 30`, from left to right, of numbers that are
 * borne out, of 100 and of those before it, or `72 of the base`, of the files it extends, or `16,146 of 15`, recorded on that page.
 * @param {string} page
 * @param {{ known: string, base: string, pageOf: (number: string) => string }} given
 */
export function numbersWithoutGround(page, { known, base, pageOf }) {
  const ground = new Set([
    "100",
    ...numbersIn(recordedIn(page).text),
    ...numbersIn(tablesOf(page)),
    ...numbersIn(known),
  ]);
  const baseless = [];
  for (const line of workedOutIn(page)) {
    const [, result = "", sum, source] = /^(\S+) (?:= (.+)|of (?:the )?(\w+))$/.exec(line) ?? [];
    const isBorneOut =
      sum !== undefined
        ? numbersIn(sum).every((part) => ground.has(part)) && isRounded(result, resultOf(sum))
        : source !== undefined &&
          numbersIn(source === "base" ? base : recordedIn(pageOf(source)).text).includes(result);
    if (isBorneOut) ground.add(result);
    else baseless.push(line);
  }
  const [answer = ""] = /\*\*Answer\.\*\*[\s\S]*?(?=\n\n\*\*)/.exec(page) ?? [];
  // Neither links to other questions nor the comment itself are part of it.
  const said = answer.replaceAll(/\[\d+\]\([^)]*\)/g, "").replaceAll(/<!--[\s\S]*?-->/g, "");
  return [...baseless, ...numbersIn(said).filter((one) => !ground.has(one))];
}

/** @param {string} page */
function tablesOf(page) {
  return page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .join("\n");
}

/** @param {string} page */
function workedOutIn(page) {
  const [, lines = ""] = /<!-- worked out\n([\s\S]*?)\n-->/.exec(page) ?? [];
  return lines.split("\n").filter((line) => line !== "");
}

/** @param {string} text */
function numbersIn(text) {
  return [...text.matchAll(number)].map(([found]) => found);
}

/** @param {string} text */
function numberOf(text) {
  return Number(text.replaceAll(",", ""));
}

/** @param {string} sum numbers with signs of arithmetic between them; `&` is the root of the sum of squares */
function resultOf(sum) {
  const [first = "", ...rest] = sum.split(" ");
  let value = numberOf(first);
  for (let at = 0; at < rest.length; at += 2) {
    const next = numberOf(rest[at + 1] ?? "");
    if (rest[at] === "+") value += next;
    else if (rest[at] === "-") value -= next;
    else if (rest[at] === "*") value *= next;
    else if (rest[at] === "/") value /= next;
    else if (rest[at] === "&") value = Math.hypot(value, next);
    else return Number.NaN;
  }
  return value;
}

/**
 * Whether a value is what is written, to the last digit that is not a zero.
 * @param {string} written
 * @param {number} value
 */
function isRounded(written, value) {
  const [whole = "", decimals] = written.replaceAll(",", "").split(".");
  const zeros = decimals === undefined ? (/0*$/.exec(whole)?.[0].length ?? 0) : -decimals.length;
  return Math.abs(value - numberOf(written)) <= 0.5 * 10 ** Math.min(zeros, whole.length - 1) + 1e-9;
}
