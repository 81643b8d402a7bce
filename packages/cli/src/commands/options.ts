import type { Options } from "yargs";
import { InputError } from "../input-error.ts";
import { readVary } from "../study/read-vary.ts";

/** The text of an option that may be given once. @throws InputError if it is empty or given again */
export function onceOnly(option: string): (given: unknown) => string {
  return (given) => {
    if (Array.isArray(given)) throw new InputError(`${option} must be given once (got ${given.join(", ")})`);
    if (given === "") throw new InputError(`${option} must not be empty`);
    return String(given);
  };
}

/** A whole number. @throws InputError if it is not one, or not in the range */
function wholeNumber(option: string, least: number, most: number): (given: unknown) => number {
  const once = onceOnly(option);
  return (given) => {
    const text = once(given);
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) {
      throw new InputError(`${option} must be a whole number from ${least} to ${most} (got ${text})`);
    }
    return number;
  };
}

/** A local date. @throws InputError if there is no such date */
function date(option: string): (given: unknown) => string {
  const once = onceOnly(option);
  return (given) => {
    const text = once(given);
    const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // 2019-02-30 becomes 2 March.
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
      throw new InputError(`${option} must be a date like 2019-11-22 (got ${text})`);
    }
    return text;
  };
}

/** An option with one text. */
export function textOption(option: string, describe: string) {
  return { type: "string", requiresArg: true, coerce: onceOnly(option), describe } as const satisfies Options;
}

/** An option with a whole number in a range. */
export function numberOption(option: string, least: number, most: number, describe: string) {
  return {
    type: "string",
    requiresArg: true,
    coerce: wholeNumber(option, least, most),
    describe,
  } as const satisfies Options;
}

/** An option with a local date. */
export function dateOption(option: string, describe: string) {
  return { type: "string", requiresArg: true, coerce: date(option), describe } as const satisfies Options;
}

/** An option with one of some words. */
export function wordOption<const Word extends string>(option: string, choices: readonly Word[], describe: string) {
  const once = onceOnly(option);
  return {
    type: "string",
    requiresArg: true,
    choices,
    coerce: (given: unknown) => once(given) as Word,
    describe,
  } as const satisfies Options;
}

/** A setting of the scenario, changed from outside. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

/** @throws InputError if one is not `path=value` */
function settings(given: unknown): Setting[] {
  return [given].flat().map((text: unknown) => {
    const written = String(text);
    const at = written.indexOf("=");
    if (at <= 0 || at === written.length - 1) throw new InputError(`--set must be path=value (got ${written})`);
    return { path: written.slice(0, at), value: written.slice(at + 1) };
  });
}

/** Options that change a scenario before it is used. */
export const scenarioOptions = {
  set: {
    type: "string",
    array: true,
    requiresArg: true,
    coerce: settings,
    default: [],
    defaultDescription: "as in the file",
    describe: "change a setting: path=value (again for more)",
  },
  from: dateOption("--from", "first date, instead of the file's"),
  until: dateOption("--until", "last date, instead of the file's"),
} as const satisfies Record<string, Options>;

/** The texts of an option that may be given several times. @throws InputError if it is empty */
export function names(option: string): (given: unknown) => string[] {
  return (given) =>
    [given].flat().map((name: unknown) => {
      if (name === "") throw new InputError(`${option} must not be empty`);
      return String(name);
    });
}

/** Which variants of a scenario are meant; none given stands for all. */
export const variantsOption = {
  variant: {
    type: "string",
    array: true,
    requiresArg: true,
    coerce: names("--variant"),
    default: [],
    defaultDescription: "all",
    describe: "run this variant and the one it is compared with (again for more)",
  },
} as const satisfies Record<string, Options>;

export const colorOption = {
  color: { type: "boolean", default: true, describe: "colour on terminals; --no-color (or NO_COLOR=1) for none" },
} as const satisfies Record<string, Options>;

const mostReplications = 1_000_000;
const mostWorkers = 256;

export const workersOption = {
  workers: numberOption("--workers", 1, mostWorkers, "threads that run replications (else as many as pay off)"),
} as const satisfies Record<string, Options>;

export const queueOption = {
  queue: textOption("--queue", "by workers elsewhere: redis://HOST:PORT (or MPP_QUEUE), see docs/clusters.md"),
} as const satisfies Record<string, Options>;

/** What is told of a run. */
export const printOptions = {
  json: { type: "boolean", default: false, describe: "print one JSON document and nothing else" },
  quiet: { type: "boolean", default: false, describe: "print errors only" },
  progress: { type: "boolean", default: false, describe: "lines of progress where there is no terminal" },
  ...colorOption,
} as const satisfies Record<string, Options>;

/** How replications are run, and what is told of them. */
export const runningOptions = {
  seed: textOption("--seed", "any text; the same seed meets the same people"),
  replications: numberOption("--replications", 1, mostReplications, "how many"),
  ...workersOption,
  ...queueOption,
  fresh: { type: "boolean", default: false, describe: "run every replication anew, also those kept from before" },
  out: textOption("--out", "the run directory (else one below runs/)"),
  ...printOptions,
} as const satisfies Record<string, Options>;

export const fullOption = {
  full: { type: "boolean", default: false, describe: "print all tables too" },
} as const satisfies Record<string, Options>;

export const resumeOption = {
  resume: { type: "boolean", default: false, describe: "go on with a run that was stopped or killed" },
} as const satisfies Record<string, Options>;

/** What every study is asked. */
export const studyOptions = {
  ...scenarioOptions,
  variant: textOption("--variant", "of this variant of the file"),
  of: {
    type: "string",
    array: true,
    requiresArg: true,
    coerce: names("--of"),
    default: [],
    defaultDescription: "what the scenario asks or shows",
    describe: "the measure that is looked at, by its name (again for more)",
  },
  ...runningOptions,
} as const satisfies Record<string, Options>;

/** Settings that are varied, each with its values. */
export function varyOption(describe: string) {
  return {
    type: "string",
    array: true,
    requiresArg: true,
    demandOption: true,
    coerce: (given: unknown) => [given].flat().map((text: unknown) => readVary(String(text))),
    describe,
  } as const satisfies Options;
}
