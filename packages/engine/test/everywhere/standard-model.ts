import {
  Arrivals,
  exp,
  expm1,
  exponential,
  fastExponential,
  fastNormal,
  gammaQuantile,
  geometric,
  log,
  log1p,
  logGamma,
  lognormal,
  normalQuantile,
  PiecewiseRate,
  pow,
  Resource,
  Simulation,
  TimeWeighted,
  triangular,
} from "../../src/index.ts";

/** What a run of the standard model leaves: its fingerprint, and the bits of its figures. */
export interface Outcome {
  readonly fingerprint: string;
  readonly events: number;
  /** Sixteen hexadecimal digits a figure. */
  readonly figures: readonly string[];
}

/**
 * A clinic: patients come at a rate that changes by the hour, three doctors see urgent ones first, treatment is lognormal and
 * drawn by patient, some come back, those who wait too long go home. It uses what results depend on, so that one comparison
 * says whether a JavaScript engine gives the same bytes.
 */
export function standardModel(patients: number): Outcome {
  const simulation = new Simulation({ seed: "everywhere", replication: 3 });
  const doctors = new Resource(simulation, "doctors", 3);
  const inside = new TimeWeighted(simulation);
  const hours = Array.from({ length: 24 * 40 }, (_, hour) => hour);
  const rate = new PiecewiseRate(
    hours,
    hours.map((hour) => [2, 1, 4, 9, 6, 8][Math.floor((hour % 24) / 4)]!),
  );
  const arrivals = new Arrivals(rate, simulation.stream("arrivals"));
  const [luck, fast] = [simulation.keyed("patients"), simulation.fastStream("fast")];
  const [treatment, patience, reports] = [lognormal(0.4, 1.2), exponential(1.5), geometric(2.5)];
  const [walk, small, shift] = [triangular(0, 0.02, 0.1), fastExponential(0.01), fastNormal(0.1, 0.02)];
  const requests: number[] = [];
  let [gone, paper, visits] = [0, 0, 0];

  const begins = simulation.eventType("begins", (patient) => {
    requests[patient] = 0;
    const time = treatment.quantile(luck.uniform(patient, 0)) + shift.sample(fast) * shift.sample(fast);
    simulation.schedule(time, ends, patient);
  });
  const ends = simulation.eventType("ends", (patient) => {
    doctors.release();
    paper += reports.sample(simulation.stream("reports"));
    visits++;
    if (luck.uniform(patient, 1, visits % 3) < 0.1) simulation.schedule(walk.sample(fast), comes, patient);
    else inside.add(-1);
  });
  const leaves = simulation.eventType("leaves", (patient) => {
    if (!doctors.cancel(requests[patient] ?? 0)) return;
    gone++;
    inside.add(-1);
  });
  const comes = simulation.eventType("comes", (patient) => {
    const urgent = luck.uniform(patient, 2) < 0.2 ? 1 : 0;
    requests[patient] = doctors.request(begins, patient, 1, urgent);
    simulation.schedule(patience.quantile(luck.uniform(patient, 3)), leaves, patient);
  });
  const opens = simulation.eventType("opens", (patient) => {
    inside.add(1);
    simulation.schedule(small.sample(fast), comes, patient);
    const next = arrivals.next();
    if (patient + 1 < patients && next < Number.POSITIVE_INFINITY) simulation.scheduleAt(next, opens, patient + 1);
  });
  simulation.scheduleAt(arrivals.next(), opens, 0);
  simulation.run();

  const { waits, level } = doctors.line;
  const figures = [
    gone,
    paper,
    visits,
    simulation.now,
    waits.mean,
    waits.variance,
    level.mean,
    inside.mean,
    ...digests(),
  ];
  return { fingerprint: simulation.fingerprint(), events: simulation.eventCount, figures: figures.map(bits) };
}

/** A digest of every bit of each function, over arguments of many sizes. A sum would round small differences away. */
function digests(): number[] {
  const functions = [
    log,
    log1p,
    exp,
    expm1,
    normalQuantile,
    (x: number) => pow(1 + x, 2.7),
    (x: number) => pow(x, 1 / 3),
  ];
  const value = new DataView(new ArrayBuffer(8));
  functions.push((x: number) => gammaQuantile(2.5, Math.min(x, 0.999)), logGamma);
  return functions.map((f) => {
    let digest = 0;
    for (let i = 1; i < 2000; i++) {
      value.setFloat64(0, f(i % 2 === 0 ? i / 2000 : 1 / (i * i * i)));
      digest = Math.imul(digest ^ value.getInt32(0), 0x9e3779b1) ^ value.getInt32(4);
    }
    return digest;
  });
}

function bits(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const word = (at: number): string => view.getUint32(at).toString(16).padStart(8, "0");
  return word(0) + word(4);
}
