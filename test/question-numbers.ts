import { recordedIn } from "../scripts/question-pages.mjs";

/** What the answer of a question's page may rest on besides the page. */
interface Given {
  /** Text of the scenario, and days of its period. */
  readonly known: string;
  /** Text of all the files it reads. */
  readonly base: string;
  readonly pageOf: (number: string) => string;
}

/**
 * Numbers of a page's answer that nothing bears out: its recorded result and tables, what is known of the scenario, and the lines of
 * the page's hidden comment "worked out". Such a line is `28 = 853 / 30`, from left to right, of numbers that are borne out, of 100
 * and of those before it, or `72 of the base`, of the files it extends, or `16,146 of 15`, recorded on that page.
 */
export function numbersWithoutGround(page: string, { known, base, pageOf }: Given): string[] {
  const tables = page.split("\n").filter((line) => line.startsWith("|"));
  const ground = new Set(["100", ...numbersIn([recordedIn(page).text, ...tables, known].join("\n"))]);
  const [, workedOut = ""] = /<!-- worked out\n([\s\S]*?)\n-->/.exec(page) ?? [];
  const baseless: string[] = [];
  for (const line of workedOut.split("\n").filter((text) => text !== "")) {
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
  // Neither links to other questions, where a link leads, nor the comment itself are part of it.
  const said = answer.replaceAll(/(?:\[\d+)?\]\([^)]*\)|<!--[\s\S]*?-->/g, "");
  return [...baseless, ...numbersIn(said).filter((one) => !ground.has(one))];
}

function numbersIn(text: string): string[] {
  return text.match(/(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)/g) ?? [];
}

function numberOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Of numbers with signs of arithmetic between them; `&` is the root of the sum of squares. */
function resultOf(sum: string): number {
  const apply = new Map<string, (a: number, b: number) => number>([
    ["+", (a, b) => a + b],
    ["-", (a, b) => a - b],
    ["*", (a, b) => a * b],
    ["/", (a, b) => a / b],
    ["&", Math.hypot],
  ]);
  const [first = "", ...rest] = sum.split(" ");
  let value = numberOf(first);
  for (let at = 0; at < rest.length; at += 2) {
    value = apply.get(rest[at] as string)?.(value, numberOf(rest[at + 1] ?? "")) ?? Number.NaN;
  }
  return value;
}

/** Whether a value is what is written, to the last digit that is not a zero. */
function isRounded(written: string, value: number): boolean {
  const [whole = "", decimals] = written.replaceAll(",", "").split(".");
  const zeros = decimals === undefined ? (/0*$/.exec(whole)?.[0].length ?? 0) : -decimals.length;
  return Math.abs(value - numberOf(written)) <= 0.5 * 10 ** Math.min(zeros, whole.length - 1) + 1e-9;
}
