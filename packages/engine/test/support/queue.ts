import { type Distribution, exponential, type Process, Resource, Simulation, TimeWeighted } from "../../src/index.ts";

/** A queue with Poisson arrivals, started empty; its figures are those of the customers after the warm-up. */
export interface QueueSpec {
  readonly arrivalRate: number;
  readonly service: Distribution;
  readonly servers: number;
  readonly customers: number;
  readonly warmUp: number;
  readonly replication: number;
  /** Priority of each customer by number; all alike unless given, so first come, first served. */
  readonly priority?: (customer: number) => number;
}

/** What a run of a queue observes, in whatever style its model is written. */
class Observed {
  readonly simulation: Simulation;
  readonly desk: Resource;
  readonly spec: QueueSpec;
  /** Mean numbers in the line and in the system, from the end of the warm-up to the last arrival. */
  meanWaiting = Number.NaN;
  meanInSystem = Number.NaN;
  private readonly inSystem: TimeWeighted;
  private readonly arrivals: Float64Array;
  private readonly begins: Float64Array;
  private readonly ends: Float64Array;

  constructor(spec: QueueSpec) {
    this.spec = spec;
    this.simulation = new Simulation({ seed: "theory", replication: spec.replication });
    this.desk = new Resource(this.simulation, "desk", spec.servers);
    this.inSystem = new TimeWeighted(this.simulation);
    this.arrivals = new Float64Array(spec.customers);
    this.begins = new Float64Array(spec.customers);
    this.ends = new Float64Array(spec.customers);
  }

  arrive(customer: number): void {
    const { desk, inSystem, spec } = this;
    this.arrivals[customer] = this.simulation.now;
    if (customer === spec.warmUp) {
      inSystem.reset();
      desk.line.level.reset();
    }
    if (customer === spec.customers - 1) {
      this.meanWaiting = desk.line.level.mean;
      this.meanInSystem = inSystem.mean;
    }
    inSystem.add(1);
  }
  begin(customer: number): void {
    this.begins[customer] = this.simulation.now;
  }
  end(customer: number): void {
    this.ends[customer] = this.simulation.now;
    this.inSystem.add(-1);
  }

  /** Waits before service, in order of arrival. */
  get waits(): Float64Array {
    return this.begins.map((begin, i) => begin - this.arrivals[i]!).subarray(this.spec.warmUp);
  }
  /** Times in the system, in order of arrival. */
  get sojourns(): Float64Array {
    return this.ends.map((end, i) => end - this.arrivals[i]!).subarray(this.spec.warmUp);
  }
}

/** The queue written as event handlers. */
export function queueOfHandlers(spec: QueueSpec): Observed {
  const observed = new Observed(spec);
  const { simulation, desk } = observed;
  const between = exponential(1 / spec.arrivalRate);
  const [gaps, services] = [simulation.stream("arrivals"), simulation.stream("services")];
  const granted = simulation.eventType("granted", (customer) => {
    observed.begin(customer);
    simulation.schedule(spec.service.sample(services), done, customer);
  });
  const done = simulation.eventType("done", (customer) => {
    observed.end(customer);
    desk.release();
  });
  const arrives = simulation.eventType("arrives", (customer) => {
    observed.arrive(customer);
    desk.request(granted, customer, 1, spec.priority?.(customer) ?? 0);
    if (customer + 1 < spec.customers) simulation.schedule(between.sample(gaps), arrives, customer + 1);
  });
  simulation.schedule(between.sample(gaps), arrives, 0);
  simulation.run();
  return observed;
}

/** The same queue written as processes, one for each customer. */
export function queueOfProcesses(spec: QueueSpec): Observed {
  const observed = new Observed(spec);
  const { simulation, desk } = observed;
  const between = exponential(1 / spec.arrivalRate);
  const [gaps, services] = [simulation.stream("arrivals"), simulation.stream("services")];
  function* customer(number: number): Process {
    observed.arrive(number);
    yield desk.acquire(1, spec.priority?.(number) ?? 0);
    observed.begin(number);
    yield simulation.hold(spec.service.sample(services));
    observed.end(number);
    desk.release();
  }
  function* door(): Process {
    for (let number = 0; number < spec.customers; number++) {
      yield simulation.hold(between.sample(gaps));
      simulation.spawn(customer(number));
    }
  }
  simulation.spawn(door());
  simulation.run();
  return observed;
}

/** Mean of a column, and the share of it above a value. */
export function meanOf(column: Float64Array): number {
  return column.reduce((sum, x) => sum + x, 0) / column.length;
}
export function shareAbove(column: Float64Array, x: number): number {
  return column.filter((value) => value > x).length / column.length;
}
