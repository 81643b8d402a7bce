import path from "node:path";
import { parse, stringify } from "yaml";
import { InputError } from "../input-error.ts";

/** The future in which nothing is changed; the others are compared with it. */
const unchanged = "unchanged";

/** Every scalar is a text, as it is written. */
const asWritten = { schema: "failsafe", lineWidth: 0 } as const;

/** Probabilities are decimals, which binary fractions miss by a little. */
const rounding = 1e-9;

/** A file that says what changes in a future, as an entry of a policy does. */
export interface FutureFile {
  readonly file: string;
  readonly text: string;
}

/** What a future changes, by the keys of an entry of a policy. */
type Future = Readonly<Record<string, unknown>>;

/**
 * The text of a scenario that builds on another and parts on a date into the futures of some files, and one in which nothing changes. How likely
 * each is, its file says, and what is left is that nothing changes. If none says so, all are equally likely, and a note tells.
 * @throws InputError if a file does not hold a future, two have one name, or some say how likely they are and some do not
 */
export function branchText(base: string, at: string, files: readonly FutureFile[]): string {
  const futures = files.map((one) => ({ file: one.file, name: nameOf(one.file), future: futureOf(one) }));
  const names = [unchanged, ...futures.map(({ name }) => name)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`--with must name files of different names (got ${twice} twice)`);
  const silent = futures.filter(({ future }) => future.probability === undefined);
  if (silent.length > 0 && silent.length < futures.length) {
    const missing = silent.map(({ file }) => file).join(", ");
    throw new InputError(`each future must have a probability, or none of them (${missing} has none)`);
  }
  const sum = futures.reduce((sum, { future }) => sum + partOf(future.probability), 0);
  if (sum > 1 + rounding) throw new InputError(`probabilities must sum to at most 100 % (got ${share(sum)})`);
  const areKnown = silent.length === 0;
  const equal = { probability: share(1 / names.length) };
  return stringify(
    {
      mpp: "1",
      question: `What do the futures from ${at} on differ in?`,
      extends: `./${path.posix.basename(base)}`,
      ...(areKnown ? {} : { notes: ["Futures are taken as equally likely, for nobody says how likely they are."] }),
      policy: [
        {
          on: at,
          branch: {
            [unchanged]: areKnown ? { probability: share(Math.max(0, 1 - sum)) } : equal,
            ...Object.fromEntries(
              futures.map(({ name, future }) => [name, areKnown ? future : { ...equal, ...future }]),
            ),
          },
        },
      ],
    },
    asWritten,
  );
}

/** 1 / 3 as `33.3333333333 %`. */
function share(part: number): string {
  return `${Number((100 * part).toFixed(10))} %`;
}

/** A probability, or the value of its long form; 0 if it is none, which the scenario will report. */
function partOf(probability: unknown): number {
  const plain = isMap(probability) ? probability.value : probability;
  const text = String(plain);
  const number = Number(text.replace("%", "")) / (text.includes("%") ? 100 : 1);
  return Number.isNaN(number) ? 0 : number;
}

function nameOf(file: string): string {
  return path.posix.basename(file).replace(/\.ya?ml$/i, "");
}

function futureOf({ file, text }: FutureFile): Future {
  const must = `${file} must hold what changes in a future, as an entry of a policy does, such as suspend: returns`;
  let content: unknown;
  try {
    content = parse(text, asWritten);
  } catch (error) {
    throw new InputError(`${must} (${(error as Error).message.split("\n")[0]})`);
  }
  if (isMap(content)) return content;
  throw new InputError(`${must} (got ${Array.isArray(content) ? "a list" : JSON.stringify(content)})`);
}

function isMap(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
