/** Sizes of a benchmark and what else its programs are told. */
export interface Settings {
  /** Folder of the repository, for programs that read files. */
  readonly root: string;
  /** Customers, events, draws: how much work a run does. */
  readonly n: number;
  /** Servers of a queue; 1 unless given. */
  readonly servers?: number;
  /** Events on the calendar at once. */
  readonly pending?: number;
  /** How the hold model spaces its events; see `delays.ts`. */
  readonly delays?: Delays;
  /** What is drawn, of `samplers.ts`. */
  readonly sampler?: string;
  /** How many times the border as it is, arrivals and capacities. */
  readonly scale?: number;
  /** How many replications of the border, one after another, are a run; 1 unless given. */
  readonly replications?: number;
  /** How a queue is written, where one file has several ways. */
  readonly shape?: "store" | "customer";
}

export type Delays = "exponential" | "bimodal" | "ties";

/** What a run gave. */
export interface Measured {
  /** How much was done: what a rate a second counts. */
  readonly work: number;
  /** Processor time of the whole process, collection of garbage included: what else the machine does takes none of it. */
  readonly seconds: number;
  /** The model's estimate of what theory foretells; null where there is no theory. */
  readonly result: number | null;
}

/**
 * Every program of the benchmarks exports this as `prepare`: it makes a model ready, and each call of what it returns is a run
 * with the random numbers of its own replication.
 */
export type Prepare = (settings: Settings) => (replication: number) => Measured | Promise<Measured>;

/** Starts to measure processor time; what it returns tells the seconds since. */
export function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}

/** Times a run that gives its estimate. */
export function timed(work: number, run: () => number | null): Measured {
  const seconds = stopwatch();
  const result = run();
  return { work, seconds: seconds(), result };
}
