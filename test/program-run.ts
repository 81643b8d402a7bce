import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { resultIn } from "../scripts/question-pages.mjs";
import { runProgram } from "../scripts/run-program.mjs";
import { root } from "./scenario-files.ts";

/** One replication of a scenario as it stands, by the program itself. */
export interface ProgramRun {
  /** The result as printed, without its heading. */
  readonly text: string;
  readonly fingerprint: string;
  /** Files that were read, in order. */
  readonly inputs: readonly { readonly file: string; readonly text: string }[];
  readonly dates: readonly string[];
  /** Value of a measure under a variant, empty where there are none; NaN where it is not defined. */
  readonly value: (variant: string, measure: string) => number;
  /** Values of a daily series, one a date. */
  readonly days: (variant: string, series: string) => number[];
}

/** Runs `mpp run FILE --replications 1` over the whole period; what it leaves must be whole. */
export async function runOnce(file: string): Promise<ProgramRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "mpp-scenario-"));
  try {
    const out = path.join(folder, "run");
    const { printed, fingerprint, inputs } = await runProgram(file, out, "--replications", "1");
    const files = new Map(
      readdirSync(out, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, readFileSync(path.join(out, name), "utf8")]),
    );
    expectWhole(files);
    const values = valuesByName(files.get("replications.csv") as string);
    const daily = valuesByName(files.get("daily.csv") as string);
    return {
      text: resultIn(printed),
      fingerprint,
      inputs: inputs.map((input) => ({ file: input.file, text: readFileSync(path.join(root, input.file), "utf8") })),
      dates: [...new Set(rowsOf(files.get("daily.csv") as string).map(({ date }) => date as string))],
      value: (variant, measure) => found(values, variant, measure)[0] as number,
      days: (variant, series) => found(daily, variant, series),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every file that the manifest lists is there as it was written, and no other. */
function expectWhole(files: ReadonlyMap<string, string>): void {
  const manifest = JSON.parse(files.get("manifest.json") as string) as {
    status: string;
    replications: { asked: number; done: number };
    outputs: { file: string; sha256: string }[];
  };
  expect(manifest).toMatchObject({ status: "complete", replications: { asked: 1, done: 1 } });
  const listed = manifest.outputs.map(({ file }) => file);
  expect([...files.keys()].sort()).toEqual([...listed, "manifest.json"].sort());
  expect(listed).toEqual(expect.arrayContaining(["summary.json", "replications.csv", "daily.csv", "report.html"]));
  for (const { file, sha256 } of manifest.outputs) {
    const text = files.get(file) as string;
    expect(createHash("sha256").update(text).digest("hex"), file).toBe(sha256);
    if (file.endsWith(".json")) expect(JSON.parse(text), file).toBeTypeOf("object");
  }
  const [values, balance] = [/^0,[a-z-]+\..*/gm, /^0,system\.balance,persons,0(,.*)?$/gm].map(
    (pattern) => files.get("replications.csv")?.match(pattern) ?? [],
  );
  expect(values?.length).toBeGreaterThan(100);
  expect(balance?.length).toBeGreaterThan(0);
}

function rowsOf(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] as string])));
}

/** Values by variant and name, in the order of their rows; the mean of one replication is its value. */
function valuesByName(csv: string): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const { variant = "", measure, value, mean } of rowsOf(csv)) {
    const text = value ?? mean ?? "";
    const key = `${variant} ${measure}`;
    const known = values.get(key) ?? [];
    known.push(text === "" ? Number.NaN : Number(text));
    values.set(key, known);
  }
  return values;
}

function found(values: ReadonlyMap<string, number[]>, variant: string, name: string): number[] {
  const known = values.get(`${variant} ${name}`);
  if (known === undefined) throw new RangeError(`variant and name must be of the run, got ${variant} and ${name}`);
  return known;
}
