import { type Prepare, timed } from "../measure/program.ts";
import { queueDraws } from "./queue-draws.ts";
import { Entity, Facility, Sim } from "./simjs-library.ts";

/** M/M/c as requests for a facility, which is how SIM.JS does it best: it has no processes. */
export const prepare: Prepare =
  ({ n, servers = 1 }) =>
  (replication) =>
    timed(n, () => {
      const draws = queueDraws(servers, replication);
      const desk = new Facility("desk", Facility.FCFS, servers);
      let arrived = 0;
      let served = 0;
      let sum = 0;
      class Door extends Entity {
        start(): void {
          this.setTimer(draws.gap()).done(() => this.arrive());
        }
        arrive(): void {
          const since = this.time();
          this.useFacility(desk, draws.service()).done(() => {
            sum += this.time() - since;
            served++;
          });
          if (++arrived < n) this.setTimer(draws.gap()).done(() => this.arrive());
        }
      }
      const sim = new Sim();
      sim.addEntity(Door);
      sim.simulate(Number.POSITIVE_INFINITY);
      return sum / served;
    });
