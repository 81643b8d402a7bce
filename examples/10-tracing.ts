/**
 * What happens, event by event. One desk, three customers, one of whom gives up: the trace of the whole run, then the run again by
 * single steps, and what is said when a model goes wrong. Run it with `npx tsx examples/10-tracing.ts`. Times are in minutes.
 */
import { type Process, Resource, Simulation } from "@mpp-sim/engine";

/** Customers come at 0, 1 and 2, need five minutes each, and the last has a patience of three. */
function bank(simulation: Simulation): void {
  const desk = new Resource(simulation, "desk", 1, { reneges: () => {} });
  const leaves = simulation.eventType("leaves", () => desk.release());
  const begins = simulation.eventType("begins", (customer) => simulation.schedule(5, leaves, customer));
  const comes = simulation.eventType("comes", (customer) =>
    desk.request(begins, customer, 1, 0, customer === 3 ? 3 : undefined),
  );
  for (const customer of [1, 2, 3]) simulation.schedule(customer - 1, comes, customer);
}

console.log("every event, before it happens");
const traced = new Simulation({ seed: "trace" });
bank(traced);
traced.trace((time, type, subject) => console.log(`${String(time).padStart(4)}  ${type} ${subject}`));
const { events } = traced.run();
console.log(`${events} events, fingerprint ${traced.fingerprint()}`);

console.log("\nby single steps, those of one type alone");
const stepped = new Simulation({ seed: "trace" });
bank(stepped);
stepped.trace((time, _, subject) => console.log(`${String(time).padStart(4)}  customer ${subject} begins`), ["begins"]);
while (stepped.step());
console.log(`the same run: ${stepped.fingerprint() === traced.fingerprint()}`);

console.log("\nwhat a run that goes wrong says, with the last events");
const wrong = new Simulation({ seed: "trace", remember: 3 });
bank(wrong);
wrong.schedule(
  11,
  wrong.eventType("audits", () => {
    throw new Error("cash does not balance");
  }),
  0,
);
try {
  wrong.run();
} catch (error) {
  console.log((error as Error).message);
}

console.log("\nwho is left, in a circle");
const stuck = new Simulation({ seed: "trace" });
const [left, right] = [new Resource(stuck, "left hand", 1), new Resource(stuck, "right hand", 1)];
function* takes(first: Resource, second: Resource): Process {
  yield first.acquire();
  yield stuck.hold(1);
  yield second.acquire();
}
stuck.spawn(takes(left, right), "Ana");
stuck.spawn(takes(right, left), "Ben");
const end = stuck.run();
if (end.status === "complete") console.log(end.stranded?.message);
