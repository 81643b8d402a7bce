import { exponential, type Simulation, Station, Tally } from "../../src/index.ts";

/** Two servers at a preemptive priority queue of three classes, some of whom give up before they are begun. */
export function stationModel(simulation: Simulation): { readonly desk: Station; readonly sojourns: Tally } {
  const rows = { arrived: new Float64Array(256), next: 0 };
  simulation.register("customers", {
    transfer(state) {
      rows.next = state.number(rows.next);
      rows.arrived = state.floats(rows.arrived);
    },
  });
  const sojourns = new Tally();
  simulation.register("sojourns", sojourns);
  const desk = new Station(simulation, "desk", 2, { preemptive: true, reneges: () => {} });
  const gap = exponential(1 / 1.9);
  const service = exponential(1);
  const arrives = simulation.eventType("arrives", () => {
    const row = rows.next++ % 256;
    rows.arrived[row] = simulation.now;
    desk.request(leaves, row, service.sample(simulation.stream("services")), 1, row % 3, 12);
    simulation.schedule(gap.sample(simulation.stream("gaps")), arrives, 0);
  });
  const leaves = simulation.eventType("leaves", (row) => sojourns.add(simulation.now - rows.arrived[row]!));
  simulation.schedule(0, arrives, 0);
  return { desk, sojourns };
}
