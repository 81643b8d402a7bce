/**
 * `npm run -s bench [-- NAME ...] [--quick] [--against REV] [--out FILE]`: runs the benchmarks that rolldown has bundled, all unless named,
 * prints their table and writes `benchmarks/bench.json`. How far it is, it says on standard error.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogue, quick } from "./catalogue.ts";
import { type Contender, contest } from "./measure/contest.ts";
import { type Row, rowsOf } from "./measure/row.ts";
import { tableOf } from "./measure/table.ts";
import { pythonWithSimPy } from "./rivals/simpy.ts";

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: "string", default: "." },
    cache: { type: "string", default: ".cache/bench" },
    out: { type: "string" },
    quick: { type: "boolean", default: false },
    against: { type: "string" },
  },
});
const { root, cache, against } = options;
const bundles = join(cache, "here");

// A name stands for itself and for those that it begins: `hold-1e5` for `hold-1e5-ties` too.
const isMeant = (name: string) => names.length === 0 || names.some((part) => `${name}-`.startsWith(`${part}-`));
for (const name of names) {
  if (catalogue.some((benchmark) => `${benchmark.name}-`.startsWith(`${name}-`))) continue;
  console.error(`benchmark must be one of ${catalogue.map((benchmark) => benchmark.name).join(", ")}; got ${name}`);
  process.exit(1);
}

const chosen = catalogue.filter(({ name }) => isMeant(name));
/** The bundle of a program as the other revision has it. */
const otherBundle = (file: string) => join(cache, "other", `${file}.mjs`);
const isOurs = (file: string) => file.startsWith("ours/");
if (against !== undefined) {
  const files = new Set(chosen.flatMap(({ programs }) => programs.map(({ file }) => file).filter(isOurs)));
  const missing = [...files].filter((file) => !existsSync(otherBundle(file)));
  for (const file of missing)
    console.error(`${against} must have benchmarks/${file}.ts, to be compared; it has none that runs`);
  if (missing.length > 0) process.exit(1);
}

const simpy = pythonWithSimPy() !== undefined;
if (!simpy) console.error("SimPy is left out: python3 has no module simpy (Debian: python3-simpy3)");

const rows: Row[] = [];
const begun = performance.now();
for (const benchmark of chosen) {
  const { name, theory, rounds, programs } = options.quick ? quick(benchmark) : benchmark;
  const contenders: Contender[] = [];
  for (const { engine, file, settings } of programs) {
    if (engine === "simpy" && !simpy) continue;
    contenders.push({ engine, bundle: join(bundles, `${file}.mjs`), settings: { ...settings, root } });
    if (against === undefined || !isOurs(file)) continue;
    const there = { ...settings, root: join(cache, "source") };
    contenders.push({ engine: `${engine}@${against}`, bundle: otherBundle(file), settings: there });
  }
  const samples = await contest(contenders, rounds, bundles);
  const engines = contenders.map(({ engine }) => engine);
  rows.push(...rowsOf(name, theory, engines, samples));
  console.error(`${name} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
}
console.log(tableOf(rows));
writeFileSync(options.out ?? join(root, "benchmarks/bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
