import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, scenarios, write } from "./support/folder.ts";

/** Clears the screen, sets a title, turns the direction of writing, ends a line where nobody expects it. */
const evil = "\u001b[2J\u0007\u009b31m\u007f\u202e\u2066\u200f\u061c\u2028end";
const unsafe = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;
const base = ["southwest-border-2019.yaml", "data/nationality-by-month.csv", "data/sector-month-apprehensions.csv"];
const text = (more: string): string =>
  `mpp: 1
name: ${JSON.stringify(`name ${evil}`)}
question: ${JSON.stringify(`question ${evil}`)}
notes: [${JSON.stringify(`note ${evil}`)}]
extends: ./southwest-border-2019.yaml
period: { to: 2018-10-02 }
sources: { odd: { title: ${JSON.stringify(`title ${evil}`)}, date: 2019-01-01, grade: B } }
returnLimits:
  el-paso: { limit: { value: 50/day, source: odd, note: ${JSON.stringify(`note ${evil}`)} } }
${more}`;

it("whatever a file, its name or an argument holds, no command brings it to the terminal or the report as it is", async () => {
  const folder = emptyFolder();
  const [odd, wrong] = [`x${evil}.yaml`, `wrong${evil}.yaml`];
  write(folder, {
    [odd]: text(""),
    [wrong]: text(`sectors: { ${JSON.stringify(`tucson${evil}`)}: {} }\n`),
    "variants.yaml": text(
      `variants: { low: { label: ${JSON.stringify(`label ${evil}`)}, because: ${JSON.stringify(evil)}, at: 5 people } }\n`,
    ),
    ...Object.fromEntries(base.map((name) => [name, readFileSync(path.join(scenarios, name), "utf8")])),
  });
  const quick = ["--replications", "1", "--seed", evil];
  for (const [code, ...args] of [
    [0, "run", odd, ...quick, "--out", `out${evil}`],
    [0, "run", "variants.yaml", ...quick, "--json", "--out", "variants"],
    [0, "validate", odd],
    [2, "validate", wrong],
    [0, "show", odd],
    [0, "show", odd, "--assumptions"],
    [0, "why", odd, "--case", "1", "--seed", evil],
    [2, "why", odd, "--case", "1", "--sector", evil],
    [2, "run", "variants.yaml", "--variant", evil],
    [0, "init", `folder${evil}`],
    [0, "census", odd, "--on", "2018-10-02", "--out", `census${evil}.csv`],
    [2, evil],
    [2, "run", odd, `--${evil}`],
    [2, "run", `missing${evil}.yaml`],
  ] as const) {
    const host = fakeHost(folder);
    expect([args, await mpp(args, host), host.printed.err]).toEqual([args, code, expect.anything()]);
    expect([args, unsafe.exec(host.printed.out + host.printed.err)]).toEqual([args, null]);
  }
  const files = Object.entries(filesOf(folder)).filter(([file]) => /report\.html$|\.json$/.test(file));
  expect(files.length).toBeGreaterThan(6);
  for (const [file, content] of files) expect([file, unsafe.exec(content)]).toEqual([file, null]);
  expect(JSON.parse(files.find(([file]) => file === "variants/manifest.json")?.[1] as string)).toMatchObject({
    seed: evil,
  });
}, 120_000);
