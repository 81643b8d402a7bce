import { delayModels } from "./delays.ts";
import { gapMean, serviceMean } from "./draws.ts";
import type { Delays, Settings } from "./measure/program.ts";
import { meanSojourn } from "./measure/theory.ts";
import { samplers } from "./samplers.ts";

export interface Benchmark {
  readonly name: string;
  /** What the result should be; null where there is no theory. */
  readonly theory: number | null;
  /** Timed runs, after the first. */
  readonly rounds: number;
  readonly programs: readonly Program[];
}

export interface Program {
  readonly engine: string;
  /** Its file in this folder, without ending. */
  readonly file: string;
  readonly settings: Omit<Settings, "root">;
}

/** A program with so much work, told what else. */
function program(engine: string, file: string, n: number, more: Omit<Settings, "root" | "n"> = {}): Program {
  return { engine, file, settings: { n, ...more } };
}

function queue(name: string, servers: number, programs: readonly Program[]): Benchmark {
  return { name, theory: meanSojourn(1 / gapMean(servers), 1 / serviceMean, servers), rounds: 5, programs };
}

const ofOne = { servers: 1 };
const ofTen = { servers: 10 };

const queues = [
  queue("mm1-events", 1, [
    program("ceiling", "ceiling/mm1", 3e6),
    program("ours", "ours/mm1-events", 3e6),
    program("ours-resource", "ours/mm1-resource", 2e6),
    program("simjs", "rivals/simjs-customers", 2e5, ofOne),
    program("simjs-timers", "rivals/simjs-mm1-events", 4e5),
  ]),
  queue("mm1-store", 1, [
    program("ceiling", "ceiling/mm1", 3e6),
    program("ours", "ours/mm1-store", 1e6),
    program("simjs", "rivals/simjs-mm1-store", 2e5),
    program("simpy", "rivals/simpy", 5e4, { shape: "store", ...ofOne }),
  ]),
  queue("mm1-customer", 1, [
    program("ceiling", "ceiling/mm1", 3e6),
    program("bare", "ceiling/customers", 1e6, ofOne),
    program("ours", "ours/customers", 1e6, ofOne),
    program("simjs", "rivals/simjs-customers", 2e5, ofOne),
    program("simscript", "rivals/simscript-customers", 1e4, ofOne),
    program("simpy", "rivals/simpy", 5e4, { shape: "customer", ...ofOne }),
  ]),
  queue("mm10-customer", 10, [
    program("ceiling", "ceiling/mm10", 3e6),
    program("bare", "ceiling/customers", 1e6, ofTen),
    program("ours", "ours/customers", 1e6, ofTen),
    program("simjs", "rivals/simjs-customers", 2e5, ofTen),
    program("simscript", "rivals/simscript-customers", 1e4, ofTen),
    program("simpy", "rivals/simpy", 5e4, { shape: "customer", ...ofTen }),
  ]),
];

function hold(size: string, delays: Delays): Benchmark {
  const pending = Number(size);
  const large = pending > 1e6;
  const n = large ? 2e6 : 1e6;
  return {
    name: delays === "exponential" ? `hold-${size}` : `hold-${size}-${delays}`,
    theory: delayModels[delays].mean,
    rounds: large ? 3 : 5,
    programs: (["ceiling", "ours"] as const).map((engine) => program(engine, `${engine}/hold`, n, { pending, delays })),
  };
}

const holds = ["1e3", "1e5", "1e6", "1e7"].flatMap((size) =>
  (["exponential", "bimodal", "ties"] as const).map((delays) => hold(size, delays)),
);

/** What is held in memory at once. */
const crowds: Benchmark[] = [
  { name: "events-1e6", theory: 48, rounds: 3, programs: [program("ours", "ours/events", 1e6)] },
  {
    name: "processes-1e6",
    theory: 48,
    rounds: 3,
    programs: [program("ours", "ours/processes", 1e6, { pending: 1e6 })],
  },
];

/** State kept and doubled; the ceiling copies as many bytes. Theory: the state is whole. */
function state(name: string, theory: number | null): Benchmark {
  const programs = ["ceiling", "ours"].map((engine) => program(engine, `${engine}/${name}`, 3, { pending: 1e6 }));
  return { name: `${name}-1e6`, theory, rounds: 5, programs };
}

const states = [state("snapshot", null), state("fork", 1)];

const draws = Object.entries(samplers).map(
  ([sampler, { mean }]): Benchmark => ({
    name: `draw-${sampler}`,
    theory: mean,
    rounds: 3,
    programs: [program("ours", "ours/draws", 2e6, { sampler })],
  }),
);

/** A year of the border model, counted in events; there is no theory for it. */
const border: Benchmark = { name: "border", theory: null, rounds: 3, programs: [program("ours", "ours/border", 365)] };

/**
 * Days of the border at so many times its size, beside the same days of it as it is as many times over, so that both are one work and
 * run code as warm: time should grow little faster than size.
 */
function scaled(scale: number, days: number): Benchmark {
  return {
    name: `border-${scale}x`,
    theory: null,
    rounds: 3,
    programs: [
      program("ours", "ours/border", days, { scale }),
      program("ours-1x", "ours/border", days, { scale: 1, replications: scale }),
    ],
  };
}

const borders = [border, scaled(10, 60), scaled(100, 10)];

/** Every benchmark, in the order of the table. */
export const catalogue: readonly Benchmark[] = [...queues, ...holds, ...crowds, ...states, ...draws, ...borders];

/** As `benchmark`, with a tenth of the work and fewer runs. */
export function quick(benchmark: Benchmark): Benchmark {
  const programs = benchmark.programs.map(({ settings, ...rest }) => ({
    ...rest,
    settings: { ...settings, n: Math.ceil(settings.n / 10) },
  }));
  return { ...benchmark, rounds: Math.min(benchmark.rounds, 3), programs };
}
