import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Benchmark, catalogue, type Program } from "./catalogue.ts";
import type { Measured, Prepare } from "./measure/program.ts";
import { pythonWithSimPy } from "./rivals/simpy.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const simpy = pythonWithSimPy() !== undefined;

/** Work of a run in this test: the slowest rival does some 10,000 customers a second; the border model counts days. */
function small({ file, settings }: Program): number {
  if (file === "ours/border") return settings.scale === undefined ? 7 : 1;
  return Math.min(settings.n, file === "rivals/simscript-customers" ? 1_000 : 10_000);
}

/** Each program is run once, whatever asks for it. */
const known = new Map<Program, Promise<Measured>>();

function run(program: Program): Promise<Measured> {
  const measured = known.get(program) ?? measure(program);
  known.set(program, measured);
  return measured;
}

async function measure(program: Program): Promise<Measured> {
  const { prepare } = (await import(/* @vite-ignore */ new URL(`${program.file}.ts`, import.meta.url).href)) as {
    prepare: Prepare;
  };
  const { pending = 0, replications = 1, ...settings } = program.settings;
  const fewer = { pending: Math.min(pending, 1000), replications: Math.min(replications, 2) };
  const next = prepare({ ...settings, ...fewer, n: small(program), root });
  await next(0);
  return next(1);
}

describe.each(catalogue)("$name", ({ theory, programs }: Benchmark) => {
  it.each(programs.filter(({ engine }) => engine !== "simpy" || simpy))("$engine", async (program: Program) => {
    const { work, seconds, result } = await run(program);
    expect(seconds).toBeGreaterThan(0);
    expect(work).toBeGreaterThan(small(program) / 2);
    if (theory === null) return;
    // So short a run of a queue may be half as long again as theory in its mean; the rest is close.
    const customers =
      program.file.includes("mm1") || program.file.includes("customers") || program.file.includes("simpy");
    expect(result! / theory).toBeGreaterThan(customers ? 0.4 : 0.9);
    expect(result! / theory).toBeLessThan(customers ? 2.5 : 1.1);
  });
});

describe("ours and the ceiling", () => {
  const both = catalogue.filter(({ programs }) => programs.some(({ engine }) => engine === "ceiling"));
  it.each(both)("$name: simulate the same", async ({ programs }: Benchmark) => {
    const [ceiling, ours] = ["ceiling", "ours"].map((name) => programs.find(({ engine }) => engine === name)!);
    // Sums are taken in another order.
    expect((await run(ours!)).result).toBeCloseTo((await run(ceiling!)).result!, 8);
  });
});

it("each row has a name of its own", () => {
  const names = catalogue.flatMap(({ name, programs }) => programs.map(({ engine }) => `${name} ${engine}`));
  expect(new Set(names).size).toBe(names.length);
});
