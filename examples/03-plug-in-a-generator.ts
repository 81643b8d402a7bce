/**
 * A queue driven by someone else's random numbers: MRG32k3a, as other simulation packages have it, so that a published run can
 * be repeated to the last digit. Run it with `npx tsx examples/03-plug-in-a-generator.ts`. Times are in minutes.
 */
import { exponential, Resource, Simulation, type UniformSource } from "@mpp-sim/engine";

/** L'Ecuyer (1999), Good parameters and implementations for combined multiple recursive random number generators. */
class Mrg32k3a implements UniformSource {
  private first: [number, number, number];
  private second: [number, number, number];

  constructor(seed: readonly [number, number, number, number, number, number]) {
    this.first = [seed[0], seed[1], seed[2]];
    this.second = [seed[3], seed[4], seed[5]];
  }

  uniform(): number {
    const [m1, m2] = [4294967087, 4294944443];
    const [a, b, c] = this.first;
    const [d, e, f] = this.second;
    const p = (((1403580 * b - 810728 * a) % m1) + m1) % m1;
    const q = (((527612 * f - 1370589 * d) % m2) + m2) % m2;
    this.first = [b, c, p];
    this.second = [e, f, q];
    return (p > q ? p - q : p - q + m1) * 2.328306549295728e-10;
  }
}

// The seed of the package RngStreams, and that of its second stream: 2^127 draws further on.
const gaps = new Mrg32k3a([12345, 12345, 12345, 12345, 12345, 12345]);
const services = new Mrg32k3a([3692455944, 1366884236, 2968912127, 335948734, 4161675175, 475798818]);

const published = [0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136];
const fresh = new Mrg32k3a([12345, 12345, 12345, 12345, 12345, 12345]);
for (const value of published) console.log(`published ${value}, drawn ${fresh.uniform()}`);

const simulation = new Simulation({ seed: "the streams above take its place" });
const counter = new Resource(simulation, "counter", 1);
const between = exponential(10);
const service = exponential(8);

const served = simulation.eventType("served", () => counter.release());
const begins = simulation.eventType("begins", (customer) => {
  if (customer < 4) console.log(`${simulation.now.toFixed(9).padStart(13)}  customer ${customer} begins`);
  simulation.schedule(service.sample(services), served, customer);
});
const arrives = simulation.eventType("arrives", (customer) => {
  if (customer < 4) console.log(`${simulation.now.toFixed(9).padStart(13)}  customer ${customer} arrives`);
  counter.request(begins, customer);
  if (customer < 99_999) simulation.schedule(between.sample(gaps), arrives, customer + 1);
});
simulation.schedule(between.sample(gaps), arrives, 0);
simulation.run();

const { waits } = counter.line;
console.log(`\nmean wait of ${waits.count} customers ${waits.mean.toFixed(6)} minutes; theory says 32`);
console.log(`fingerprint ${simulation.fingerprint()}`);
