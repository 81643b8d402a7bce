import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { StudyMeasure } from "@mpp-sim/experiment";
import { InputError } from "../input-error.ts";
import type { Ran } from "./ran.ts";

/** What a run of the whole border is looked at by, if it asks nothing. */
const usualMeasures = ["system.returned.first", "system.released"];

/** What a run directory says of its measures. */
interface MeasuresIn {
  /** Units, by name. */
  readonly measures: ReadonlyMap<string, string>;
  /** What its question is about; else returns and releases. */
  readonly usual: readonly string[];
  /** The scenario that was run. */
  readonly resolved: string;
}

/** The measures that a run reports, under one of its variants if it has any. @throws InputError if a file is not there */
export function measuresIn(ran: Ran, variant: string | undefined): MeasuresIn {
  const summary = JSON.parse(textIn(ran, "summary.json")) as (StudyMeasure & { readonly variant?: string })[];
  const own = summary.filter((one) => one.variant === variant);
  const answer = existsSync(path.join(ran.folder, "answer.json"))
    ? (JSON.parse(textIn(ran, "answer.json")) as { readonly measure: string })
    : undefined;
  return {
    measures: new Map(own.map(({ name, unit }) => [name, unit])),
    usual: answer ? [answer.measure] : usualMeasures,
    resolved: textIn(ran, "scenario.resolved.yaml"),
  };
}

function textIn({ shown, folder }: Ran, file: string): string {
  const at = path.join(folder, file);
  if (!existsSync(at)) throw new InputError(`${shown} must hold ${file} (was it copied whole?)`);
  return readFileSync(at, "utf8");
}

/**
 * Values of measures by replication, from `replications.csv`, which is read line by line: it may be larger than memory. NaN: not defined there.
 * @throws InputError if it is not there, or not as the run left it
 */
export async function valuesIn(
  { shown, folder, manifest }: Ran,
  variant: string | undefined,
  measures: readonly StudyMeasure[],
): Promise<readonly (readonly number[])[]> {
  const file = "replications.csv";
  const at = path.join(folder, file);
  if (!existsSync(at)) throw new InputError(`${shown} must hold ${file} (was it copied whole?)`);
  const columns = new Map(measures.map(({ name }) => [name, [] as number[]]));
  const hash = createHash("sha256");
  const stream = createReadStream(at).on("data", (chunk) => hash.update(chunk));
  for await (const line of createInterface({ input: stream })) {
    // Names are words of ours, without commas: a variant is the last column.
    const [, measure = "", , value, of] = line.split(",");
    if (of === variant) columns.get(measure)?.push(value === "" ? Number.NaN : Number(value));
  }
  const written = manifest.outputs.find((output) => output.file === file)?.sha256;
  if (hash.digest("hex") !== written) throw new InputError(`${shown} must be as its run left it (${file} is not)`);
  return measures.map(({ name }) => columns.get(name) as number[]);
}
