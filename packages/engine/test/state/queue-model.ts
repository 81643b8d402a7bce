import { exponential, Resource, type Simulation, Tally } from "../../src/index.ts";

/** M/M/c with customers who may give up, written with handlers and parts that register: what a snapshot can hold. */
export function queueModel(simulation: Simulation): { readonly desk: Resource; readonly sojourns: Tally } {
  const desk = new Resource(simulation, "desk", 3);
  const sojourns = new Tally();
  simulation.register("sojourns", sojourns);
  const rows = {
    arrived: new Float64Array(64),
    patience: new Float64Array(64),
    request: new Float64Array(64),
    next: 0,
  };
  simulation.register("customers", {
    transfer(state) {
      rows.next = state.number(rows.next);
      rows.arrived = state.floats(rows.arrived);
      rows.patience = state.floats(rows.patience);
      rows.request = state.floats(rows.request);
    },
  });
  const gap = exponential(1 / 2.8);
  const service = exponential(1);
  const arrives = simulation.eventType("arrives", () => {
    const row = rows.next++ % 64;
    rows.arrived[row] = simulation.now;
    rows.request[row] = desk.request(granted, row, 1, row % 3 === 0 ? 1 : 0);
    rows.patience[row] = simulation.schedule(8, gives, row);
    simulation.schedule(gap.sample(simulation.stream("gaps")), arrives, 0);
  });
  const granted = simulation.eventType("granted", (row) => {
    simulation.cancel(rows.patience[row]!);
    simulation.schedule(service.sample(simulation.stream("services")), leaves, row);
  });
  const gives = simulation.eventType("gives up", (row) => desk.cancel(rows.request[row]!));
  const leaves = simulation.eventType("leaves", (row) => {
    sojourns.add(simulation.now - rows.arrived[row]!);
    desk.release();
  });
  simulation.schedule(0, arrives, 0);
  return { desk, sojourns };
}
